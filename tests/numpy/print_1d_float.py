# str and repr of one-dimensional float arrays: shared precision, trailing zeros trimmed.
import numpy as np

for v in ([1.0], [1.0, 2.0], [1.5, 2.25, 3.125], [0.1, 0.12, 0.123], [1 / 3, 2 / 3], [100.0, 0.001], [1e5, 1.5], [123456.789, 0.1], [-1.0, 1.0], [-0.5, 10.25],
          [0.0, -0.0], [1.0, 1e-3], [1.23456789012345], [0.1 + 0.2], [1e7, 1.0], [99999999.0, 1.0], [1e8, 1.0], [12345678.9], [0.0001, 1.0], [0.00009, 1.0],
          [1, 2, 3.5], [1000.5, 1e-2], [3.14159265358979, 2.718281828], [5e-324], [1.7976931348623157e308], [0.3, 0.30000000000000004]):
    a = np.array(v)
    print(a)
    print(repr(a))
print(np.arange(25) / 7)
print(repr(np.arange(25) / 7))
print(np.arange(20) * 0.5)
print(repr(np.linspace(0, 1, 13)))
