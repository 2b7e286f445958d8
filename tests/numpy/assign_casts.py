# Assignment into an array casts to its dtype.
import numpy as np

i = np.zeros(4, dtype=int)
i[0] = 2.9
i[1] = -2.9
i[2] = True
i[3] = np.float64(7.5)
print(i)
i[:] = [1.5, 2.5, 3.5, 4.5]
print(i)
i[1:3] = np.array([9.9, -9.9])
print(i)
f = np.zeros(3)
f[0] = 5
f[1] = True
f[2] = np.int64(7)
print(f)
f[:] = np.array([1, 2, 3], np.uint8)
print(f)
g = np.zeros(3, np.float32)
g[0] = 0.1
g[1] = 1e40
g[2] = 16777217
print(g)
u = np.zeros(3, np.uint8)
u[0] = 255
u[1] = 3.7
u[:2] = np.array([300, -1])
print(u)
b = np.zeros(3, bool)
b[0] = 2
b[1] = 0.5
b[2] = np.nan
print(b)
t = np.zeros(2, np.int32)
t[0] = 2 ** 31 - 1
t[1] = -5.5
t[:] = np.array([2 ** 32 + 1, 7])
print(t)


def err(fn):
    try:
        fn()
        print("ok")
    except Exception as e:
        print(type(e).__name__ + ":", e)


def put(a, v):
    a[0] = v


err(lambda: put(i, "5"))
err(lambda: put(i, "x"))
err(lambda: put(f, "2.5"))
err(lambda: put(f, "x"))
err(lambda: put(i, None))
err(lambda: put(f, None))
err(lambda: put(i, [1, 2]))
err(lambda: put(f, [1, 2]))
err(lambda: put(f, {}))
err(lambda: put(i, 2 ** 64))
err(lambda: put(t, 2 ** 40))
err(lambda: put(i, 1e30) if False else put(i, float("nan")))
print(i, f)
