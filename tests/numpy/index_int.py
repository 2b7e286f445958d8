# Integer indexing and its errors.
import numpy as np

a = np.arange(5) * 10
m = np.arange(12).reshape(3, 4)
b = np.arange(24).reshape(2, 3, 4)
print(a[0], a[-1], a[np.int64(2)], a[True] if False else a[3], m[0], m[-1], m[1, 2], m[-1, -1], m[1][2], m[(1, 2)], b[0, 1], b[1, 2, 3], b[-1, 0], b[0][1][2])
print(type(a[0]).__name__, type(m[0]).__name__, type(m[0, 0]).__name__, a[np.array(1)], m[np.int32(1), 0])
a[0] = 5
a[-1] = 7.9
m[0, 0] = -1
m[1] = 9
b[0, 0, 0] = 100
b[1, 1] = [1, 2, 3, 4]
a[np.uint8(1)] = True
print(a, m, b[1], b[0, 0, 0])


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a[5])
err(lambda: a[-6])
err(lambda: m[3])
err(lambda: m[0, 4])
err(lambda: m[0, -5])
err(lambda: m[3, 9])
err(lambda: m[0, 0, 0])
err(lambda: b[0, 0, 0, 0])
err(lambda: b[1, 3])
err(lambda: a[1.0])
err(lambda: a["x"])
err(lambda: a[1, 2])
err(lambda: a[{}] if False else m["a"])
err(lambda: m[1.5, 0])
err(lambda: m[:, 4])
err(lambda: m[5, :])
err(lambda: np.zeros((0, 3))[0])
err(lambda: a.__setitem__(5, 1))
err(lambda: a.__setitem__(0, "x"))
err(lambda: a.__setitem__(0, [1, 2]))
err(lambda: a.__setitem__(0, None))
err(lambda: m.__setitem__(0, [1, 2, 3]))
err(lambda: m.__setitem__((0, 4), 1))
err(lambda: a.__delitem__(0))
err(lambda: a[10 ** 20])
err(lambda: a[np.float64(1)])
print(len(a), len(m), len(b), a.shape, [x for x in a], [r.tolist() for r in m])
