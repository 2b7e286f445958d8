# Iteration, membership, len, conversion to Python containers.
import numpy as np

a = np.arange(4)
m = np.arange(6).reshape(2, 3)
for x in a:
    print(x, type(x).__name__, end="; ")
print()
for r in m:
    print(r, r.shape, r.base is m.base, end="; ")
print()
for i, (x, y, z) in enumerate(m):
    print(i, x + y + z, end="; ")
print()
for block in np.arange(8).reshape(2, 2, 2):
    for row in block:
        for v in row:
            print(v, end=" ")
print()
print(list(a), tuple(a), set(a.tolist()), list(m), m.tolist(), a.tolist(), list(reversed(a)), list(map(float, a)), [*a], [v for v in m.ravel() if v % 2], dict(zip("ab", m.tolist())))
print(3 in a, 7 in a, 5 in m, 2.5 in a, len(a), len(m), bool(len(a)), any(a), all(a), max(a), min(m[1]), sum(a), sum(m), sorted(a, key=lambda v: -v))
print(list(zip(a, a[1:])), list(enumerate(a)), next(iter(a)), list(np.zeros((2, 0))), list(np.zeros(0)))
b = np.arange(3)
for i in range(len(b)):
    b[i] = b[i] * 10 + i
print(b)
for v in b:
    v += 1
print(b)
for r in m:
    r *= 2
print(m)
it = iter(m)
print(next(it), next(it))
try:
    next(it)
except StopIteration:
    print("done")
try:
    x, y = a
except ValueError as e:
    print(e)
t = m.tolist()
print(type(t), type(t[0]), type(t[0][0]), type(np.array([1.5]).tolist()[0]), type(np.array([True]).tolist()[0]), np.array(5).tolist(), np.zeros((2, 0)).tolist(), np.zeros((0, 2)).tolist(), np.array([1, 2], np.uint8).tolist(), np.array([0.1], np.float32).tolist())
total = 0
for v in np.linspace(0, 1, 101):
    total += v
print(total, type(total).__name__)
