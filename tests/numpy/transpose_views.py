# transpose, T, swapped axes.
import numpy as np

a = np.arange(6).reshape(2, 3)
print(a.T, a.transpose(), np.transpose(a), a.T.T is a, (a.T.T == a).all(), a.T.base is a.base)
b = np.arange(24).reshape(2, 3, 4)
for axes in ((0, 1, 2), (2, 1, 0), (1, 0, 2), (0, 2, 1), (-1, 0, 1)):
    t = b.transpose(axes)
    print(axes, t.shape, t.strides, t[1, 1, 1], t.ravel()[:5], b.transpose(*axes).shape, np.transpose(b, axes).shape)
print(b.T.shape, np.arange(3).T, np.arange(3).T.shape, np.array(5).T, np.zeros((0, 3)).T.shape)
print(repr(b.transpose(1, 0, 2)[0]))
if hasattr(b, "swapaxes"):
    print(b.swapaxes(0, 2).shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: b.transpose(0, 1))
err(lambda: b.transpose(0, 0, 1))
err(lambda: b.transpose(0, 1, 5))
err(lambda: np.transpose(a, (0, 1, 2)))
c = a.T
c += 10
print(a, c)
c[0] = [7, 8]
print(a)
print(a.T @ a if False else (a.T * np.array([1, 2])), a.T + a.reshape(3, 2), a.T.reshape(-1), a.T.ravel(), a.T.copy().ravel(), a.T.tolist(), a.T.flatten())
print(np.array([[1, 2], [3, 4]]).T.sum(axis=0), a.T.max(axis=1), a.T[1:, 0], a.T[::-1, ::-1])
