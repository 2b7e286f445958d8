# np.random.random, normal, uniform with parameters, sizes and arrays.
import numpy as np

np.random.seed(11)
print(repr(np.random.random()), np.random.random(3), np.random.random((2, 2)), np.random.random(size=2))
print(repr(np.random.normal()), np.random.normal(size=3), np.random.normal(10, 2, 3), np.random.normal(loc=-1, scale=0.5, size=(2, 2)), repr(np.random.normal(5)), repr(np.random.normal(0, 1)))
print(repr(np.random.uniform()), np.random.uniform(size=3), np.random.uniform(5, 10, 3), np.random.uniform(low=-1, high=1, size=(2, 2)), repr(np.random.uniform(3)), repr(np.random.uniform(2, 1)))
print(np.random.normal([0, 100], [1, 10]), np.random.normal(0, [1, 2, 3]), np.random.uniform([0, 10], [1, 20]), np.random.uniform(0, [1, 10], size=(3, 2)))
print(np.random.normal(3, 0), np.random.normal(size=0), np.random.uniform(size=(0, 2)).shape, np.random.random(0))
print(type(np.random.normal()).__name__, type(np.random.uniform()).__name__, type(np.random.random()).__name__, np.random.normal(size=1), np.random.normal(size=()) .shape if False else "")
np.random.seed(11)
a = np.random.random(4)
np.random.seed(11)
b = np.random.rand(4)
np.random.seed(11)
c = np.random.uniform(size=4)
print((a == b).all(), (a == c).all())
np.random.seed(11)
print((np.random.normal(size=5) * 2 + 3).tolist())
np.random.seed(11)
print(np.random.normal(3, 2, 5).tolist())


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: np.random.normal(0, -1))
err(lambda: np.random.normal(0, [-1, 1]))
err(lambda: np.random.normal(size=-1))
err(lambda: np.random.uniform(0, float("inf")))
err(lambda: np.random.normal("a"))
err(lambda: np.random.normal([1, 2], [1, 2, 3]))
err(lambda: np.random.normal([1, 2], 1, 3))
