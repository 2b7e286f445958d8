# Classic nested loops over array elements: products, prefix sums, transposition, maxima.
import numpy as np

a = np.arange(6).reshape(2, 3)
b = np.arange(12).reshape(3, 4)
c = np.zeros((2, 4), dtype=int)
for i in range(2):
    for j in range(4):
        for k in range(3):
            c[i, j] += a[i, k] * b[k, j]
print(c)
t = np.zeros((3, 2), dtype=int)
for i in range(a.shape[0]):
    for j in range(a.shape[1]):
        t[j][i] = a[i][j]
print(t, (t == a.T).all())
best = (-1, None)
for i, row in enumerate(b):
    for j, v in enumerate(row):
        if v % 7 > best[0]:
            best = (v % 7, (i, j))
print(best, type(best[0]).__name__)
p = np.zeros(12)
s = 0.0
for i, v in enumerate(b.ravel()):
    s += v / 2
    p[i] = s
print(p)
total = 0
for v in b[::2, ::-1].ravel():
    total += v
print(total, type(total).__name__, total == b[::2].sum())
h = {}
for v in (b % 5).ravel().tolist():
    h[v] = h.get(v, 0) + 1
print(sorted(h.items()))
h = {}
for v in (b % 3).ravel():
    h[v] = h.get(v, 0) + 1
print(sorted(h.items()), h)
x = np.array([3, 1, 2])
for i in range(len(x)):
    for j in range(i + 1, len(x)):
        if x[j] < x[i]:
            x[i], x[j] = x[j], x[i]
print(x)
y = np.arange(5)
for i in range(1, len(y)):
    y[i] = y[i] + y[i - 1]
print(y, y[-1] == sum(range(5)))
f = np.zeros(20, dtype=int)
f[:2] = 1
for i in range(2, 20):
    f[i] = f[i - 1] + f[i - 2]
print(f, f[1:6] / f[:5])
grid = np.zeros((5, 5), dtype=int)
for k in range(5):
    grid[k, k] = grid[k, 4 - k] = k + 1
print(grid, [grid[i].sum() for i in range(5)], [grid[:, i].max() for i in range(5)])
