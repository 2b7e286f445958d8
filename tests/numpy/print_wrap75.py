# Lines wrap at 75 columns.
import numpy as np

for n in (17, 18, 19, 24, 25, 26, 36, 37, 38):
    print(np.arange(n))
    print(repr(np.arange(n)))
for n in (12, 13, 14, 15):
    print(np.arange(n) + 0.5)
    print(repr(np.arange(n) + 0.5))
print(repr(np.arange(9) * 1.1e-3))
print(repr(np.arange(10) + 100000))
print(np.arange(10) * 123456789)
print(repr(np.arange(10) * 123456789))
print(repr(np.arange(20).reshape(1, 1, 20)))
print(repr(np.arange(38).reshape(2, 19)))
print(np.arange(5) * 1234567890123456)
print(repr(np.arange(5) * 1234567890123456))
print(np.array([[1.123456789] * 10, [2.0] * 10]))
