# Functions and methods agree; nested reductions; reductions of lists and views.
import numpy as np

a = (np.arange(60).reshape(3, 4, 5) * 7 % 11).astype(float)
for name in ("sum", "mean", "min", "max", "std", "any", "all", "argmin", "argmax"):
    f = getattr(np, name)
    m = getattr(a, name)
    print(name, f(a), m(), f(a, axis=0).tolist()[0], m(axis=1).tolist()[0], f(a, axis=-1).tolist()[1], f(a[0]), f(a[:, 1, ::2]), f(a.tolist()), m(axis=2, keepdims=True).shape)
print(a.sum(axis=0).max(), a.max(axis=0).sum(axis=1).min(), (a > a.mean()).sum(), (a == a.max()).sum(), a[a > 5].mean(), a.std(axis=(0, 1)))
if hasattr(a, "prod"):
    print(np.arange(1, 6).prod(), np.array([[1, 2], [3, 4]]).prod(axis=0))
if hasattr(a, "cumsum"):
    print(np.arange(5).cumsum())
out = np.zeros((4, 5))
for row in a:
    out += row
print((out == a.sum(axis=0)).all(), out[0])
n = np.array([[1, 2], [3, 4]])
print(n.sum(1).sum(), n.sum(0).tolist(), n.max(1) - n.min(1), n.mean(1).sum(), n.T.sum(1), n[n > 1].sum(), n.sum() / n.size, n.shape[0] * n.mean(), round(n.std(), 3), int(n.sum()), n.sum() == 10, f"{n.mean():.1f}")
