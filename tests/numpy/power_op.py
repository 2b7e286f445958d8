# ** of arrays.
import numpy as np

a = np.arange(5)
print(a ** 2, a ** 0, a ** 1, 2 ** a, a ** a, (-2) ** a, a ** 2.0, a ** 0.5, (a + 1) ** -1.0, 2.0 ** a, a ** np.array([0, 1, 2, 3, 2]))
f = np.array([0.0, 1.0, 2.0, 4.0, -2.0])
print(f ** 2, f ** 3, f ** 0, f ** 0.5, f ** -1, f ** -2, f ** 1.0, 0.5 ** np.arange(4))
print((a ** 2).dtype, (a ** 2.0).dtype, (f ** 2).dtype, (np.arange(3, dtype=np.float32) ** 2).dtype, (np.arange(3, dtype=np.uint8) ** 2).dtype, (np.arange(3, dtype=np.int32) ** 2).dtype)
print(np.array([10, 20], np.uint8) ** 2, np.array([3], np.int32) ** 25, np.array([3]) ** 41, np.array([2]) ** 64, np.array([-1]) ** 5, np.array([0]) ** 0, np.array([0.0]) ** 0)
print(np.array([2.0, np.nan, np.inf]) ** 0, np.array([1.0]) ** np.nan, np.array([np.inf, -np.inf]) ** 3, np.array([np.inf]) ** -1, np.array([-8.0]) ** (1 / 3))
for g in (lambda: a ** -1, lambda: np.array([2]) ** -2, lambda: 2 ** np.array([-1]), lambda: np.int64(2) ** -1, lambda: np.arange(3) ** np.array([-1, 2, 3])):
    try:
        print(g())
    except ValueError as e:
        print(e)
print(np.int64(2) ** 10, np.float64(2) ** 0.5, np.int64(2) ** 0.5, 2 ** np.int64(5), 2.0 ** np.int64(-1), type(np.int64(2) ** 2).__name__, np.float64(-8) ** 3)
b = np.arange(4.0)
b **= 2
print(b, pow(np.array([2, 3]), 2), pow(2, np.array([1, 2])))
c = np.arange(4)
c **= 2
print(c)
