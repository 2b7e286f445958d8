# np.newaxis, None, expand_dims, squeeze-free.
import numpy as np

a = np.arange(3)
print(a[None].shape, a[:, None].shape, a[np.newaxis, :, np.newaxis].shape, a[None, 1:].shape, a[..., None].shape, a[None, ..., None].shape)
m = np.arange(6).reshape(2, 3)
for ax in (0, 1, 2, -1, -2, -3):
    e = np.expand_dims(m, ax)
    print(ax, e.shape, e.base is m.base, np.shares_memory(e, m))
print(np.expand_dims(m, (0, 2)).shape, np.expand_dims(5, 0), np.expand_dims([1, 2], 1), np.expand_dims(a, axis=1))
e = np.expand_dims(a, 0)
e[0, 0] = 9
print(a, e)
print(m[None, 0].shape, m[0, None].shape, m[:, None, 0].shape, m[1, None, 2].shape, m[None, 1, 2], m[..., None, 0].shape)
print(a[:, None] + a, a[:, None] * a[None, :], (a[:, None] == a).astype(int))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.expand_dims(m, 3))
err(lambda: np.expand_dims(m, -4))
err(lambda: np.expand_dims(m, (0, 0)))
err(lambda: np.expand_dims(m, 1.5))
selected = np.empty((0, 2, 2))
for i in range(3):
    selected = np.concatenate((selected, np.expand_dims(np.full((2, 2), i), axis=0)))
print(selected.shape, selected.dtype, selected[2])
