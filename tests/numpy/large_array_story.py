# Rows picked from an array, kept as views, copies and lists.
import numpy as np

np.random.seed(42)
data = np.random.randn(50, 4, 3)
selected = []
total = 0.0
for _ in range(10):
    i = np.random.randint(low=0, high=len(data))
    selected.append(data[i])
    data = np.delete(data, i, axis=0)
print(len(selected), data.shape, [s.base.shape[0] for s in selected], all(not s.flags.owndata for s in selected))
print(repr(np.array(selected).sum()), repr(data.sum()), np.stack(selected).shape)
copies = [s.copy() for s in selected]
print([c.base is None for c in copies], copies[0].nbytes, selected[0].base.nbytes)
lists = [s.tolist() for s in selected]
print(len(lists), len(lists[0]), lists[3][2][1] == selected[3][2, 1])
np.random.seed(42)
data = np.random.randn(50, 4, 3)
sel = np.empty((0, 4, 3))
for _ in range(10):
    i = np.random.randint(low=0, high=len(data))
    sel = np.concatenate((sel, np.expand_dims(data[i], axis=0)))
    data = np.delete(data, i, axis=0)
print(sel.shape, (sel == np.stack(selected)).all(), sel.base)
np.random.seed(42)
data = np.random.randn(50, 4, 3)
idx = np.random.choice(len(data), 10, replace=False)
mask = np.ones(len(data), dtype=bool)
mask[idx] = False
print(data[idx].shape, data[mask].shape, mask.sum(), idx)
perm = np.random.permutation(len(data))
print(perm[:5], data[perm[:2]].shape, repr(data[perm].sum(axis=0)[0, 0]))
