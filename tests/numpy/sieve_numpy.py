# A sieve, a prefix sum, and other loops over elements.
import numpy as np

n = 200
s = np.ones(n, dtype=bool)
s[:2] = False
for i in range(2, int(n ** 0.5) + 1):
    if s[i]:
        s[i * i::i] = False
print(s.sum(), [i for i in range(n) if s[i]][-5:], np.arange(n)[s][:12])
a = np.arange(1, 11)
c = a.copy()
for i in range(1, len(c)):
    c[i] += c[i - 1]
print(c)
x = np.linspace(-1, 1, 11)
y = x * x - 0.25
print(y, x[y < 0], (y[:-1] * y[1:] < 0).sum(), y.argmin(), (y[1:] - y[:-1]) / (x[1:] - x[:-1]))
m = np.zeros((5, 5), dtype=int)
for i in range(5):
    for j in range(5):
        m[i, j] = (i + 1) * (j + 1)
print(m, (m == m.T).all(), m[::2, ::2].sum(), m[m % 2 == 0].size)
t = np.arange(9).reshape(3, 3)
print([t[i, i] for i in range(3)], sum(t[i, i] for i in range(3)), [t[i, 2 - i] for i in range(3)])
h = np.zeros(5, dtype=int)
for v in [1, 3, 3, 4, 1, 1]:
    h[v] += 1
print(h, h.argmax(), h / h.sum())
w = np.arange(20)
win = np.stack([w[i:i + 5] for i in range(0, 16, 5)])
print(win, win.mean(axis=1), win[:, ::-1])
d = np.array([[0, 0], [3, 4], [6, 8]])
diff = d[:, None, :] - d[None, :, :]
print(((diff ** 2).sum(axis=2) ** 0.5), diff.shape)
