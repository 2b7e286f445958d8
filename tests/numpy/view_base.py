# .base: always the owner, never a view in between.
import numpy as np

a = np.arange(24)
b = a[2:20]
c = b[::2]
d = c.reshape(3, 3)
e = d.T
f = e[0]
for name, v in (("b", b), ("c", c), ("d", d), ("e", e), ("f", f)):
    print(name, v.base is a, v.flags.owndata, v.shape, v.strides, np.shares_memory(v, a))
print(a.base, a.flags.owndata, a.copy().base, a.astype(float).base, (a + 1).base, a[[1, 2]].base is None, a[a > 3].base is None)
m = np.arange(6).reshape(2, 3)
print(m.base is None, m.flags.owndata, m.base.shape, m.T.base is m.base, m.ravel().base is m.base, m.flatten().base, m[0].base is m.base)
z = np.zeros((2, 3))
print(z.base, z.reshape(3, 2).base is z, z.T.base is z, z[0].base is z, z[0][1:].base is z, z.ravel().base is z, z.T.ravel().base, np.expand_dims(z, 0).base is z, z[None].base is z)
print(z.T.flags.owndata, z.T.copy().flags.owndata, z.flags.c_contiguous, z.T.flags.c_contiguous, z.T.flags.f_contiguous, z[:, 0].flags.c_contiguous, z.flags["OWNDATA"], z.flags.writeable)
x = z[0]
del z
print(x.base.shape, x)
x.base[1, 1] = 5
print(x.base)
y = np.asarray(x)
print(y is x, np.array(x).base, np.array(x, copy=False) is x)
for v in (np.delete(a, 1), np.append(a, 1), np.insert(a, 0, 1), np.concatenate([a, a]), np.stack([a, a]), np.array([a])):
    print(v.base is None, v.flags.owndata, end="; ")
print()
row = np.random.rand(4, 3)[2]
print(row.base.shape, row.flags.owndata)
