# np.random.permutation and shuffle.
import numpy as np

for seed in (0, 3, 99):
    np.random.seed(seed)
    print(np.random.permutation(10), np.random.permutation([5, 6, 7, 8]), np.random.permutation(np.arange(6).reshape(3, 2)).tolist(), np.random.permutation(1), np.random.permutation(0))
    a = np.arange(8)
    np.random.shuffle(a)
    m = np.arange(12).reshape(4, 3)
    r = np.random.shuffle(m)
    lst = [1, "two", 3.0, None, (5,)]
    np.random.shuffle(lst)
    print(a, m.tolist(), r, lst)
np.random.seed(4)
b = np.arange(6)
p = np.random.permutation(b)
p[0] = 99
print(b, p, p.base)
v = np.arange(10)
np.random.shuffle(v[::2])
print(v)
np.random.shuffle(v[5:])
print(v)
f = np.arange(5) / 2
np.random.shuffle(f)
print(f, np.random.permutation(f), np.random.permutation((1, 2, 3)), np.random.permutation(np.array([True, False, True])))
t = np.arange(24).reshape(2, 3, 4)
np.random.shuffle(t)
print(t.tolist())
x = np.arange(20)
np.random.shuffle(x)
print(x, x.sum())
idx = np.random.permutation(len(m))
print(idx, m[idx].tolist())
e = []
np.random.shuffle(e)
print(e, np.random.permutation([]))
m = np.arange(6).reshape(3, 2).T
np.random.shuffle(m)
print(m)
big = np.random.permutation(1000)
print(big[:10], big[-3:], sorted(big) == list(range(1000)))


def err(g):
    try:
        print(g())
    except Exception as ex:
        print(type(ex).__name__ + ":", ex)


err(lambda: np.random.permutation(-1))
err(lambda: np.random.shuffle(5))
err(lambda: np.random.shuffle((1, 2, 3)))
err(lambda: np.random.permutation(2.5))
