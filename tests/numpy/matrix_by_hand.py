# Matrix products with broadcasting only, power iteration, least squares by hand.
import numpy as np


def matmul(a, b):
    return (a[:, :, None] * b[None, :, :]).sum(axis=1)


a = np.array([[1.0, 2.0], [3.0, 4.0]])
i = np.array([[1.0, 0.0], [0.0, 1.0]])
print(matmul(a, i), matmul(a, a), matmul(a, np.array([[1.0], [1.0]])), matmul(np.arange(6).reshape(2, 3), np.arange(12).reshape(3, 4)))
v = np.ones(2)
for _ in range(30):
    v = (a * v).sum(axis=1)
    v /= v.max()
print(v.round(6) if hasattr(v, "round") else v)
x = np.arange(10.0)
y = 3 * x + 2
mx, my = x.mean(), y.mean()
slope = ((x - mx) * (y - my)).sum() / ((x - mx) ** 2).sum()
print(slope, my - slope * mx)
u = np.zeros((6, 6))
u[0] = 100.0
for _ in range(50):
    u[1:-1, 1:-1] = (u[:-2, 1:-1] + u[2:, 1:-1] + u[1:-1, :-2] + u[1:-1, 2:]) / 4
print(u[1:3], u.sum())
p = np.array([0.2, 0.3, 0.5])
print(p.sum(), (p * np.array([1, 2, 3])).sum(), 1 - p, p[::-1] / p, p / p.max())
t = np.array([[2, 1], [1, 3]])
det = t[0, 0] * t[1, 1] - t[0, 1] * t[1, 0]
inv = np.array([[t[1, 1], -t[0, 1]], [-t[1, 0], t[0, 0]]]) / det
print(det, inv, matmul(t.astype(float), inv))
if hasattr(np, "dot"):
    print(np.dot(np.array([1, 2]), np.array([3, 4])))
else:
    print(11)
