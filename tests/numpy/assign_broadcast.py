# Assignment broadcasts its right side; shapes that do not fit.
import numpy as np

a = np.zeros((3, 4), dtype=int)
a[:] = 1
a[1] = [1, 2, 3, 4]
a[:, 2] = [7, 8, 9]
a[0:2, 0:2] = 5
a[2] = np.array([9])
print(a)
a[:, :] = np.array([[1], [2], [3]])
print(a)
a[1:, ::2] = [[10, 20], [30, 40]]
a[..., 1] = 0
print(a)
a[:2] = a[1:]
print(a)
a[:] = a.T[:3, :1].T if False else a[0]
print(a)
b = np.zeros((2, 2, 2))
b[:] = [1, 2]
b[0] = [[3], [4]]
b[:, :, 0] += [[10], [20]]
print(b)
b[...] = 7
b[1, 1, 1] = 8.5
print(b)
c = np.arange(5.0)
c[1:4] = c[1:4] * 2 + 1
c[[0, 4]] = c[[4, 0]]
c[2:] = 3
c[:] = True
print(c)


def err(f):
    try:
        f()
        print("no error")
    except Exception as e:
        print(type(e).__name__ + ":", e)


def s(x, k, v):
    x[k] = v


err(lambda: s(a, slice(None), [1, 2, 3]))
err(lambda: s(a, 0, [1, 2]))
err(lambda: s(a, (slice(None), 0), [1, 2]))
err(lambda: s(a, slice(0, 2), np.zeros((3, 4))))
err(lambda: s(c, slice(None), [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5]]))
err(lambda: s(c, slice(None), [[1, 2, 3, 4, 5]]))
err(lambda: s(a, (0, 0), [1, 2]))
err(lambda: s(a, slice(None), "abc"))
err(lambda: s(a, 0, [1, 2, 3, "x"]))
err(lambda: s(a, slice(None), None))
err(lambda: s(a, (0, 0), [5]))
err(lambda: s(c, 0, [[1, 2]]))
print(a, c)
