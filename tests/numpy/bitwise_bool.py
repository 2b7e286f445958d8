# Bitwise operators of bool and int arrays; arithmetic of bools.
import numpy as np

t = np.array([True, True, False, False])
u = np.array([True, False, True, False])
print(t & u, t | u, t ^ u, ~t, t & True, t | False, True ^ t, t + u, t * u, (t + u).dtype, t == u, t / 2, t * 3, t + 1, (t + 1).dtype, t.sum(), t.mean())
i = np.array([12, 10, 7])
print(i & 6, i | 1, i ^ 5, ~i, i << 2, i >> 1, 1 << i, 100 >> np.array([1, 2]), i & np.array([8, 2, 4]), -i >> 1, i & True, i | t[:3])
n = np.array([200, 15], np.uint8)
print(n & 0x0F, n | 1, n ^ 255, ~n, n << 1, n >> 3, (n << 1).dtype, (n & np.int32(7)).dtype)


def err(g):
    try:
        print(g())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: t - u)
err(lambda: -t)
err(lambda: np.array([1.5]) & 1)
err(lambda: ~np.array([1.5]))
err(lambda: np.array([1.5]) << 1)
err(lambda: i & 1.5)
err(lambda: +t if False else abs(t))
err(lambda: np.bool_(True) - np.bool_(False))
err(lambda: -np.bool_(True))
a = np.array([1, 2, 3])
a &= 1
print(a)
a |= 4
a ^= 1
a <<= 2
a >>= 1
print(a)
v = np.array([True, False])
v &= np.array([True, True])
v |= True
print(v, v.dtype)
err(lambda: v.__iadd__(1) if False else t.sum() - u.sum())
print(t.astype(int) - u.astype(int), np.array([True]) + np.array([True]), True + t)
