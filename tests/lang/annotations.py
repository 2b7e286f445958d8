# Annotations of variables, parameters, classes.
x: int = 5
y: "forward"
z: list = [1, 2]
print(x, z, "y" in globals(), __annotations__)


def f(a: int, b: str = "d", *args: float, c: bool = True, **kw: dict) -> list:
    loc: int = 3
    other: str
    return [a, b, args, c, kw, loc]


print(f(1), f.__annotations__)


class C:
    a: int
    b: str = "default"
    c: "C" = None

    def m(self, v: int) -> "C":
        self.w: int = v
        return self


print(C.__annotations__, C.b, hasattr(C, "a"), C().m(3).w, C.m.__annotations__)


def g():
    q: int
    try:
        return q
    except UnboundLocalError as e:
        return str(e)


print(g())
(p): int = 4
d = {}
d["k"]: int = 5
o = C()
o.attr: str = "s"
print(p, d, o.attr, "p" in __annotations__)


def order():
    log.append("evaluated")
    return int


log = []
v: order() = log.append("value")
print(log)


def h():
    w: order() = 1
    return w


h()
print(log, h.__annotations__)
t: tuple = 1, 2
u: int = (k := 3)
print(t, u, k)
lam = lambda q: q
print(lam.__annotations__, f.__annotations__["return"])
