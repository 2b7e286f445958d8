# np.concatenate.
import numpy as np

a = np.arange(3)
m = np.arange(6).reshape(2, 3)
print(np.concatenate([a, a]), np.concatenate((a, [9, 8])), np.concatenate([m, m]), np.concatenate([m, m], axis=1), np.concatenate([m, m], axis=-1).shape, np.concatenate([m, [[7, 8, 9]]]), np.concatenate([m, m], axis=None), np.concatenate([a]), np.concatenate([[1, 2], [3]]), np.concatenate(m), np.concatenate([a, m[0], m[1]]))
for x, y in ((np.int64, np.float64), (np.int32, np.float32), (np.uint8, np.int32), (np.bool_, np.uint8), (np.float32, np.float64), (np.bool_, np.float32), (np.uint8, np.float32)):
    r = np.concatenate([np.ones(1, x), np.ones(2, y)])
    print(x.__name__, y.__name__, r.dtype, r)
print(np.concatenate([np.zeros((0, 3)), m]), np.concatenate([[], a]), np.concatenate([m, np.zeros((0, 3), int)]).dtype, np.concatenate([m.T, m.T], axis=1), np.concatenate([a[::-1], a[::2]]))
b = np.arange(24).reshape(2, 3, 4)
for ax in (0, 1, 2, -1):
    print(ax, np.concatenate([b, b], axis=ax).shape, np.concatenate([b, b, b], ax).sum())
c = np.concatenate([a, a])
c[0] = 100
print(a, c.base, c.flags.owndata)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.concatenate([]))
err(lambda: np.concatenate([a, m]))
err(lambda: np.concatenate([m, np.zeros((2, 2))]))
err(lambda: np.concatenate([m, np.zeros((3, 3))], axis=1))
err(lambda: np.concatenate([a, a], axis=1))
err(lambda: np.concatenate([m, m], axis=2))
err(lambda: np.concatenate([1, 2]))
err(lambda: np.concatenate([a, 5]))
err(lambda: np.concatenate(a))
