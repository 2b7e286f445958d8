# copy, assignment, views and functions that modify.
import numpy as np

a = np.arange(6)
b = a
c = a.copy()
d = a[:]
e = np.array(a)
f = a.reshape(2, 3).copy()
a[0] = 100
print(b[0], c[0], d[0], e[0], f[0, 0])
print(b is a, c is a, d is a, d.base is a, c.base, e.base, f.base)


def modify(x):
    x[0] = -1
    x = x + 1
    x[1] = -2
    return x


r = modify(a)
print(a, r)
lst = [a, a.copy(), a[2:4]]
lst[0][5] = 55
lst[1][5] = 66
lst[2][:] = 77
print(a, lst[1])
m = np.zeros((2, 2))
n = m
n += 1
m = m + 1
print(n, m)
grid = [np.zeros(2)] * 2
grid[0][0] = 5
print(grid)
t = m.T.copy()
t[0, 1] = 9
print(m, t, t.flags.c_contiguous)
k = np.arange(10)[::3].copy()
print(k, k.strides, k.base)
x = np.arange(3)
y = x.view() if hasattr(x, "view") else x[:]
y[0] = 7
print(x, y is x)
x[:] = x[::-1]
print(x)
z = np.arange(6)
z[1:] = z[:-1]
print(z)
z = np.arange(6)
z[:-1] = z[1:]
print(z)
z = np.arange(9).reshape(3, 3)
z[:] = z.T
print(z)
z[1:, :] = z[:-1, :]
print(z)
w = np.arange(4)
w[[0, 1]] = w[[1, 0]]
w[2], w[3] = w[3], w[2]
print(w)
p, q = w[:2], w[2:]
p[:], q[:] = q.copy(), p.copy()
print(w)
