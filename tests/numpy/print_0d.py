# Zero-dimensional arrays.
import numpy as np

for v in (5, 2.5, True, -3, 1e10, 1 / 3, float("nan"), 2 ** 40, 0.1, 1e16, 1e-5, 100.0):
    a = np.array(v)
    print(a, repr(a), str(a), a.shape, a.ndim, a.size, a.item(), a.tolist(), [a])
print(repr(np.array(5, np.uint8)), repr(np.array(2.5, np.float32)), np.array(0.1, np.float32), repr(np.array(7, np.int32)))
a = np.array(5)
print(a + 1, type(a + 1).__name__, a[()], type(a[()]).__name__, repr(a.reshape(1)), repr(a.reshape(1, 1)), a == 5, bool(a), int(a), float(a))
a[()] = 9
print(a, a.copy(), a.astype(float), a.sum(), a.T, a.base, f"{a}", "%d" % a, f"{np.array(2.5):.3f}" if False else "")
b = np.arange(3)
s = b[1, ...]
print(repr(s), s.base is b, type(b[1]).__name__)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a[0])
err(lambda: len(a))
err(lambda: list(a))
err(lambda: a[:])
err(lambda: iter(a))
err(lambda: a[0, 0])
print(np.expand_dims(a, 0), a[None], a[..., None].shape, [1, 2, 3][np.array(1)], list(range(np.array(3))))
