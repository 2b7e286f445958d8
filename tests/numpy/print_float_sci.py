# When arrays switch to scientific notation.
import numpy as np

for v in ([1e-5, 1.0], [1e-4, 1.0], [1e10], [1e16, 1.0], [1e15], [1e-10, 1e-11], [1e300, 1e-300], [1e8], [1e7 + 0.5], [1e3, 1e-1], [1e3, 9e-2], [1.0, 2e8], [1.5e8, 2.5e8],
          [1e100], [1e100, 1.0], [1.23e-7, 4.56e-7], [1e-5], [0.001, 1], [0.001, 2000], [0.0001, 0.001], [-1e-9, 1e9], [1e5, 1e-5], [1234567.0, 0.001], [6.02e23, 1.38e-23], [1e-100, 0.0]):
    a = np.array(v)
    print(a, repr(a))
print(np.array([1e10, 1.0, 0.5]).reshape(3, 1))
print(repr(np.array([[1e-8, 1], [2, 3]])))
print(np.array([1e-7, 1e-8], dtype=np.float32), np.array([1e10, 3], dtype=np.float32), repr(np.array([1.1e-5], np.float32)))
print(np.array([1.5e-5, float("nan")]), np.array([1e20, float("inf")]), np.array([1e9, float("nan"), -1]))
print(np.array([123456789.123, 1e-3]), np.array([1.0, 10.0, 100.0, 1e8]), np.array([99999999.5]), np.array([0.00011]))
print(np.arange(5) * 1e9, np.arange(5) * 1e-9)
