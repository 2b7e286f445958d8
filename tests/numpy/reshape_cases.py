# reshape: views or copies, -1, order of elements, errors.
import numpy as np

a = np.arange(12)
for s in ((3, 4), (4, 3), (2, 6), (2, 2, 3), (12, 1), (1, 12), (-1,), (3, -1), (-1, 4), (2, -1, 2), 12, -1):
    r = a.reshape(s)
    print(s, r.shape, r.base is a, r.tolist()[0])
print(a.reshape(3, 4), a.reshape(2, -1), np.reshape(a, (6, 2)), a.reshape((3, 4)).reshape(2, 6), np.array(5).reshape(1, 1), np.array([5]).reshape(()))
m = a.reshape(3, 4)
t = m.T
print(t.reshape(2, 6), t.reshape(-1).base is None, m[:, :2].reshape(-1), np.shares_memory(m[:, :2].reshape(-1), a), np.shares_memory(m[::2].reshape(2, 2, 2), a), m[::2].reshape(-1), np.shares_memory(m[:2].reshape(8), a))
print(a[::2].reshape(2, 3), np.shares_memory(a[::2].reshape(2, 3), a), a[::-1].reshape(3, 4), np.shares_memory(a[::-1].reshape(3, 4), a), np.zeros(0).reshape(0, 3).shape, np.zeros((0, 4)).reshape(2, 0).shape, np.zeros((0, 3)).reshape(-1).shape)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a.reshape(5, 2))
err(lambda: a.reshape(5, -1))
err(lambda: a.reshape(-1, -1))
err(lambda: a.reshape(0, -1))
err(lambda: a.reshape(2.0, 6))
err(lambda: a.reshape("x"))
err(lambda: a.reshape(-2, 6))
err(lambda: np.zeros(0).reshape(-1, 0))
a.shape = (4, 3)
print(a)
a.shape = -1
print(a.shape)
try:
    a.shape = (5, 5)
except ValueError as e:
    print(e)
print(m.ravel(), m.flatten(), m.ravel().base is m.base, m.T.ravel(), np.ravel(m), np.ravel([[1, 2], [3, 4]]), m[:, 1:3].ravel())
f = m.flatten()
f[0] = 99
r = m.ravel()
r[1] = 55
print(m[0], f[0])
