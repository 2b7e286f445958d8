# Integer arrays wrap around; so do the fixed-size scalars in arrays.
import numpy as np

u = np.array([0, 1, 200, 255], dtype=np.uint8)
print(u + u, u - 1, u * 2, u + np.uint8(100), -u, u - u[::-1], u << 1, ~u, u ** 2, u * u)
for r in (u + u, u + 1, u * 2, u - 1, u + 1.0, u / 2, u // 2, -u, u + True, u * np.int32(2), u + np.int64(1), u + np.array(1), u + np.array([1])):
    print(r.dtype, r)
i = np.array([2 ** 31 - 1, -2 ** 31, 0], dtype=np.int32)
print(i + 1, i - 1, i * 2, -i, abs(i), i + i, i + np.int32(1))
print((i + 1).dtype, (i + 2 ** 31).dtype, (i + 2 ** 31), (i + 1.5).dtype, (i * 2 ** 40).dtype)
q = np.array([2 ** 63 - 1, -2 ** 63])
print(q + 1, q - 1, q * 2, -q, abs(q), q + q, q << 1)
a = np.array([250, 251], dtype=np.uint8)
a += 10
print(a)
a -= 20
print(a)
a *= 3
print(a, a.dtype)
a[0] = 7
print(a, a.sum(), a.max(), a.mean())
print(np.array([100, 100, 100], np.uint8).sum(), np.array([2 ** 31 - 1] * 2, np.int32).sum(), np.array([2 ** 63 - 1, 1]).sum())
print(np.array([5, 7], np.uint8) // 2, np.array([5, 7], np.uint8) % 3, np.array([-5, 7]) // 2, np.array([-5, 7]) % 3, np.array([-7, 7], np.int32) // -2)
