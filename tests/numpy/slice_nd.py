# Slices, ellipsis, negative steps in several dimensions.
import numpy as np

a = np.arange(10)
print(a[2:5], a[:3], a[7:], a[::3], a[::-1], a[8:2:-2], a[5:2], a[-3:], a[:-3], a[100:], a[-100:2], a[:], a[...], a[3:3].shape, a[slice(1, 4)])
m = np.arange(20).reshape(4, 5)
print(m[1:3], m[:, 1], m[:, 1:2], m[1:3, 2:4], m[::2, ::-2], m[::-1], m[1, ::2], m[..., 0], m[0, ...], m[-1:, -2:], m[:0].shape, m[:, 5:].shape, m[3:1:-1, 0])
b = np.arange(24).reshape(2, 3, 4)
print(b[0, :, 1], b[:, 0, :], b[..., 1], b[1, ..., 2], b[:, :, ::2].shape, b[:, 1:, 1:-1], b[...].shape, b[0, 1, ...], b[:, -1, -1], b[::-1, 0, 0])
print(b[..., None].shape, b[:, ..., 0].shape, b[0:1].shape, b[0:1, 0:1, 0:1].shape, b[1:1].shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a[::0])
err(lambda: a[1.5:])
err(lambda: a["a":])
err(lambda: b[..., ...])
err(lambda: a[:, :])
err(lambda: m[:, :, :])
err(lambda: m[..., 0, 0, 0])
a[2:5] = 0
a[::4] = [7, 8, 9]
a[-2:] = np.array([1.9, 2.9])
print(a)
m[:, 1] = 100
m[0] = [1, 2, 3, 4, 5]
m[1:3, 2:4] = [[0, 1], [2, 3]]
m[3, ::2] = -1
m[..., 4] = m[..., 0]
print(m)
m[:, :] = np.arange(5)
m[::-1][0] = 77
print(m)
err(lambda: a.__setitem__(slice(0, 3), [1, 2]))
err(lambda: m.__setitem__((slice(None), 0), [1, 2, 3]))
err(lambda: m.__setitem__(slice(0, 2), np.zeros((3, 5))))
b[:, :, 0] = np.array([[1], [2]])
print(b[:, :, 0])
