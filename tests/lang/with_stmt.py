# with: order, suppression, several managers, errors.
class C:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter failed")
        return self.name.upper()

    def __exit__(self, t, v, tb):
        print("exit", self.name, t.__name__ if t else None, v, tb is None)
        if self.fail == "exit":
            raise RuntimeError("exit failed")
        return self.suppress


with C("a") as x:
    print("body", x)
with C("a") as x, C("b") as y:
    print(x, y)
with (C("p") as x, C("q")):
    print("paren", x)
with C("s", suppress=True):
    1 / 0
print("after suppress")
try:
    with C("o"), C("i"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
try:
    with C("o"), C("bad", fail="enter"):
        print("never")
except RuntimeError as e:
    print(e)
try:
    with C("z", fail="exit"):
        raise ValueError("orig")
except RuntimeError as e:
    print(e, repr(e.__context__))


def ret():
    with C("r"):
        return "returned"


print(ret())
for i in range(3):
    with C("l%d" % i):
        if i == 0:
            continue
        break
with C("t") as (a, *b):
    print(a, b)
d = {}
with C("k") as d["key"]:
    pass
print(d)


def gen():
    with C("g"):
        yield 1
        yield 2


g = gen()
print(next(g))
g.close()


class NoEnter:
    def __exit__(self, *a):
        pass


class NoExit:
    def __enter__(self):
        pass


for c in (NoEnter, NoExit, object):
    try:
        with c():
            pass
    except TypeError as e:
        print(e)
with C("outer", suppress=True):
    with C("inner"):
        raise IndexError("both see it")
print("end")
