# Rows collected in lists and stacked, with statistics of columns.
import numpy as np

np.random.seed(77)
rows = []
for i in range(8):
    r = np.random.randint(0, 100, 5)
    if r.sum() % 2:
        rows.append(r)
    else:
        rows.append(r[::-1] * 1.0)
m = np.stack(rows)
print(m, m.dtype, m.shape)
print(m.mean(axis=0), m.std(axis=0), m.min(axis=1), m.argmax(axis=1), m.sum())
order = sorted(range(len(m)), key=lambda k: m[k].sum())
print(order, m[order][:, 0], [float(m[k].sum()) for k in order])
top = m[m.sum(axis=1) > m.sum(axis=1).mean()]
print(top.shape, top, (m > 50).sum(axis=0), m[:, m.mean(axis=0) > 50].shape)
cols = np.stack([m[:, 0], m[:, -1]], axis=1)
print(cols.tolist(), np.concatenate([m[:2], m[-2:]])[:, 1], np.append(m[0], m[1][:2]), np.insert(m[0], 2, -1.0), np.delete(m, 0, axis=0)[0])
train, test = m[:6], m[6:]
print(train.shape, test.shape, train.base is m, (train.mean() + test.mean()) / 2, np.shares_memory(train, test))
z = (m - m.mean(axis=0)) / m.std(axis=0)
print(z[0], abs(z).max(), z.mean() < 1e-12)
names = ["r%d" % i for i in range(8)]
print({n: r.tolist() for n, r in zip(names, m) if r[0] > 60}, max(zip(m[:, 0].tolist(), names)))
