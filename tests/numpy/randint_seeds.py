# np.random.randint under several seeds, ranges and shapes.
import numpy as np

for seed in (0, 1, 42, 123456789, 2 ** 32 - 1):
    np.random.seed(seed)
    print(seed, np.random.randint(10), np.random.randint(5, 10), np.random.randint(0, 100, 5), np.random.randint(low=-5, high=5, size=(2, 3)), np.random.randint(1000), np.random.randint(2 ** 31), np.random.randint(2 ** 40), np.random.randint(-2 ** 62, 2 ** 62))
np.random.seed(7)
print(np.random.randint(1), np.random.randint(2, size=20), np.random.randint(255, size=3), np.random.randint(256, size=3), np.random.randint(257, size=3), np.random.randint(65536, size=3), np.random.randint(2 ** 32, size=3), np.random.randint(2 ** 32 + 1, size=3), np.random.randint(2 ** 63 - 1, size=2))
print(np.random.randint(3, size=0), np.random.randint(3, size=()), np.random.randint(0, 10, size=[2, 2]), np.random.randint(3, size=(2, 0)).shape, type(np.random.randint(5)).__name__, np.random.randint(5, size=2).dtype)
print([np.random.randint(0, 6) for _ in range(10)], [np.random.randint(low=0, high=500 - i) for i in range(5)], np.random.randint(-10, -5, 4))
print(np.random.randint(7, size=40))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.random.randint(0))
err(lambda: np.random.randint(5, 5))
err(lambda: np.random.randint(5, 2))
err(lambda: np.random.randint(-1))
err(lambda: np.random.randint(0, 2 ** 64))
err(lambda: np.random.randint())
err(lambda: np.random.randint(0, 5, -1))
err(lambda: np.random.seed(-1))
err(lambda: np.random.seed(2 ** 32))
err(lambda: np.random.seed(1.5))
np.random.seed([1, 2, 3])
print(np.random.randint(1000, size=3))
