# A view keeps its owner's memory alive; contents stay right through collections.
import gc
import numpy as np

rows = []
for k in range(20):
    a = np.arange(1000) + k
    rows.append(a[10:20])
    del a
    gc.collect()
print([int(r[0]) for r in rows], all(r.base.shape == (1000,) for r in rows), sum(int(r.sum()) for r in rows))
m = np.arange(10000).reshape(100, 100)
v = m[50]
w = m.T[3:5, ::7]
del m
gc.collect()
junk = [np.zeros(500) for _ in range(50)]
del junk
gc.collect()
print(v[:3], w[:, :3], v.base is w.base, v.base.size)
v.base[5000:5005] = -1
print(v[:6])


def view_of_local():
    x = np.arange(100) * 2
    y = x[::10]
    return y[1:][::2]


z = view_of_local()
gc.collect()
print(z, z.base.size)
chain = np.arange(64)
for i in range(5):
    chain = chain[1:-1]
gc.collect()
print(chain[0], chain.size, chain.base.size)
data = np.random.rand(50, 8, 8)
sel = []
for i in range(20):
    sel.append(data[i])
    data = np.delete(data, 0, axis=0)
    if i % 5 == 0:
        gc.collect()
print(len(sel), [s.base.shape[0] for s in sel], all(0 <= s.min() and s.max() < 1 for s in sel))
holder = {"v": sel[3][2], "l": [sel[4][:, 1]], "t": (sel[5].T,)}
expect = float(sel[3][2].sum() + sel[4][:, 1].sum() + sel[5].T.sum())
del sel, data
gc.collect()
print(float(holder["v"].sum() + holder["l"][0].sum() + holder["t"][0].sum()) == expect, holder["v"].base.shape)
