# Division, floor division, remainder of integer arrays; zero divisors.
import numpy as np

a = np.array([-7, -1, 0, 1, 7])
for d in (2, -2, 3, -3):
    print(d, a / d, a // d, a % d, (a // d) * d + a % d == a)
print(10 / np.array([1, 2, 4]), 10 // np.array([1, 3, 4]), 10 % np.array([3, 4, 7]), -10 // np.array([3, -3]), -10 % np.array([3, -3]))
print(a / a[::-1].astype(float).sum() if False else a / 4.0, a // 2.0, a % 2.5, (a // 2).dtype, (a // 2.0).dtype, (a / 1).dtype)
f = np.array([-7.5, -0.5, 0.0, 0.5, 7.5])
for d in (2.0, -2.0, 0.3):
    print(d, f / d, f // d, f % d)
print(f / 0.0, f // 0.0, f % 0.0)
print(a // 0, a % 0, a / 0, np.array([1, 2], np.int32) // 0, np.array([1], np.uint8) % 0)
print(np.array([0.0, 1.0, -1.0]) / np.array([0.0, 0.0, 0.0]), np.float64(1) / 0, np.float64(-1) / 0, np.float64(0) / 0, np.int64(1) / np.int64(0), np.int64(5) // np.int64(0), np.int64(5) % np.int64(0))
print(np.array([1e308]) * 10, np.array([np.inf]) - np.inf, np.array([np.inf]) * 0, np.array([1.0]) % np.inf, np.array([-1.0]) % np.inf, np.array([5.0]) // np.inf, np.array([-5.0]) // np.inf)
print(divmod(np.array([7, -7]), 3), divmod(7, np.array([2, 3])), divmod(np.array([7.5]), 2))
u = np.array([200, 7], np.uint8)
print(u // 3, u % 3, u / 2, (u / 2).dtype, u // np.uint8(2), (np.array([7], np.float32) / 2).dtype, np.array([7], np.int32) / 2, np.array([True, False]) / 2)
print(np.array([7.0], np.float32) // 2, np.array([7.3], np.float32) % 2, np.array([-7], np.int32) // np.array([2]), np.array([-7], np.int32) % np.array([2]))
