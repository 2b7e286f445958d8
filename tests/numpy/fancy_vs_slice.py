# A slice is a view, a list of the same indices is a copy.
import numpy as np

a = np.arange(10)
s, f, m = a[2:5], a[[2, 3, 4]], a[(a >= 2) & (a < 5)]
a[3] = 100
print(s, f, m, s.base is a, f.base is None, m.base is None)
s[0] = -1
f[0] = -2
m[0] = -3
print(a)
x = np.arange(12).reshape(3, 4)
row, rows, col, cols = x[1], x[[1]], x[:, 1], x[:, [1]]
x[1, 1] = 55
print(row, rows, col, cols, row.shape, rows.shape, col.shape, cols.shape)
for name, v in (("row", row), ("rows", rows), ("col", col), ("x[1:2]", x[1:2]), ("x[[1, 2], 0]", x[[1, 2], 0]), ("x[1:, 0]", x[1:, 0]), ("x[x > 5]", x[x > 5]), ("x[...]", x[...]), ("x[:]", x[:]), ("x[None]", x[None]), ("x[[0]][0]", x[[0]][0])):
    print(name, v.flags.owndata, np.shares_memory(v, x))
x[[0, 1]][:, 0] = 77
print(x[:, 0])
x[0:2][:, 0] = 77
print(x[:, 0])
x[[0, 1], 1] = 66
x[x == 66] += 1
print(x)
idx = [2, 0, 2]
y = np.zeros(3)
y[idx] += 1
print(y)
y[idx] = [1, 2, 3]
print(y, a[idx], x[idx][:, idx].shape, x[idx, idx], x[1][idx])
