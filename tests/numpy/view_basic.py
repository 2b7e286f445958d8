# Basic indexing gives views: writes are seen through both.
import numpy as np

a = np.arange(10)
v = a[2:7]
v[0] = 100
a[3] = 200
print(a, v, v.base is a, a.base is None)
w = v[1:3]
w[:] = 0
print(a, v, w, w.base is a, w.base is v)
m = np.arange(12).reshape(3, 4)
r = m[1]
c = m[:, 2]
b = m[::2, 1::2]
r[0] = -1
c[2] = -2
b[0, 0] = -3
print(m, r, c, b)
m[:] = 5
print(r, c, b)
s = m[0, 0]
m[0, 0] = 77
print(s, m[0])
t = m.T
t[3, 2] = 9
print(m)
f = m.reshape(-1)
f[5] = 50
print(m[1, 1], f.base is m, m.base is None, m.base.shape if m.base is not None else None)
rev = a[::-1]
rev[0] = 999
print(a, rev)
e = a[5:5]
print(e, e.size, e.base is a)


def rows(x):
    for row in x:
        row += 1


z = np.zeros((2, 3))
rows(z)
print(z)
for row in z:
    row[0] = 9
print(z)
z[0][1] = 4
z[0][:][2] = 3
print(z)
