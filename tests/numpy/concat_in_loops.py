# Arrays grown in loops: append, concatenate, stack, insert, delete.
import numpy as np

a = np.array([], dtype=int)
for i in range(5):
    a = np.append(a, i * i)
print(a, a.dtype)
b = np.empty((0, 3))
for i in range(3):
    b = np.append(b, [[i, i + 1, i + 2]], axis=0)
print(b, b.shape)
parts = []
for i in range(3):
    parts.append(np.full((2, 2), i))
print(np.concatenate(parts), np.concatenate(parts, axis=1), np.stack(parts).shape, np.stack(parts, axis=2)[0, 0])
c = np.arange(10)
while len(c) > 3:
    c = np.delete(c, len(c) // 2)
print(c)
d = np.array([5])
for v in (3, 8, 1, 9, 4):
    k = 0
    while k < len(d) and d[k] < v:
        k += 1
    d = np.insert(d, k, v)
print(d)
e = np.zeros((2, 0))
for i in range(3):
    e = np.concatenate([e, np.array([[i], [i * 10]])], axis=1)
print(e, e.dtype)
f = [np.arange(i) for i in range(4)]
print(np.concatenate(f), sum(len(x) for x in f), np.concatenate(f[::-1]))
g = np.arange(6).reshape(2, 3)
g = np.concatenate([g, g[:1] * 10, np.zeros((1, 3), dtype=int)])
g = np.insert(g, 0, g.sum(axis=0), axis=0)
g = np.delete(g, [1, 2], axis=0)
print(g)
h = np.array([[1, 2], [3, 4]])
h = np.append(h, h[:, ::-1], axis=1)
h = np.append(h, h.sum(axis=0)[None], axis=0)
print(h, h.shape, h.base)
