# np.delete along an axis and flattened.
import numpy as np

a = np.arange(12).reshape(3, 4)
for ax in (0, 1, -1):
    for i in (0, 1, -1):
        print(ax, i, np.delete(a, i, axis=ax).tolist())
print(np.delete(a, 5), np.delete(a, [0, 11]), np.delete(a, -1), np.delete(a, slice(2, 9)), np.delete(a, [1, 1, 2]))
print(np.delete(a, [0, 2], axis=0), np.delete(a, [0, -1], 1), np.delete(a, slice(None, None, 2), axis=1), np.delete(a, np.array([1, 2]), axis=1), np.delete(a, [], axis=0).shape, np.delete(a, slice(5, 9), 0).shape)
print(np.delete([1, 2, 3], 1, axis=0), np.delete([1, 2, 3], 1), repr(np.delete([1, 2, 3], 1)), np.delete((1, 2, 3), [0, 2]), np.delete([[1, 2], [3, 4]], 0, 1), np.delete([1.5, 2, 3], -1))
b = np.arange(24).reshape(2, 3, 4)
print(np.delete(b, 1, axis=1).shape, np.delete(b, 0, axis=2)[0], np.delete(b, 0, axis=0).shape, np.delete(b, [0, 1], axis=-1).shape)
c = np.delete(a, 0, axis=0)
c[0, 0] = 99
print(a[1, 0], c.base is None, c.flags.owndata, a.shape, c.dtype, np.delete(a.astype(np.float32), 0, 0).dtype, np.delete(np.array([True, False]), 0))
print(np.delete(a, np.array([True, False, True]), axis=0), np.delete(np.arange(5), [True, False, False, True, False]), np.delete(np.arange(3), np.int64(1)))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.delete(a, 3, axis=0))
err(lambda: np.delete(a, -4, axis=0))
err(lambda: np.delete(a, 12))
err(lambda: np.delete(a, [0, 7], axis=0))
err(lambda: np.delete(a, 0, axis=2))
err(lambda: np.delete(a, 0, axis=-3))
err(lambda: np.delete(a, 1.5))
err(lambda: np.delete([], 0))
err(lambda: np.delete(a, np.array([True, False]), axis=0))
err(lambda: np.delete(5, 0))
data = np.arange(10)
picked = []
for i in (3, 0, 5):
    picked.append(data[i])
    data = np.delete(data, i, axis=0)
print(picked, data)
