# Boolean masks.
import numpy as np

a = np.array([5, -1, 3, 0, 8])
m = a > 0
print(a[m], a[~m], a[a % 2 == 0], a[(a > 0) & (a < 6)], a[a > 100], a[np.array([True, False, True, False, True])], a[[False] * 5].shape, (a > 0).sum(), a[m].sum())
x = np.arange(12).reshape(3, 4)
print(x[x > 5], x[x % 2 == 0].shape, x[x[:, 0] > 3], x[:, x[0] % 2 == 1], x[np.array([True, False, True])], x[np.array([True, False, True]), 1], x[np.array([True, False, True]), 1:3], x[x > 100], x[[True, False, True]])
b = np.arange(24).reshape(2, 3, 4)
print(b[b > 20], b[:, np.array([True, False, True])].shape, b[np.array([[True, False, True], [False, True, False]])], b[..., np.array([1, 0, 0, 1]) == 1].shape, b[np.array([True, False])].shape)
print(a[True].shape, a[False].shape, a[np.array(True)].shape, a[None, m].shape)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: a[np.array([True, False])])
err(lambda: x[np.array([True, False, True, False])])
err(lambda: x[:, np.array([True, False, True])])
err(lambda: x[np.ones((3, 3), bool)])
err(lambda: a[np.ones((5, 1), bool)])
err(lambda: x[np.array([True, False, True]), np.array([True, True, True, False])])
print(x[np.array([True, False, True]), np.array([True, True, False, False])])
f = np.array([1.0, np.nan, 3.0])
print(f[f == f], f[f != f], f[f > 1], (f > 2).tolist())
f[f != f] = 0
print(f)
n = np.arange(10)
n[n > 5] = n[n > 5] ** 2
n[n < 3] -= 10
print(n)
print(np.arange(5)[np.arange(5) != 2], x[x.sum(axis=1) > 10], a[a == a.max()], a[a.argmax()], x[x > x.mean()])
