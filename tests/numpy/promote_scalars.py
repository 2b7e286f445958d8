# Value-based casting: arrays with Python and NumPy scalars (NumPy 1.24 rules).
import numpy as np

types = [np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64]
scalars = [True, 1, -1, 255, 256, 70000, 2 ** 40, 1.5, 1e40, np.bool_(True), np.uint8(1), np.int32(1), np.int64(1), np.int64(300), np.float32(1.5), np.float64(1.5), np.array(1), np.array(2.5)]


def fits(t, s):
    return t is not np.uint8 or isinstance(s, float) or 0 <= s <= 255


for t in types:
    a = np.array([1, 0]).astype(t)
    print(str(a.dtype).ljust(8), [str((a + s).dtype) for s in scalars if fits(t, s)])
for t in types:
    a = np.array([1, 0]).astype(t)
    print(str(a.dtype).ljust(8), [str((s * a).dtype) for s in scalars if fits(t, s)])
for t in types:
    a = np.array([1, 2]).astype(t)
    print(str(a.dtype).ljust(8), [str((a / s).dtype) for s in (True, 2, 2.5, np.float32(2))], [str((a > s).dtype) for s in (1, 1.5)])
a = np.zeros(2, np.float32)
print((a + 1e-10).dtype, (a * 0.1).dtype, (a + 1e39).dtype, a + 0.1, (a + 0.1)[0], (a + np.array([0.1])).dtype, (a + np.arange(2)).dtype)
u = np.array([250], np.uint8)
print(u + 5, u + 10, (u + 10).dtype, u - 5, 255 - u, (0 - u).dtype, u == 250.0, u == -1, u > -1, u < 256)
print((np.uint8(5) + 1).dtype, (np.int32(5) + 2 ** 40).dtype, (np.float32(1) + 1).dtype, (np.float32(1) + 1.5).dtype, (np.float32(1) + np.float64(1)).dtype)
