# float32 arithmetic is single precision throughout.
import numpy as np

f = np.array([0.1, 0.2, 1 / 3, 16777216, 1e38], dtype=np.float32)
g = np.array([3, 0.7, 2, 1, 10], dtype=np.float32)
for r in (f + g, f - g, f * g, f / g, f // g, f % g, -f, abs(-f), f ** 2, f == g, f < g):
    print(r.dtype, r.tolist())
print(f + 1, f * 2, f / 3, f + 0.1, (f + np.float64(0.1)).dtype, (f + np.array([0.1])).dtype, (f + np.arange(5)).dtype, (f + np.arange(5, dtype=np.uint8)).dtype, (f + np.ones(5, np.int32)).dtype)
s = f[0]
print(s, repr(s), s + 0.2, repr(s + np.float32(0.2)), repr(s * s), float(s), repr(s / 3), s == 0.1, s == np.float32(0.1), type(s + 1).__name__, type(s + np.float32(1)).__name__, repr(s + np.int64(1)))
print(f.sum(), f.mean(), f.max(), f.min(), f.std(), f[:3].sum(), repr(f[:3].sum()), f.argmax(), f[:4].tolist(), f.nbytes, f.itemsize, f.strides)
print(np.float32(16777216) + np.float32(1), np.float32(1) / np.float32(3), np.float32(1e38) * np.float32(10), np.float32(1e-45), np.float32(1e-46), np.float32(0.1) + 0.2)
print(np.array([1.1, 2.2], np.float32).astype(float).tolist(), np.array([1e39, -1e39]).astype(np.float32), np.array([0.1 + 0.2]).astype(np.float32) == np.float32(0.3))
acc = np.float32(0)
for i in range(10):
    acc += np.float32(0.1)
print(acc, repr(acc), type(acc).__name__)
x = np.zeros(3, np.float32)
x += 0.1
x[0] = 1 / 3
x *= 3
print(x, x.dtype, x.tolist())
print(repr(np.linspace(0, 1, 5).astype(np.float32)), repr(np.arange(0, 1, 0.3).astype(np.float32)), repr(np.array([1.5, 1e-8, 123456.7], np.float32)))
for v in (0.1, 1 / 3, 100.125, 1e-3, 1e5, 1234567.0, 12345678.0, 1e16, 1e17, 3.4028235e38, 1.17549435e-38, 2.5):
    print(np.float32(v), repr(np.float32(v)), end="; ")
print()
