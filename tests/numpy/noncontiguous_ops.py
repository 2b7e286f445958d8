# Arithmetic and reductions on strided, reversed, transposed, broadcast operands.
import numpy as np

a = np.arange(36).reshape(6, 6)
views = [a[::2, ::3], a[::-2, 1::2], a.T[1:4], a[:, 2][::2], a[2:5, ::-1], a.reshape(4, 9)[:, ::4], a[1::2].T, a.reshape(2, 3, 6)[:, 1], a[None, 3, ::5]]
for v in views:
    print(v.shape, (v + 1).tolist(), (v * v).sum(), v.sum(axis=0), v.max(), v.min(axis=-1), v.mean(), (v > 15).sum(), v.copy().ravel().tolist() == v.ravel().tolist(), v.astype(float).sum(), v.tolist() == (v + 0).tolist())
x = np.zeros((4, 4))
x[::2, ::2] = np.arange(4).reshape(2, 2)
x[1::2, ::-2] = 9
x.T[0] += 100
x[:, ::-1][0] -= 1
print(x)
f = np.arange(12, dtype=np.float32).reshape(3, 4)
g = f.T
print((g + g).tolist(), (g[::2] * f[0, :3]).tolist(), (f[:, ::2] + f[:, 1::2]).tolist(), (f[::-1] == f).tolist(), g.astype(int).tolist(), (g + np.arange(3)).tolist())
b = np.arange(10) % 3 == 0
print(b[::2] & b[1::2], b[::-1] | b, ~b[::3], b[::2].sum(), a[::2][b[:3]].shape)
y = np.arange(10.0)
y[::2] = y[1::2]
print(y)
y[1:] += y[:-1]
print(y)
y[::-1][:3] = [1, 2, 3]
print(y)
z = np.arange(10)
z[2:] = z[:-2]
print(z)
z[:-3] = z[3:]
print(z)
