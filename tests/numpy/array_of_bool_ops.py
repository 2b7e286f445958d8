# Boolean arrays as numbers, as masks and in assignments.
import numpy as np

b = np.array([True, False, True, True])
print(b.sum(), b.mean(), b * 2, b + b, b.astype(int), b.max(), b.min(), b.argmin(), b.tolist(), b[b], b[~b], b == 1, b & (np.arange(4) > 1), b[::-1], b.any(), b.all(), b.std())
b[1] = 5
b[2] = 0
b[3] = 0.0
print(b, b.dtype)
b[:] = [0, 1, 2, 0]
print(b)
b[b] = False
print(b)
m = np.zeros((2, 3), dtype=bool)
m[0, 1] = True
m[1] = [1, 0, 1]
print(m, m.sum(axis=0), m.sum(axis=1), m.T, ~m, m | m[::-1], m ^ True, np.array([m.any(axis=0), m.all(axis=0)]))
x = np.arange(6).reshape(2, 3)
print(x[m], x * m, np.sum(m * x), (x > 2) == m, (x[m] > 1).all())
x[~m] = -1
print(x)
print(np.array([1, 0, 2], dtype=bool), np.array(["a" == "a", 1 > 2]), np.ones(3, bool) & np.array([0, 1, 0], bool), bool(np.array([True]))) 
print([bool(v) for v in m[1]], [i for i, v in enumerate(m[1]) if v], [type(v).__name__ for v in m[1]], True in m, np.True_ if hasattr(np, "True_") else True, np.bool_(0) == False)
