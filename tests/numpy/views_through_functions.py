# Views passed to functions, kept in objects, returned from generators.
import numpy as np


def fill(v, x):
    v[...] = x
    return v


def halves(a):
    n = len(a) // 2
    return a[:n], a[n:]


def windows(a, n):
    for i in range(len(a) - n + 1):
        yield a[i:i + n]


class Grid:
    def __init__(self, h, w):
        self.data = np.zeros((h, w), dtype=int)
        self.border = [self.data[0], self.data[-1], self.data[:, 0], self.data[:, -1]]
        self.center = self.data[1:-1, 1:-1]

    def __getitem__(self, k):
        return self.data[k]

    def __setitem__(self, k, v):
        self.data[k] = v


a = np.arange(8)
l, r = halves(a)
fill(l, 1)
r *= 10
print(a, l.base is a, r.base is a)
for w in windows(a, 3):
    w[1] = 0
print(a)
ws = list(windows(a, 4))
a[3] = 77
print([x.tolist() for x in ws], all(x.base is a for x in ws))
g = Grid(4, 5)
for b in g.border:
    b += 1
g.center[:] = 7
g[0, 0] = 99
g[1][1] = 5
print(g.data, g.center, g[0].base is g.data, g[3, 4])
rows = dict(enumerate(g.data))
rows[2][:] = -1
print(g.data.sum(axis=1), rows[2].base is g.data)


def quick(v):
    if len(v) > 1:
        p = v[0].item()
        rest = v[1:].copy()
        less = rest[rest < p]
        v[:len(less)] = less
        v[len(less)] = p
        v[len(less) + 1:] = rest[rest >= p]
        quick(v[:len(less)])
        quick(v[len(less) + 1:])


x = np.array([5, 3, 8, 1, 9, 2, 7, 3, 0])
quick(x)
print(x)
y = np.arange(16).reshape(4, 4)


def swap_quarters(m):
    n = len(m) // 2
    a, b = m[:n, :n].copy(), m[n:, n:]
    m[:n, :n] = b
    m[n:, n:] = a
    return m


print(swap_quarters(y), swap_quarters(y[:2, :2]), y)
f = lambda v=np.zeros(2): v
f()[0] = 5
print(f(), [q[::-1] for q in (a[:3], a[3:6])], list(map(lambda v: v.sum(), y)), [v.base is y.base for v in y])
