# staticmethod and classmethod in all positions.
class A:
    count = 0

    @classmethod
    def make(cls, *a):
        cls.count += 1
        r = cls()
        r.args = a
        return r

    @staticmethod
    def add(a, b=1):
        return a + b

    @classmethod
    def name(cls):
        return cls.__name__

    def call(self):
        return self.add(1), self.name(), A.add(2, 2), self.make(1).args

    raw = lambda self: "raw"
    st = staticmethod(lambda x: x * 2)
    cm = classmethod(lambda cls: cls.__name__.lower())


class B(A):
    pass


print(A.make(1, 2).args, type(B.make()).__name__, A.count, B.count, B.__dict__.get("count"))
print(A.add(1), A().add(1, 5), B.add(3), A().call(), B().call())
print(A().raw(), A.st(4), A().st(5), A.cm(), B().cm())
m = B.name
print(m(), m.__self__, m.__func__.__name__)
print(type(A.__dict__["add"]), type(A.__dict__["name"]), type(A.add), type(A.name), type(A().call), type(A.call))
s = staticmethod(len)
print(s([1, 2]), s.__func__ is len)


class Alt:
    def __init__(self, y, m, d):
        self.t = (y, m, d)

    @classmethod
    def parse(cls, s):
        return cls(*map(int, s.split("-")))

    def __repr__(self):
        return "Alt(%d, %d, %d)" % self.t

    @classmethod
    @property
    def weird(cls):
        return cls.__name__


print(Alt.parse("2024-02-29"), Alt.weird)


class Meta(type):
    def make2(cls):
        return "meta " + cls.__name__


class M(metaclass=Meta):
    pass


print(M.make2(), hasattr(M(), "make2"))
try:
    A.call()
except TypeError as e:
    print(e)
try:
    A.make.nope
except AttributeError as e:
    print(e)
