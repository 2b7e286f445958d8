# All kinds of parameters.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 9, 8, 7, c=3, z=5), f(c=1, a=2), f(*[1, 2, 3], **{"c": 5, "q": 6}))


def pos(a, b=2, /, c=3, *, d=4):
    return a, b, c, d


print(pos(1), pos(1, 5), pos(1, 5, c=6), pos(1, 5, 6, d=7))


def only(*, k):
    return k


def star(*args, **kw):
    return args, kw


def posk(a, /, **kw):
    return a, kw


print(only(k=1), star(), star(1, *(2, 3), x=1, **{"y": 2}), posk(1, a=2), star(*"ab", *[1], **{}, **{"k": 0}))


def default_list(x, acc=[]):
    acc.append(x)
    return acc


print(default_list(1), default_list(2), default_list(3, []), default_list(4))
n = 10


def late(x=n):
    return x


n = 20
print(late(), late.__defaults__, f.__kwdefaults__, f.__name__, f.__qualname__)
print((lambda: 1)(), (lambda x, *y, z=3, **k: (x, y, z, k))(1, 2, w=4), (lambda *a: a)(), (lambda **k: k)(a=1))


def nothing():
    pass


def doc():
    """The docstring."""
    return


print(nothing(), doc(), doc.__doc__, nothing.__doc__)


def annotated(a: int, b: "str" = "x", *c: float, d: list = None) -> dict:
    return a, b, c, d


print(annotated(1), annotated.__annotations__)
kw = {"b": 1}
r = star(**kw)
r[1]["new"] = 1
print(kw, r)


def f2(a, b):
    return a - b


print(f2(b=1, a=5), f2(5, b=1), f2(*(5, 1)), f2(**dict(a=1, b=2)))
