# np.shares_memory and may_share_memory-free reasoning about overlap.
import numpy as np

a = np.arange(20)
pairs = [("self", a, a), ("slice", a, a[3:5]), ("disjoint", a[:5], a[5:]), ("overlap", a[:6], a[5:]), ("odd/even", a[::2], a[1::2]), ("same step", a[::2], a[2::2]),
         ("copy", a, a.copy()), ("reversed", a, a[::-1]), ("reshape", a, a.reshape(4, 5)), ("T", a.reshape(4, 5), a.reshape(4, 5).T), ("fancy", a, a[[1, 2]]), ("mask", a, a[a > 2]),
         ("arith", a, a + 0), ("empty", a, a[3:3]), ("columns", a.reshape(4, 5)[:, 0], a.reshape(4, 5)[:, 1]), ("rows", a.reshape(4, 5)[0], a.reshape(4, 5)[1]), ("row/col", a.reshape(4, 5)[1], a.reshape(4, 5)[:, 1]),
         ("ravel", a.reshape(4, 5), a.reshape(4, 5).ravel()), ("T ravel", a.reshape(4, 5), a.reshape(4, 5).T.ravel()), ("expand", a, np.expand_dims(a, 0)), ("other", a, np.arange(20)), ("step3", a[::3], a[1::3]), ("2 and 3", a[::2], a[::3])]
for name, x, y in pairs:
    print(name, np.shares_memory(x, y), np.shares_memory(y, x))
print(np.shares_memory(a.astype(float), a), np.shares_memory(a.astype(int), a), np.shares_memory(a.reshape(4, 5)[1:3, 1:3], a.reshape(4, 5)[2:, 2:]), np.shares_memory(a.reshape(4, 5)[:2], a.reshape(4, 5)[2:]))
data = np.random.randn(5, 3)
sel = data[2]
rest = np.delete(data, 2, axis=0)
print(np.shares_memory(sel, data), np.shares_memory(rest, data), sel.base is data, rest.base is None)
