# np.delete with slices, lists, masks, negative and repeated indices, in three dimensions.
import numpy as np

a = np.arange(10)
for obj in (0, 9, -1, -10, [0, 1], [9, 0], [-1, -2], [3, 3, 3], slice(2, 5), slice(None), slice(None, None, 3), slice(8, 2, -2), slice(20, 30), [], np.array([1, 2]), range(3), (4, 5), np.arange(10) > 6, [True] * 5 + [False] * 5, np.int64(4)):
    print(obj if not isinstance(obj, np.ndarray) else obj.tolist(), np.delete(a, obj).tolist())
b = np.arange(24).reshape(2, 3, 4)
for ax in (0, 1, 2, -1, -2, -3):
    print(ax, np.delete(b, 0, axis=ax).shape, np.delete(b, [0, -1], axis=ax).shape, np.delete(b, slice(1, None), axis=ax).ravel().tolist()[:6], np.delete(b, -1, ax).sum())
print(np.delete(b, [1, 5, 7]).shape, np.delete(b.T, 1, axis=0).shape, np.delete(b[:, ::2], 0, axis=1).tolist(), np.delete(b[::-1], 1, axis=0).tolist()[0][0])
e = np.delete(a, [])
print(e, e is a, np.shares_memory(e, a), e.base)
f = np.delete(b, 1, axis=0)
f[:] = 0
print(b[0, 0], f.flags.c_contiguous, f.strides)
data = np.arange(20).reshape(10, 2)
order = []
for i in (4, 0, 7, 2, 5, 0):
    order.append(data[i].tolist())
    data = np.delete(data, i, axis=0)
print(order, data.tolist())
