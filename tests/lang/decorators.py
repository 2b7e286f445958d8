# Decorators of functions, classes and methods; order; arguments.
def trace(f):
    def wrapper(*a, **k):
        print("call", f.__name__, a, k)
        r = f(*a, **k)
        print("ret", r)
        return r
    wrapper.__name__ = f.__name__
    return wrapper


@trace
def add(a, b=2):
    return a + b


add(1)
add(1, b=5)
print(add.__name__)


def tag(name):
    print("make", name)

    def deco(f):
        print("apply", name, f.__name__)
        return lambda *a: "<%s>%s</%s>" % (name, f(*a), name)
    return deco


try:
    @tag("b")
    @tag("i")
    def text(s):
        return s
except AttributeError as e:
    print(e)
print(text("x"))


def register(cls):
    registry[cls.__name__] = cls
    return cls


registry = {}


@register
class A:
    pass


@register
class B(A):
    @staticmethod
    def s(x):
        return x + 1

    @classmethod
    def c(cls, x):
        return cls.__name__, x

    @property
    def p(self):
        return "prop"

    @trace
    def m(self):
        return "m"


print(sorted(registry), B.s(1), B.c(2), B().s(3), B().c(4), B().p)


class Count:
    def __init__(self, f):
        self.f = f
        self.n = 0

    def __call__(self, *a):
        self.n += 1
        return self.f(*a)


@Count
def sq(x):
    return x * x


print(sq(2), sq(3), sq.n)


def memo(f):
    cache = {}

    def g(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    g.cache = cache
    return g


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))
decos = [lambda f: 5]


@decos[0]
def five():
    pass


print(five)


@(lambda f: f() + 1)
def six():
    return 5


print(six)
