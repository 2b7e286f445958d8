# Conway's game of life with slices.
import numpy as np


def step(g):
    p = np.zeros((g.shape[0] + 2, g.shape[1] + 2), dtype=int)
    p[1:-1, 1:-1] = g
    n = p[:-2, :-2] + p[:-2, 1:-1] + p[:-2, 2:] + p[1:-1, :-2] + p[1:-1, 2:] + p[2:, :-2] + p[2:, 1:-1] + p[2:, 2:]
    return ((n == 3) | ((g == 1) & (n == 2))).astype(int)


g = np.zeros((8, 8), dtype=int)
g[[0, 1, 2, 2, 2], [1, 2, 0, 1, 2]] = 1
for gen in range(5):
    print(gen, g.sum())
    print("\n".join("".join(".#"[c] for c in row) for row in g))
    g = step(g)
np.random.seed(1)
r = (np.random.rand(30, 30) < 0.3).astype(int)
for _ in range(20):
    r = step(r)
print(r.sum(), r.sum(axis=0), r.dtype)
b = r.astype(bool)
print(b[:3, :10], b.sum(), (~b).sum())
