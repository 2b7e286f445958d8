# __slots__.
class P:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p = P(1, 2)
p.x += 10
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__, type(P.x).__name__)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def set_z():
    p.z = 1


def del_x():
    del p.x


err(set_z)
del_x()
err(lambda: p.x)
err(del_x)
p.x = 5
print(p.x)


class Q(P):
    __slots__ = ["z"]

    def __init__(self):
        super().__init__(1, 2)
        self.z = 3


q = Q()
print(q.x, q.y, q.z)


class R(P):
    pass


r = R(1, 2)
r.extra = 9
print(r.x, r.__dict__, r.extra)


class S:
    __slots__ = "only"


s = S()
err(lambda: s.only)
s.only = 1
print(s.only)


class T:
    __slots__ = ("a", "__dict__")


t = T()
t.a = 1
t.b = 2
print(t.a, t.b, t.__dict__)


class E:
    __slots__ = ()


err(lambda: setattr(E(), "x", 1))
err(lambda: E().nope)


def conflict():
    class C:
        __slots__ = ("a",)
        a = 1


def bad_name():
    class C:
        __slots__ = ("1a",)


def not_str():
    class C:
        __slots__ = (5,)


err(conflict)
err(bad_name)
err(not_str)


class Priv:
    __slots__ = ("__hidden",)

    def __init__(self):
        self.__hidden = 4

    def get(self):
        return self.__hidden


print(Priv().get(), Priv()._Priv__hidden)
