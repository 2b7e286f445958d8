# __new__ and __init__: order, arguments, instances of other classes, immutable bases.
class A:
    made = 0

    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, x, y=2):
        print("init", x, y)
        self.x, self.y = x, y


a = A(1)
b = A(3, y=4)
print(a.x, b.y, A.made)


class One:
    _it = None

    def __new__(cls):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it

    def __init__(self):
        self.n = getattr(self, "n", 0) + 1


print(One() is One(), One().n)


class Other:
    def __new__(cls):
        return [1, 2]

    def __init__(self):
        print("not called")


print(Other())


class Even(int):
    def __new__(cls, v):
        return super().__new__(cls, v - v % 2)

    def half(self):
        return Even(self // 2)


print(Even(7), Even(9).half(), Even(5) + 1, type(Even(4)).__name__, isinstance(Even(2), int))


class Upper(str):
    def __new__(cls, s):
        return str.__new__(cls, s.upper())


print(Upper("abc"), Upper("x") + "y", len(Upper("abcd")))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class NoInit:
    pass


class OnlyNew:
    def __new__(cls, x):
        return super().__new__(cls)


class BadInit:
    def __init__(self):
        return 5


class Extra:
    def __new__(cls, *a):
        return super().__new__(cls, *a)


err(lambda: NoInit(1))
err(lambda: NoInit(x=1))
err(lambda: type(OnlyNew(5)).__name__)
err(lambda: OnlyNew())
err(lambda: BadInit())
err(lambda: Extra(1))
err(lambda: A())
err(lambda: A(1, 2, 3))
err(lambda: object(1))
err(lambda: A.__new__())
err(lambda: int.__new__(str))
print(object.__new__(A).__class__.__name__, A.__init__.__name__, hasattr(object.__new__(A), "x"))
c = object.__new__(A)
c.__init__(9)
print(c.x)
