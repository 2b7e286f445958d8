# The messages of wrong calls.
def f(a, b):
    pass


def g(a, b=1, *, c, d=2):
    pass


def h():
    pass


def p(a, b, /, c):
    pass


def s(*args, k, m):
    pass


class C:
    def method(self, x):
        pass

    @classmethod
    def cm(cls, x):
        pass

    @staticmethod
    def sm(x):
        pass


class D:
    def __init__(self, x, y):
        pass


class E:
    pass


def err(fn, *a, **k):
    try:
        print(fn(*a, **k))
    except TypeError as e:
        print(e)


err(f)
err(f, 1)
err(f, 1, 2, 3)
err(f, 1, 2, 3, 4, x=1)
err(f, 1, a=2)
err(f, b=2)
err(f, 1, 2, c=3)
err(g)
err(g, 1)
err(g, 1, 2, 3)
err(g, 1, 2, 3, c=1)
err(g, c=1)
err(h, 1)
err(h, 1, 2)
err(h, x=1)
err(p, 1)
err(p, a=1, b=2, c=3)
err(p, 1, b=2, c=3)
err(s)
err(s, 1, k=1)
err(s, k=1)
err(C().method)
err(C().method, 1, 2)
err(C.method)
err(C.cm)
err(C().cm, 1, 2)
err(C.sm)
err(C.sm, 1, 2)
err(D)
err(D, 1)
err(D, 1, 2, 3)
err(D, 1, y=2, z=3)
err(E, 1)
err(E, x=1)
err(object, 1)
err(lambda x: x)
err(lambda: 0, 1)
err(5)
err("s", 1)
err(None)
err([1])
err(E())
err(len)
err(len, 1, 2)
err(len, 5)
err(len, x=1)
err(abs)
err(abs, "a")
err(ord, 1, 2)
err(isinstance, 1)
err(isinstance, 1, 1)
err(issubclass, 1, int)
err(getattr, 1)
err(print, foo=1)
try:
    f(*5)
except TypeError as e:
    print(e)
try:
    f(**5)
except TypeError as e:
    print(e)
try:
    f(**{1: 2})
except TypeError as e:
    print(e)
try:
    f(1, **{"a": 1})
except TypeError as e:
    print(e)
try:
    g(1, c=1, **{"c": 2})
except TypeError as e:
    print(e)
def five(a, b, c, d, e):
    pass


err(five)
err(five, 1, 2, 3)
