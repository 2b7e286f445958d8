# Summaries of three dimensions, and what sets the width.
import numpy as np

print(np.arange(8000).reshape(20, 20, 20))
print(repr(np.arange(1200).reshape(2, 3, 200)))
print(np.zeros((2, 2, 300)))
print(np.arange(1001 * 2).reshape(1001, 2, 1)[:7].shape)
print(repr(np.arange(2002).reshape(1001, 2, 1)))
a = np.zeros((30, 40))
a[0, 0] = 1.5
a[15, 15] = 123456.789
print(a)
a[29, 39] = -100.25
print(a)
b = np.arange(3000)
b[1500] = 10 ** 9
print(b)
b[2999] = 10 ** 9
print(b)
print(np.ones((1, 1, 1, 1100)))
