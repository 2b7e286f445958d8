# np.append, flat and along an axis.
import numpy as np

a = np.array([1, 2, 3])
m = np.array([[1, 2], [3, 4]])
print(np.append(a, 4), np.append(a, [4, 5]), np.append(a, [[6], [7]]), np.append(m, 5), np.append(m, m), np.append([], 1), np.append([], []), np.append(1, 2), np.append([1, 2], 3.5))
print(np.append(m, [[5, 6]], axis=0), np.append(m, [[5], [6]], axis=1), np.append(m, m, axis=0).shape, np.append(m, m, axis=-1).shape)
for x, y in ((a, 1.5), (a, True), (np.array([True]), 1), (np.zeros(1, np.float32), 1), (np.zeros(1, np.uint8), np.zeros(1, np.int32)), (np.zeros(1, np.float32), np.zeros(1, np.int32)), (np.array([]), a), (a, np.float32(1))):
    r = np.append(x, y)
    print(r.dtype, repr(r))
b = np.append(a, 9)
b[0] = 100
print(a, b, b.base, b.flags.owndata)
sel = np.array([])
for i in range(3):
    np.append(sel, i)
print(sel, sel.shape)
for i in range(3):
    sel = np.append(sel, i)
print(sel)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.append(m, [5, 6], axis=0))
err(lambda: np.append(m, [[5, 6, 7]], axis=0))
err(lambda: np.append(m, [[5, 6]], axis=1))
err(lambda: np.append(a, 4, axis=0))
err(lambda: np.append(m, m, axis=2))
err(lambda: np.append(a))
err(lambda: np.append(a, "x") if False else np.append(a, [1], axis=1))
