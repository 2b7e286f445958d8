# In-place operators write through views and refuse unsafe casts.
import numpy as np

a = np.arange(6)
v = a[1:4]
v += 10
print(a)
v *= 2
v -= 1
v //= 3
v %= 5
print(a, v)
b = a
b += 1
print(a is b, a)
b = b + 1
print(a is b, a, b)
f = np.arange(3.0)
f /= 2
f += 1
f -= np.arange(3)
f *= [1, 2, 3]
print(f)
m = np.zeros((2, 3))
m[0] += 1
m[:, 1] += 5
m[1, 2] += 7
m[m == 5] *= 10
m[[0, 0, 1], 0] += 1
print(m)


def err(g):
    try:
        print(g())
    except Exception as x:
        print(type(x).__name__ + ":", x)


def idiv():
    x = np.arange(3)
    x /= 2


def iaddf():
    x = np.arange(3)
    x += 1.5


def isubf32():
    x = np.zeros(2, np.float32)
    x += np.array([1.5, 2.5])
    return x, x.dtype


def iu8():
    x = np.zeros(2, np.uint8)
    x += np.array([1, 2])


def iu8b():
    x = np.zeros(2, np.uint8)
    x += 5
    return x, x.dtype


def ibool():
    x = np.array([True, False])
    x += 1


def ibool2():
    x = np.array([True, False])
    x += True
    return x


def i32():
    x = np.zeros(2, np.int32)
    x += np.arange(2)
    return x.dtype


for g in (idiv, iaddf, isubf32, iu8, iu8b, ibool, ibool2, i32):
    err(g)
x = np.arange(4)
x[1:] += x[:-1]
print(x)
x = np.arange(5)
x[::-1] += x
print(x)
s = np.float64(1)
s += 1
print(s, type(s).__name__)
lst = [np.arange(2)]
lst[0] += 5
print(lst)
t = (np.arange(2),)
try:
    t[0] += 5
except TypeError as e:
    print(e, t)
