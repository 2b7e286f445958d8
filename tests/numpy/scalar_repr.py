# Scalars taken from arrays: they print bare in NumPy 1.24.
import numpy as np

a = np.array([1.5, 2.0, 1e16, 1e-5, 0.1, 1 / 3, 1e15, 123456789.0, 1e100])
for x in a:
    print(x, repr(x), str(x), [x], f"{x}", "%s" % x, type(x))
for t, v in ((np.float32, 0.1), (np.float32, 1 / 3), (np.float32, 16777216.0), (np.float32, 1e10), (np.float32, 1e-10), (np.float32, 1e16), (np.int64, 5), (np.int32, -5), (np.uint8, 200), (np.bool_, True),
             (np.bool_, False), (np.float64, 2.5), (np.float64, 1e22), (np.float32, 2.5)):
    x = t(v)
    print(repr(x), str(x), [x], (x,), {x}, f"{x}", type(x).__name__)
print(np.int64(3), np.arange(3)[1], repr(np.arange(3)[1]), np.array([True])[0], repr(np.array([True])[0]))
print(f"{np.float64(3.14159):.2f} {np.int64(42):05d} {np.float32(2.5):.3f} {np.int64(7):>4} {np.float64(1e10):g} {np.uint8(255):x}")
print("%d %.1f %s %r" % (np.int64(5), np.float64(2.55), np.float64(0.5), np.int32(3)))
print(round(np.float64(2.567), 2), int(np.float64(3.9)), float(np.int64(3)), bool(np.int64(0)), complex if False else "", str(np.float64(5)))
print(np.float64("1.5"), np.int64("12"), np.float64(), np.int64(), np.bool_(), np.float32("inf"), np.float64("nan"))
print(np.array([0.1 + 0.2])[0], np.float32(0.1) + np.float32(0.2), np.float64(0.1) + 0.2)
print(max(np.array([3, 1, 2])), sum(np.array([1.5, 2.5])), sorted(np.array([3, 1, 2])), list(np.array([1.5, 2])), tuple(np.arange(2)))
