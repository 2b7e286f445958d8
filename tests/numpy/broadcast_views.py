# Outer products and comparisons through newaxis; row and column operations.
import numpy as np

x = np.arange(1, 5)
print(x[:, None] * x, x[:, None] + x[None, :], x[:, None] > x, (x[:, None] == x).sum(), (x[:, None] - x)[0])
m = np.arange(12).reshape(3, 4)
print(m - m[0], m - m[:, :1], m - m[:, 0][:, None], m / m.max(axis=1)[:, None], m * np.array([1, 0, 1, 0]), m + np.array([[100], [200], [300]]))
print(m - m.mean(axis=0), m - m.mean(axis=1, keepdims=True), (m > m.mean(axis=0)).astype(int), m.sum(axis=0) + m.sum(axis=1)[:, None])
b = np.arange(24).reshape(2, 3, 4)
print((b + np.arange(4)).sum(), (b + np.arange(3)[:, None]).sum(), (b * np.array([1, -1])[:, None, None]).sum(axis=0), (b[:, None] == b[None]).shape, (b[..., None] + np.zeros(2)).shape)
d = (x[:, None] - x[None, :]) ** 2
print(d, d.sum(axis=1), d.argmax(axis=0), d[d > 0].min())
w = np.array([0.2, 0.3, 0.5])
print((m * w[:, None]).sum(axis=0), (w[:, None] * w).sum(), w[None].shape, (w[:, None] / w[None, :]).tolist()[0])
