# mean, std, ddof, dtypes, empty.
import numpy as np

a = np.array([[1, 2, 3], [4, 5, 9]])
print(a.mean(), a.mean(axis=0), a.mean(axis=1), a.mean(axis=1, keepdims=True), np.mean(a), np.mean([1, 2, 4]), np.mean(a, axis=0), a.mean(axis=(0, 1)), np.mean([True, False]), np.mean(5))
print(a.std(), a.std(axis=0), a.std(axis=1), a.std(axis=1, keepdims=True), a.std(ddof=1), a.std(axis=0, ddof=1), np.std([1, 2, 3, 4]), np.std([1, 2, 3, 4], ddof=1), np.std([5]), a.std(axis=(0, 1)))
f = np.array([1.5, 2.5, 10.0], dtype=np.float32)
print(f.mean(), f.mean().dtype, f.std(), f.std().dtype, repr(f.mean()), f.sum(), f.sum().dtype, np.array([1, 2], np.uint8).mean(), np.array([200, 200], np.uint8).mean(), np.array([1, 2], np.int32).std(), np.array([True, True, False]).mean(), np.array([True, False]).std())
print(np.array([1e10, 1e10 + 1]).std(), np.array([1.0, np.nan]).mean(), np.array([np.inf, 1]).mean(), np.array([np.inf, 1]).std(), np.array([1.0, np.nan]).std())
print(np.zeros(0).mean(), np.zeros(0).std(), np.zeros((0, 2)).mean(axis=0), np.array([5.0]).std(ddof=1), np.array([1.0, 2.0]).std(ddof=2))
print(type(a.mean()).__name__, a.mean().dtype, type(a.mean(axis=0)).__name__, a.mean(axis=0).dtype, a.mean(dtype=np.float32), np.arange(10).mean(), np.arange(10).std())
if hasattr(np, "var"):
    print(a.var(), a.var(axis=0), np.var([1, 2, 3]))
b = np.arange(24).reshape(2, 3, 4)
print(b.mean(axis=(0, 2)), b.std(axis=(1, 2)), b.mean(axis=-1), b.std(axis=0), b.T.mean(axis=0), b[:, ::2].mean(), b.mean(axis=(0, 2), keepdims=True).shape)
x = (a - a.mean(axis=0)) / a.std(axis=0)
print(x, x.mean(axis=0), x.std(axis=0))
for g in (lambda: a.mean(axis=2), lambda: a.std(axis=5), lambda: np.mean()):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ":", e)
