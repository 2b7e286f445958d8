# astype between all dtypes.
import numpy as np

types = [np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64]
src = [0, 1, 2, 3, 200, 127]
for t in types:
    a = np.array(src).astype(t)
    for u in types:
        b = a.astype(u)
        print(t.__name__, u.__name__, repr(b))
print(np.array([1.9, -1.9, 0.5, -0.5]).astype(int), np.array([1.9, -1.9]).astype(np.int32), np.array([0.0, 0.1, -3, float("nan")]).astype(bool))
print(np.array([256, 257, -1, -256]).astype(np.uint8), np.array([2 ** 31, 2 ** 32 + 5, -2 ** 31 - 1]).astype(np.int32))
print(np.array([0.1, 1e10, 16777217]).astype(np.float32), np.array([16777217]).astype(np.float32).astype(int))
a = np.arange(4)
print(a.astype(float) is a, a.astype(int) is a, a.astype(int, copy=False) is a, np.shares_memory(a, a.astype(int)))
b = a.astype("float32")
b[0] = 9
print(a, b, b.base, a.reshape(2, 2).astype(float))
print(a.astype(bool), a.astype(str).tolist() if False else "", a[::2].astype(float), a[::-1].astype(np.uint8))
t = np.arange(6).reshape(2, 3).T
print(t.astype(float).strides, t.astype(float), t.copy().strides)
try:
    a.astype("nope")
except TypeError as e:
    print(e)
