# np.array from nested lists, tuples, ranges and scalars.
import numpy as np

for v in ([1, 2, 3], (1, 2), [[1, 2], [3, 4]], [[1], [2]], [(1, 2), (3, 4)], [], [[]], [[], []], 5, 2.5, True, [True, False],
          [1, 2.5], [1, True], [True, 2.5], range(4), [range(2), range(2, 4)], [[[1, 2]], [[3, 4]]], [2 ** 40], [1.0, 2], [-1, 0]):
    a = np.array(v)
    print(a.dtype, a.shape, a.ndim, a.size, repr(a))
a = np.array([1, 2, 3], dtype=float)
b = np.array([1.7, -2.7], dtype=int)
c = np.array([0, 1, 2, 0.0], dtype=bool)
d = np.array([1, 2], dtype=np.float32)
e = np.array([1, 2], "int32")
f = np.array([1, 255], dtype=np.uint8)
print(repr(a), repr(b), repr(c), repr(d), repr(e), repr(f))
print(np.array(a) is a, np.array(a, copy=False) is a, np.array([a, a]).shape, np.array([np.array(1), np.array(2)]))
print(np.array([a[0], a[1]]), np.array([[1, 2], np.array([3, 4])]), np.array((a, [7, 8, 9])))
print(np.array([np.float32(1), np.float32(2)]).dtype, np.array([np.int32(1), 2]).dtype, np.array([np.uint8(1), np.uint8(2)]).dtype)
print(np.asarray([1, 2]), np.asarray(a) is a, np.array([1, 2], ndmin=2).shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.array([[1, 2], [3]]))
err(lambda: np.array([[1, 2], 3]))
err(lambda: np.array([1, [2, 3]]))
err(lambda: np.array([[[1], [2]], [[3]]]))
err(lambda: np.array(["a"], dtype=int))
err(lambda: np.array([1, 2], dtype="nope"))
err(lambda: np.array())
