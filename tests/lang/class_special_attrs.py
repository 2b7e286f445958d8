# __dict__, __class__, __name__, __doc__, __module__, __bases__ of classes and instances; changed at run time.
class Base:
    """base doc"""
    x = 1

    def hello(self):
        return "hello from " + type(self).__name__


class Sub(Base):
    pass


s = Sub()
print(Sub.__doc__, Base.__doc__, Sub.__module__, Sub.__bases__, Sub.__base__, s.__class__, s.__doc__, s.__module__, s.__dict__, Sub.__qualname__)
s.y = 2
print(s.__dict__, vars(s), list(s.__dict__), "y" in s.__dict__)
s.__dict__["z"] = 3
del s.__dict__["y"]
print(s.z, hasattr(s, "y"), s.__dict__)
s.__dict__ = {"q": 9}
print(s.q, hasattr(s, "z"))


class Other:
    def hello(self):
        return "other"


s.__class__ = Other
print(s.hello(), s.q, type(s).__name__)
Sub.__name__ = "Renamed"
print(Sub.__name__, Sub().hello(), Sub)
Base.added = lambda self, n: n + self.x
print(Sub().added(5))
Base.x = 10
print(Sub().added(5), Sub.x, "x" in Sub.__dict__)
Sub.x = 20
print(Sub().added(5), Base.x)
del Sub.x
print(Sub.x)
Base.hello = lambda self: "replaced"
print(Sub().hello())


def free(self):
    return ("free", self.x)


o = Base()
o.inst = free
try:
    o.inst()
except TypeError as e:
    print(e)
o.bound = free.__get__(o)
print(o.bound(), o.inst(o))
print(sorted(k for k in Base.__dict__ if not k.startswith("__")), type(Base.__dict__).__name__)
for f in (lambda: setattr(s, "__class__", 5), lambda: setattr(s, "__dict__", 5), lambda: Base.__dict__.__setitem__("a", 1), lambda: setattr(Base, "__name__", 5), lambda: setattr(5, "__class__", Base), lambda: setattr(Base(), "__class__", int)):
    try:
        f()
        print("ok")
    except Exception as e:
        print(type(e).__name__ + ":", e)
