# zeros, ones, full, empty and their _like forms.
import numpy as np

print(np.zeros(3), np.ones(2), np.zeros((2, 3)), np.ones((2, 2), dtype=int), np.zeros(2, dtype=bool), np.ones(2, bool))
print(repr(np.zeros(0)), repr(np.zeros((0, 3))), repr(np.zeros((2, 0))), repr(np.zeros(())), repr(np.ones((1, 1, 1))))
print(repr(np.zeros(3, np.float32)), repr(np.ones(3, np.uint8)), repr(np.zeros(2, "int32")), np.zeros([2, 2]).shape)
print(repr(np.full(3, 7)), repr(np.full((2, 2), 0.5)), repr(np.full(2, True)), repr(np.full(2, 7, dtype=float)), repr(np.full((2, 3), [1, 2, 3])))
e = np.empty((3, 4))
print(e.shape, e.dtype, e.nbytes, np.empty(0).size, np.empty(5, dtype=np.uint8).nbytes, np.empty((2, 3), np.float32).strides)
a = np.array([[1, 2], [3, 4]], dtype=np.int32)
print(repr(np.zeros_like(a)), repr(np.ones_like(a)), repr(np.full_like(a, 9)), np.empty_like(a).shape, np.zeros_like(a, dtype=float).dtype)
z = np.zeros((2, 3, 4))
print(z.shape, z.size, z.ndim, z.nbytes, z.itemsize, z.strides, len(z), z.T.shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.zeros(-1))
err(lambda: np.zeros((2, -1)))
err(lambda: np.zeros("a"))
err(lambda: np.zeros(2.5))
err(lambda: np.zeros((2, 2.5)))
err(lambda: np.zeros(None) if False else np.ones())
err(lambda: np.zeros(3, dtype="bad type"))
err(lambda: np.full((2, 2), [1, 2, 3]))
err(lambda: len(np.zeros(())))
