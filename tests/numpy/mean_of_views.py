# Reductions along axes of views equal those of their copies.
import numpy as np

np.random.seed(9)
a = np.random.randn(6, 5, 4)
views = {"T": a.T, "even": a[::2], "cols": a[:, 1:4:2], "rev": a[::-1, ::-1], "last": a[..., 2], "mid": a[:, 2], "t3": a.transpose(1, 2, 0), "none": a[None, 0], "resh": a.reshape(10, 12)}
for name, v in views.items():
    c = v.copy()
    print(name, v.shape, all((v.max(axis=k) == c.max(axis=k)).all() for k in range(v.ndim)), all((v.argmin(axis=k) == c.argmin(axis=k)).all() for k in range(v.ndim)), all((abs(v.sum(axis=k) - c.sum(axis=k)) < 1e-12).all() for k in range(v.ndim)), abs(v.mean() - c.mean()) < 1e-12, abs(v.std() - c.std()) < 1e-12, v.max() == c.max(), v.tolist() == c.tolist(), (v > 0).sum() == (c > 0).sum())
i = (a * 100).astype(int)
for name, v in (("T", i.T), ("even", i[::2]), ("rev", i[::-1, ::-1]), ("mid", i[:, 2])):
    print(name, v.sum(), v.sum(axis=0).tolist()[0], v.mean(axis=-1).ravel()[:2], v.min(axis=(0, 1)) if v.ndim == 3 else v.min(axis=0), v.any(axis=0).ravel()[:2], v.sum(axis=0, keepdims=True).shape)
print(i.sum(axis=(0, 2)), i.max(axis=(1, 2)), i.T.sum(axis=(0, 2)), i.mean(axis=(0, 1)), i.std(axis=(0, 1, 2)) == i.std())
