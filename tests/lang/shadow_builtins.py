# Builtins shadowed by globals, locals, parameters, class attributes; and restored.
def f(list, len=5):
    return [list, len]


print(f(1), len([1]), list("ab"))
max = lambda *a: "my max"
print(max(1, 2))
del max
print(max(1, 2))


def g():
    sum = 0
    for i in range(3):
        sum += i
    return sum


print(g(), sum([1, 2]))


class C:
    id = 7
    type = "t"

    def str(self):
        return str(self.id) + self.type

    def print(self, x):
        print("via method", x)


c = C()
print(c.str(), c.id, type(c).__name__)
c.print(5)


def outer():
    int = float

    def inner():
        return int("2")
    return inner()


print(outer(), int("2"))
for str in ["loop"]:
    pass
print(str)
del str
print(str(5))
import builtins
print(builtins.len([1, 2]), builtins.__name__, hasattr(builtins, "print"), builtins.max is max)
old = builtins.abs
builtins.abs = lambda x: "patched"
print(abs(-1))
builtins.abs = old
print(abs(-1))
builtins.brand_new = 99
print(brand_new)
del builtins.brand_new
try:
    brand_new
except NameError as e:
    print(e)


def h():
    try:
        print(range)
    except UnboundLocalError as e:
        print(e)
    range = 3
    return range


print(h(), list(range(2)))
print([len for len in [1, 2]], len([1]))
exec("len = 5", {})
print(len("abc"))


def k(*, print=print, sep="-"):
    print("default param", "x", sep=sep)


k()
True_ = not False
try:
    exec("True = 1")
except SyntaxError as e:
    print(e.msg)
try:
    exec("def f(None): pass")
except SyntaxError as e:
    print(e.msg)
NotImplemented_, Ellipsis_ = NotImplemented, Ellipsis
print(Ellipsis_ is ..., NotImplemented_)
_ = "underscore"
print(_, [_ for _ in range(2)], _)
