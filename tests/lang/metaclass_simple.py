# Metaclasses: __new__, __init__, __call__, __prepare__, type() with three arguments.
class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print("new", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        ns["added"] = name.lower()
        return super().__new__(m, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name)
        super().__init__(name, bases, ns)

    def __call__(cls, *a, **k):
        print("call", cls.__name__, a)
        return super().__call__(*a, **k)

    def __len__(cls):
        return 7

    def __iter__(cls):
        return iter("meta")

    def __contains__(cls, x):
        return x == 1

    def __getitem__(cls, k):
        return k

    @property
    def prop(cls):
        return "meta prop " + cls.__name__

    def __repr__(cls):
        return "<Meta %s>" % cls.__name__


class A(metaclass=Meta):
    x = 1

    def __init__(self, v):
        self.v = v


class B(A, flag=True):
    y = 2


a = A(5)
print(a.v, A.added, B.added, type(A) is Meta, type(B).__name__, len(A), list(A), 1 in A, A[3], A.prop, A)
print(isinstance(A, Meta), hasattr(a, "prop"), Meta.__mro__[1])
T = type("T", (object,), {"x": 1, "f": lambda self: self.x + 1})
print(T, T.__name__, T().f(), type(T()), T.__bases__)
U = type("U", (T,), {})
print(U().f(), U.__mro__)


class Singleton(type):
    _inst = {}

    def __call__(cls, *a):
        if cls not in cls._inst:
            cls._inst[cls] = super().__call__(*a)
        return cls._inst[cls]


class S(metaclass=Singleton):
    def __init__(self):
        print("S made")


print(S() is S())


class New:
    def __new__(cls, v):
        print("New.__new__", v)
        if v < 0:
            return "not an instance"
        self = super().__new__(cls)
        return self

    def __init__(self, v):
        print("New.__init__", v)
        self.v = v


print(New(1).v, New(-1))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, len(p), isinstance(p, tuple), p == (1, 2))


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


class M2(type):
    pass


class Z(metaclass=M2):
    pass


def conflict():
    class W(A, Z):
        pass


err(conflict)
err(lambda: type("X", (5,), {}))
err(lambda: type(1, (), {}))
err(lambda: type("X", (), {}, 5, 6))
err(lambda: type())
err(lambda: object.__new__(5))
err(lambda: object.__new__())
