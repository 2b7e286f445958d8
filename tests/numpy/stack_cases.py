# np.stack.
import numpy as np

a, b = np.arange(3), np.arange(3) * 10
print(np.stack([a, b]), np.stack([a, b], axis=1), np.stack([a, b], axis=-1), np.stack((a, b), 0).shape, np.stack([[1, 2], [3, 4]]), np.stack([a]).shape, np.stack([1, 2, 3]), np.stack([np.array(1), np.array(2)]))
m = np.arange(6).reshape(2, 3)
for ax in (0, 1, 2, -1, -2, -3):
    s = np.stack([m, m + 10, m + 20, m + 30], axis=ax)
    print(ax, s.shape, s.strides, s.ravel()[:6])
print(np.stack([a, b.astype(float)]).dtype, np.stack([a.astype(np.uint8), b.astype(np.int32)]).dtype, np.stack([a == 1, a == 2]), np.stack(m), np.stack([r for r in m], axis=1))
s = np.stack([a, b])
s[0, 0] = 99
print(a, s.base, s.flags.owndata)
rows = [np.array([i, i * i]) for i in range(4)]
print(np.stack(rows), np.stack(rows).mean(axis=0), np.stack([m[:, 0], m[:, 2]]))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.stack([]))
err(lambda: np.stack([a, np.arange(4)]))
err(lambda: np.stack([a, m]))
err(lambda: np.stack([a, b], axis=2))
err(lambda: np.stack([a, b], axis=-3))
