# Attributes and small methods.
import numpy as np

for a in (np.arange(6), np.arange(6).reshape(2, 3), np.zeros((2, 0, 3)), np.array(5.5), np.ones((2, 2), np.float32), np.zeros(3, bool), np.arange(4, dtype=np.uint8)[::2], np.zeros((1, 2, 3, 4), np.int32)):
    print(a.shape, a.ndim, a.size, a.dtype, a.itemsize, a.nbytes, a.strides, a.flags.owndata, a.base is None, a.T.shape, type(a).__name__)
a = np.arange(6).reshape(2, 3)
print(len(a), a.shape[0], a.shape[-1], a.dtype == int, a.dtype.name, a.dtype.itemsize, str(a.dtype), repr(a.dtype), isinstance(a.shape, tuple), a.ndim + 1)
rows, cols = a.shape
print(rows, cols, rows * cols == a.size)
f = a.flags
print(f.owndata, f.c_contiguous, f.writeable, f["C_CONTIGUOUS"], a[0].flags.owndata, a.copy().flags.owndata)
print(np.ndarray, isinstance(a, np.ndarray), isinstance([1], np.ndarray), isinstance(a[0], np.ndarray), isinstance(a[0, 0], np.ndarray), callable(a.sum), hasattr(a, "shape"), hasattr(a, "nope"), np.__name__)


def err(g):
    try:
        print(g())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a.shape.__setitem__(0, 5))
err(lambda: setattr(a, "size", 5))
err(lambda: setattr(a, "ndim", 5))
err(lambda: setattr(a, "foo", 5))
err(lambda: setattr(a, "base", None))
err(lambda: a.nbytes.foo)
err(lambda: np.ndarray.nope)
err(lambda: len(np.array(3)))
a.fill(7) if hasattr(a, "fill") else None
print(a.tolist(), a is a[:], a.T.T.shape, np.array([a.shape]).tolist(), a.sum().item() if hasattr(a.sum(), "item") else "")
print(id(a) == id(a), a.__len__(), a.__class__.__name__, a.__getitem__((0, 1)), a.__contains__(7), a.__add__(1).tolist(), a.__array__ is not None if hasattr(a, "__array__") else True)
