# sum with axis, keepdims, dtypes.
import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a.sum(), np.sum(a), a.sum(axis=0), a.sum(axis=1), a.sum(axis=2), a.sum(axis=-1), a.sum(axis=(0, 1)), a.sum(axis=(0, 2)), a.sum(axis=(0, 1, 2)), a.sum(axis=None), a.sum(0), np.sum(a, 1))
for ax in (None, 0, 1, 2, -1, (0, 1), (1, 2), (0, 1, 2), ()):
    print(ax, a.sum(axis=ax, keepdims=True).shape, np.shape(a.sum(axis=ax)) if hasattr(np, "shape") else "")
print(np.sum([1, 2, 3]), np.sum([[1, 2], [3, 4]], axis=0), np.sum([1.5, 2]), np.sum(5), np.sum([]), np.sum([True, True]), np.zeros((0, 3)).sum(axis=0), np.zeros((0, 3)).sum(axis=1), np.zeros((2, 0)).sum())
for t in (np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64):
    x = np.ones((3, 2)).astype(t)
    print(t.__name__, x.sum(), x.sum(axis=0), type(x.sum()).__name__ if t is not np.uint8 else "", x.mean(), x.mean().dtype)
print(np.array([0.1] * 10).sum(), np.array([0.1] * 10, np.float32).sum(), np.array([1e16, 1, -1e16]).sum(), np.array([np.nan, 1]).sum(), np.array([np.inf, -np.inf]).sum(), np.array([1e308, 1e308]).sum())
print(a[::2, ::-1].sum(axis=1), a.T.sum(axis=0), a[:, 1].sum(), a.sum(axis=0).sum(axis=0), np.ones((3, 4)).sum(axis=0, dtype=int), np.arange(3).sum(dtype=float))
m = a[0]
print(m - m.mean(axis=1, keepdims=True), m / m.sum(axis=1, keepdims=True), (m * m).sum() ** 0.5, m.sum(axis=1)[:, None] + m)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a.sum(axis=3))
err(lambda: a.sum(axis=-4))
err(lambda: a.sum(axis=(0, 0)))
err(lambda: a.sum(axis=1.5))
err(lambda: a.sum(axis="x"))
err(lambda: np.arange(3).sum(axis=1))
err(lambda: np.sum())
