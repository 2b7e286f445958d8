# np.arange with ints, floats, steps, dtypes.
import numpy as np

for args in ((5,), (0,), (-3,), (2, 7), (7, 2), (0, 10, 3), (10, 0, -3), (0, -5, -2), (5, 5), (0, 10, 20)):
    print(args, repr(np.arange(*args)))
for args in ((3.0,), (0, 1, 0.25), (0, 1, 0.1), (1, 2, 0.3), (1.5, 5), (0.0, 0.5, 0.1), (5, 0, -1.5), (0, 0.3, 0.1), (1, 1.3, 0.1)):
    a = np.arange(*args)
    print(args, len(a), a.dtype, a.tolist())
print(repr(np.arange(3, dtype=float)), repr(np.arange(3, dtype=np.float32)), repr(np.arange(0, 6, 2, dtype=np.uint8)), repr(np.arange(4, dtype="int32")))
print(np.arange(6).reshape(2, 3), np.arange(start=1, stop=4), np.arange(1, 10, step=4))
print(np.arange(10 ** 15, 10 ** 15 + 3), np.arange(np.int64(3)), np.arange(np.float64(2)), np.arange(True, 3))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.arange())
err(lambda: np.arange(1, 5, 0))
err(lambda: np.arange(0, float("inf")))
err(lambda: np.arange("a") if False else np.arange(0, float("nan")))
a = np.arange(0, 1000000, 7)
print(a.sum(), len(a), a[-1])
