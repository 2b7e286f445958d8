# Comparisons give bool arrays.
import numpy as np

a = np.array([1, 2, 3, 2])
b = np.array([2, 2, 2, 3])
for r in (a < b, a <= b, a == b, a != b, a > b, a >= b, a == 2, 2 < a, a > 1.5, a == 2.0, (a > 1) & (b < 3), (a == 1) | (b == 3), ~(a == 2), (a > 1) ^ (b > 2), a == True):
    print(r, r.dtype)
f = np.array([1.0, np.nan, -0.0, np.inf])
print(f == f, f != f, f < 1, f >= 1, f == 0, np.nan == f, f > -np.inf)
m = np.arange(6).reshape(2, 3)
print(m > 2, m == m.T.reshape(2, 3), (m % 2 == 0).sum(), (m > 2).any(), (m >= 0).all(), (m > 2).sum(axis=0))
print(a == [1, 2, 3, 2], [1, 2, 2, 2] == a, a < (2, 3, 3, 3), a == np.array([[1], [2]]))
print(np.array([True, False]) == True, np.array([True, False]) < np.array([True, True]), np.array([1], np.uint8) == 257, np.array([255], np.uint8) == -1)
print(np.int64(2) == a, np.float64(2) < a, (a == a).dtype, type(a[0] == 1).__name__, type(a[0] < a[1]).__name__, a[0] == 1, a[0] is not None)
print(np.float32(0.1) == 0.1, np.array([0.1], np.float32) == 0.1, np.array([0.1], np.float32) == np.array([0.1]), np.array([0.5], np.float32) == 0.5)


def err(g):
    try:
        print(g())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: bool(a == b))
err(lambda: bool(a))
err(lambda: 1 if a > 1 else 2)
err(lambda: a and b)
err(lambda: not m)
err(lambda: 1 < a < 3)
err(lambda: a in [1, 2])
err(lambda: a < "x" if False else bool(np.array([1])))
err(lambda: bool(np.array([])) if False else bool(np.array([0])))
err(lambda: bool(np.array([[5]])))
print(2 in a, 9 in a, 2.0 in a, [1] in m if False else 5 in m, True in (a > 2))
print(a is a, None in [None, 1], a.any(), a.all(), (a == None).tolist() if False else "")
