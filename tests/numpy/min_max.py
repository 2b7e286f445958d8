# min, max with axis, nan, empty, dtypes.
import numpy as np

a = np.array([[3, 1, 2], [9, 7, 8]])
print(a.min(), a.max(), a.min(axis=0), a.max(axis=1), np.min(a), np.max(a, axis=0), a.max(axis=1, keepdims=True), a.min(axis=(0, 1)), np.max([1, 5, 2]), np.min([[1, 2], [0, 5]], axis=1), np.max(5), np.amax(a) if hasattr(np, "amax") else 9)
print(np.array([1.0, np.nan, 3]).max(), np.array([1.0, np.nan]).min(), np.array([np.inf, 1]).max(), np.array([-np.inf, 1]).min(), np.array([-0.0, 0.0]).max(), np.array([[1, np.nan], [2, 3]]).max(axis=0), np.array([[1, np.nan], [2, 3]]).max(axis=1))
for t in (np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64):
    x = np.array([1, 0, 3, 200]).astype(t)
    print(t.__name__, x.min(), x.max(), type(x.max()).__name__, x.argmin(), x.argmax(), type(x.argmax()).__name__)
print(max(a[0]), min(a[1]), max(a.ravel()), max(a.tolist()), max(a, key=lambda r: r.sum()), min(a.T, key=lambda r: r[0]))
b = np.arange(24).reshape(2, 3, 4)[::-1, :, ::-1]
print(b.max(axis=0), b.min(axis=(0, 2)), b.T.max(axis=0), b.max(axis=-1), b[:, 1].min(), b.max(axis=(0, 1), keepdims=True))
np.random.seed(5)
r = np.random.randn(1000)
print(r.max(), r.min(), r[::3].max(), r.reshape(10, 100).max(axis=0)[:3], r.reshape(10, 100).min(axis=1)[:3], r.max() == r[r.argmax()], r.astype(np.float32).max())


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.zeros(0).max())
err(lambda: np.zeros(0).min())
err(lambda: np.zeros((0, 3)).max(axis=0))
err(lambda: np.zeros((0, 3)).max(axis=1))
err(lambda: a.max(axis=2))
err(lambda: np.max([]))
err(lambda: np.zeros((2, 0)).min(axis=1))
