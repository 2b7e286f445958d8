# Longer expressions: polynomials, normalisation, clipping by masks, distances.
import numpy as np

x = np.linspace(-2, 2, 9)
print(x ** 3 - 2 * x + 1, (x * x - 1) * (x > 0), abs(x) < 1, x[(x > -1) & (x < 1)], -x[::-1] == x)
y = x.copy()
y[y < -1] = -1
y[y > 1] = 1
print(y, y.sum(), (y == x).sum())
n = (x - x.min()) / (x.max() - x.min())
print(n, (x - x.mean()) / x.std())
i = np.arange(10)
print(i % 3 == 0, i // 3, (i % 2) * 2 - 1, ((i % 2) * 2 - 1) * i, (i * (i + 1) // 2), i[i % 2 == 0] * i[i % 2 == 1], 2 ** i % 7, (i - 5) ** 2, 10 - i, 1 / (i + 1))
p = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 8.0]])
q = np.array([3.0, 0.0])
print(((p - q) ** 2).sum(axis=1) ** 0.5, (p * q).sum(axis=1), p - p.mean(axis=0), p[((p - q) ** 2).sum(axis=1).argmin()])
t = np.array([20.5, 18.0, 25.25])
print(t * 9 / 5 + 32, (t * 9 / 5 + 32).astype(int), t - t[0], t[1:] - t[:-1], t > t.mean(), (t > 19) & ~(t > 25), -t // 1, t % 1, divmod(t, 10)[0])
r = np.arange(1, 6)
print(r / r.sum(), (r / r.sum()).sum(), r * 1.1, r * 0.1 + 0.2, (r * 0.1) == np.array([0.1, 0.2, 0.3, 0.4, 0.5]), r[::-1] - r, r * r[::-1])
