# Assignment through integer arrays and masks.
import numpy as np

a = np.arange(8)
a[[1, 3]] = 100
a[[5, 6]] = [7, 8]
a[[0, 0, 0]] = [1, 2, 3]
a[np.array([-1])] = -9
print(a)
a[a > 50] = 0
a[a == 0] = np.array([11, 22])
a[[True, False] * 4] += 1
print(a)
m = np.zeros((3, 4), dtype=int)
m[[0, 2]] = 1
m[:, [1, 3]] += 5
m[[0, 1, 2], [0, 1, 2]] = [10, 20, 30]
m[[0, 1], :2] = [[1, 2], [3, 4]]
print(m)
m[m > 5] = -1
m[1, [0, 3]] = 7, 8
m[[[0], [2]], [2, 3]] = 9
print(m)
m[m < 0] *= 2
m[np.array([True, False, True])] = [0, 1, 2, 3]
m[:, np.array([True, False, False, True])] = 4
print(m)
c = np.zeros(4)
c[[0, 1, 0]] += 1
print(c)
c[[2, 3]] = c[[3, 2]] + 5
c[c.astype(int) == 5] = np.nan
print(c)


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


def e1():
    a[[1, 2]] = [1, 2, 3]


def e2():
    a[[99]] = 1


def e3():
    a[a > 100000] = [1, 2]
    return "ok"


def e4():
    a[a < 100000] = [1, 2, 3]


def e5():
    m[[0, 1]] = np.zeros((3, 4))


def e6():
    a[[1.5]] = 1


def e7():
    a[[0, 1]] = "x"


def e8():
    a[np.array([True, False])] = 1


for f in (e1, e2, e3, e4, e5, e6, e7, e8):
    err(f)
b = np.arange(24).reshape(2, 3, 4)
b[:, [0, 2], 1] = 0
b[[0, 1], :, [0, 3]] = -1
b[..., [2]] = 5
print(b)
x = np.arange(5)
x[x[::-1] > 2] = 0
x[[4, 3]], x[[0, 1]] = 8, 9
print(x)
d = np.arange(6, dtype=np.uint8)
d[[0, 1]] = [1.7, 2.7]
d[2:][[0, 1]] = 99
d[2:][d[2:] > 3] = 50
print(d)
