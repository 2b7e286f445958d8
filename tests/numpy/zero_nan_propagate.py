# nan, inf and signed zeros in arithmetic, comparison and conversion.
import numpy as np

a = np.array([np.nan, np.inf, -np.inf, 0.0, -0.0, 1.0])
print(a + 1, a - a, a * 0, a * 2, -a, a / a, a // 1, a % 2, a ** 2, abs(a), 1 / a, 0 * a)
print(a == a, a < 1, a > 1, a != 0, a >= 0, a.sum(), a.max(), a.min(), a[1:].max(), a[3:].min(), a.argmax(), a.any(), a.all())
print(a.astype(bool), a[3:].astype(int), a.tolist(), a[3] == a[4], repr(a[4]), str(a[4]), a[0] != a[0], a[0] == np.nan, a[0] is np.nan)
print(np.nan, np.inf, type(np.nan).__name__, float("nan") != np.nan, np.nan in [np.nan], np.array([np.nan])[0] in [np.nan], [np.nan] == [np.nan], np.inf > 10 ** 400, np.inf == float("inf"))
b = np.zeros(3)
b[0] = np.nan
b[1] = np.inf
b[2] = -np.inf
print(b, b.mean(), b.sum(), b.std(), (b == np.inf).sum(), b[b == b], b + b[::-1])
try:
    i = np.zeros(2, int)
    i[0] = np.nan
except ValueError as e:
    print(e)
try:
    i[0] = np.inf
except OverflowError as e:
    print(e)
try:
    int(a[0])
except ValueError as e:
    print(e)
try:
    int(a[1])
except OverflowError as e:
    print(e)
try:
    round(a[0])
except ValueError as e:
    print(e)
print(np.array([1e308]) + 1e308, np.array([5e-324]) / 2, np.array([1e200]) ** 2, np.array([-1e200]) * 1e200, np.float64(1e308) * 10, np.float64(0.0) * -1)
m = np.array([[1, np.nan], [np.inf, 2]])
print(m.sum(axis=0), m.max(axis=1), m.mean(axis=0), m.T, m[m == m], m > 1, m.min())
