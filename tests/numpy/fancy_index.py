# Integer array indexing: copies, shapes, broadcasting of index arrays.
import numpy as np

a = np.arange(10) * 10
print(a[[1, 3, 5]], a[[0, 0, -1]], a[np.array([2, 1])], a[[[1, 2], [3, 4]]], a[np.array([[0], [1]])], a[[]], a[[True] * 3 + [False] * 7], a[np.array([1], np.uint8)], a[[5]], a[(1, )])
m = np.arange(12).reshape(3, 4)
print(m[[0, 2]], m[[0, 1], [1, 2]], m[[[0], [2]], [1, 3]], m[:, [0, -1]], m[[0, 2], :2], m[[1], 0], m[1, [0, 2]], m[[2, 0, 1]][:, 0], m[[0, 1, 2], [0, 1, 2]])
b = np.arange(24).reshape(2, 3, 4)
print(b[[0, 1], [1, 2]], b[:, [0, 2]].shape, b[[0, 1], :, [1, 2]].shape, b[:, [0, 1], [1, 2]], b[0, [1, 2], 3], b[..., [0, 1]].shape, b[[1], ..., [0]].shape, b[[0]][0, 0, 0], b[[[0, 1]]].shape, b[1, [0], 1:3])
print(b[[0, 1], 1:, [2, 3]], b[[0, 1], 0, :], b[0, :, [0, 1]].shape, b[:, 0, [0, 1]].shape, b[[0, 1], None].shape)
c = a[[1, 2, 3]]
c[0] = 999
print(a[1], c.base is None, c.flags.owndata, m[[0]].base is None, np.shares_memory(a, c))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a[[10]])
err(lambda: a[[-11]])
err(lambda: a[[1.0]])
err(lambda: m[[0, 1], [0, 1, 2]])
err(lambda: m[[0, 3]])
err(lambda: m[:, [4]])
err(lambda: m[[0], [0], [0]])
err(lambda: a[["x"]])
err(lambda: m[[0, 1, 2], [0, 4, 1]])
err(lambda: a[np.array([1.5])])
order = [3, 1, 2]
print(a[order], [a[i] for i in order], a[np.arange(3)], a[np.arange(3)[::-1]], m.T[[0, 1]], m[::2][[1, 0]], m[:, ::2][:, [1]])
idx = np.array([[0, 1], [2, 0]])
print(m[idx].shape, m[idx, 0], m[0, idx], m[idx, idx])
