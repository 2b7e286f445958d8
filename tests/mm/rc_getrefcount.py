# managers: refcount
# sys.getrefcount: differences as names and containers come and go.
import sys


class A:
    pass


a = A()
base = sys.getrefcount(a)
print(base)
b = a
print(sys.getrefcount(a) - base)
lst = [a, a, a]
print(sys.getrefcount(a) - base)
d = {"k": a}
t = (a,)
print(sys.getrefcount(a) - base)
del lst, d
print(sys.getrefcount(a) - base)
t = None
del b
print(sys.getrefcount(a) - base)


class H:
    def __init__(self, x):
        self.x = x


hs = [H(a) for _ in range(10)]
print(sys.getrefcount(a) - base)
hs[3:7] = []
print(sys.getrefcount(a) - base)
hs = None


def f(x):
    return sys.getrefcount(x) - base


print(f(a) > 0)
print(sys.getrefcount(a) - base)


def clos():
    y = a
    return lambda: y


c = clos()
print(sys.getrefcount(a) - base)
del c
x = a
for i in range(5):
    x = a
print(sys.getrefcount(a) - base)
x = [a] * 100
print(sys.getrefcount(a) - base)
x.sort(key=lambda v: 0)
x.reverse()
y = x[:50]
print(sys.getrefcount(a) - base)
del x, y
try:
    raise ValueError(a)
except ValueError:
    pass
print(sys.getrefcount(a) - base)
s = {a}
s.add(a)
print(sys.getrefcount(a) - base)
s.discard(a)
[a for _ in range(3)]
print(sys.getrefcount(a) - base)
