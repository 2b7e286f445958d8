# Broadcasting.
import numpy as np

a = np.arange(3)
b = np.arange(3).reshape(3, 1)
c = np.arange(6).reshape(2, 3)
print(a + b)
print(c + a, c * 10, c + c, c - np.array([[1], [2]]), c + np.array([5]))
for s1, s2 in (((3,), (3, 1)), ((2, 3), (3,)), ((2, 1), (1, 3)), ((4, 1, 3), (2, 1)), ((1,), (5,)), ((), (2, 2)), ((0,), (1,)), ((2, 0), (1,)), ((5, 1, 4, 1), (3, 1, 2)), ((1, 1), (1,))):
    r = np.ones(s1) + np.ones(s2)
    print(s1, s2, np.shape(r) if hasattr(np, "shape") else r.shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.arange(3) + np.arange(4))
err(lambda: np.ones((2, 3)) * np.ones((2,)))
err(lambda: np.ones((2, 3)) - np.ones((3, 2)))
err(lambda: np.ones((2, 3)) < np.ones((2, 2)))
err(lambda: np.ones((4, 1, 3)) / np.ones((2, 2)))
err(lambda: np.arange(3) + [1, 2])
err(lambda: np.arange(0) + np.arange(2))
err(lambda: np.ones((2, 3, 4)) + np.ones((5,)))
d = np.zeros((2, 3))
d += a
print(d)
d[1] += 10
d[:, 0] *= 2
d += np.array([[1], [2]])
print(d)


def inplace(x, y):
    x += y
    return x


err(lambda: inplace(np.zeros(3), np.zeros((2, 3))))
err(lambda: inplace(np.zeros((2, 1)), np.zeros((2, 3))))
err(lambda: inplace(np.zeros(3), np.zeros(2)))
print((b == a).astype(int), (a > b).sum(), (a[:, None] * a[None, :]), a[None].shape, a[:, np.newaxis].shape)
