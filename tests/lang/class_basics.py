# Classes: attributes, methods, inheritance, repr of types.
class A:
    """Doc of A."""
    x = 1
    lst = []

    def __init__(self, v=0):
        self.v = v

    def get(self):
        return self.v

    def chain(self, n):
        self.v += n
        return self


a, b = A(1), A(2)
print(a.x, b.x, A.x, a.get(), b.get(), A.get(a), a.chain(2).chain(3).v, A.__doc__, A.__name__, A.__qualname__, A.__module__)
a.x = 5
print(a.x, b.x, A.x, a.__dict__, b.__dict__)
del a.x
print(a.x)
A.x = 7
a.lst.append(1)
print(a.x, b.x, b.lst, type(a) is A, a.__class__, isinstance(a, A), A, type(A))
A.late = lambda self: "late " + str(self.v)
print(b.late(), hasattr(a, "late"), getattr(a, "nope", "dflt"))


class B(A):
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w

    def get(self):
        return super().get() * 10 + self.w


c = B(1, 2)
print(c.get(), A.get(c), isinstance(c, A), issubclass(B, A), issubclass(A, B), B.__bases__, B.__mro__, B.mro() == list(B.__mro__))
print(sorted(k for k in B.__dict__ if not k.startswith("__")), sorted(vars(c).items()))
m = c.get
f = A.get
print(m(), f(c), m.__self__ is c, m.__func__ is B.__dict__["get"], m == c.get, m.__name__)


class Outer:
    class Inner:
        def f(self):
            pass
    val = Inner()


print(Outer.Inner, Outer.Inner.__qualname__, Outer.Inner.f.__qualname__, type(Outer.val).__name__)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def delete():
    del a.nope


def setint():
    (5).x = 1


err(lambda: a.nope)
err(lambda: A.nope)
err(lambda: a.get.nope)
err(lambda: (5).nope)
err(lambda: None.foo)
err(delete)
err(setint)
err(lambda: setattr(object(), "x", 1))
err(lambda: setattr(int, "x", 1))
err(lambda: A.get())
err(lambda: a[0])
err(lambda: len(a))
err(lambda: iter(a))
err(lambda: a + 1)
err(lambda: a())
err(lambda: a < b)
err(lambda: -a)
err(lambda: 1 in a)
print(A() == A(), a == a, a != b, hash(a) == hash(a), bool(a))
x = 5


class Scope:
    x = x + 1
    y = x * 2

    def f(self):
        return x


print(Scope.x, Scope.y, Scope().f())
