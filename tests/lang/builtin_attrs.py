# getattr, setattr, hasattr, delattr, vars, dir.
class A:
    cls = "class"

    def __init__(self):
        self.x = 1

    def m(self):
        return "m"

    @property
    def p(self):
        return self.x * 2


a = A()
print(getattr(a, "x"), getattr(a, "cls"), getattr(a, "m")(), getattr(a, "p"), getattr(a, "zz", None), getattr(a, "zz", "d"), getattr(5, "real"), getattr("abc", "upper")(), getattr([], "append").__name__)
print(hasattr(a, "x"), hasattr(a, "nope"), hasattr(a, "__class__"), hasattr([], "append"), hasattr(5, "foo"), hasattr(A, "x"))
setattr(a, "y", 5)
setattr(A, "shared", 7)
setattr(a, "with space", 8)
print(a.y, a.shared, getattr(a, "with space"), vars(a))
delattr(a, "y")
print(hasattr(a, "y"), sorted(vars(a)), vars(a) is a.__dict__)
vars(a)["z"] = 9
print(a.z, [n for n in dir(a) if not n.startswith("_")], [n for n in dir(A) if not n.startswith("_")], "__init__" in dir(a))
print([n for n in dir([]) if not n.startswith("_")], [n for n in dir({}) if not n.startswith("_")], [n for n in dir(()) if not n.startswith("_")], [n for n in dir({1}) if not n.startswith("_")])
print([n for n in dir("") if not n.startswith("_")], [n for n in dir(1) if not n.startswith("_")], [n for n in dir(1.5) if not n.startswith("_")])
print("A" in vars(), "x" in vars(A), type(vars(A)).__name__, sorted(vars(A))[:3] if False else "cls" in vars(A))


def f(p):
    q = 2
    return sorted(vars()), sorted(dir())


print(f(1))
obj = A()
for name, v in (("one", 1), ("two", [2])):
    setattr(obj, name, v)
print({k: getattr(obj, k) for k in ("one", "two", "x")})


def err(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: getattr(a, "nope"))
err(lambda: getattr(a, 5))
err(lambda: setattr(a, 5, 1))
err(lambda: setattr(a, "p", 1))
err(lambda: delattr(a, "nope"))
err(lambda: delattr(a, "m"))
err(lambda: delattr(a, "cls"))
err(lambda: vars(5))
err(lambda: vars([]))
err(lambda: setattr(5, "x", 1))
err(lambda: setattr([], "x", 1))
err(lambda: setattr(len, "x", 1))
err(lambda: hasattr(a))
err(lambda: setattr("s", "upper", 1))
err(lambda: delattr(A, "nope"))
err(lambda: getattr(A, "x"))
err(lambda: A().nope_attr.x)
err(lambda: object().x)
