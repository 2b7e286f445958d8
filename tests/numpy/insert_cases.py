# np.insert.
import numpy as np

a = np.array([1, 2, 3])
m = np.arange(6).reshape(2, 3)
print(np.insert(a, 0, 9), np.insert(a, 3, 9), np.insert(a, -1, 9), np.insert(a, 1, [7, 8]), np.insert(a, [0, 2], [7, 8]), np.insert(a, [0, 2], 5), np.insert(a, [1, 1], [7, 8]), np.insert(a, 1, 2.9), np.insert(a.astype(float), 1, 2.9))
print(np.insert(m, 1, 99), np.insert(m, 1, 99, axis=0), np.insert(m, 1, 99, axis=1), np.insert(m, 0, [7, 8, 9], axis=0), np.insert(m, 3, [7, 8], axis=1), np.insert(m, -1, 5, axis=1), np.insert(m, [0, 2], 5, axis=1), np.insert(m, [1], [[7], [8]], axis=1))
print(np.insert(m, 1, [[1, 2, 3], [4, 5, 6]], axis=0), np.insert(m, slice(0, 2), 9, axis=1), np.insert([], 0, 1), np.insert([1, 2], 1, 5), np.insert(a, [], []), np.insert(a, np.array([0, 3]), [4, 5]))
b = np.insert(a, 1, 9)
b[0] = 50
print(a, b, b.base, b.dtype, np.insert(np.array([1], np.uint8), 0, 255), np.insert(np.array([True]), 0, 0))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.insert(a, 4, 9))
err(lambda: np.insert(a, -5, 9))
err(lambda: np.insert(a, [0, 5], 9))
err(lambda: np.insert(m, 3, 9, axis=0))
err(lambda: np.insert(m, 0, 9, axis=2))
err(lambda: np.insert(m, 0, [1, 2], axis=0))
err(lambda: np.insert(a, [0, 1], [1, 2, 3]))
err(lambda: np.insert(a, 1.5, 1))
