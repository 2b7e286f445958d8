# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__.
class Lazy:
    known = "class attr"

    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("auto_"):
            return name[5:]
        raise AttributeError("no %r here" % name)


x = Lazy()
print(x.real, x.known, x.auto_foo, hasattr(x, "auto_x"), hasattr(x, "zzz"), getattr(x, "zzz", "d"))
try:
    x.zzz
except AttributeError as e:
    print(e)


class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_t", target)

    def __getattr__(self, name):
        return getattr(self._t, name)

    def __setattr__(self, name, v):
        print("set", name, v)
        setattr(self._t, name, v)

    def __delattr__(self, name):
        print("del", name)
        delattr(self._t, name)


p = Proxy(Lazy())
p.new = 5
print(p.new, p.real, p._t.__dict__)
del p.new
print(hasattr(p, "new"), p.__dict__.keys())


class All:
    y = 2

    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        if name.startswith("__"):
            return super().__getattribute__(name)
        if name == "secret":
            raise AttributeError("hidden")
        return ("got", name, object.__getattribute__(self, name))

    def __getattr__(self, name):
        return "fallback " + name


a = All()
print(a.x, a.y, a.secret, a.none)


class Strict:
    __allowed = ("a", "b")

    def __setattr__(self, k, v):
        if k not in self.__allowed:
            raise AttributeError("cannot set " + k)
        super().__setattr__(k, v)


s = Strict()
s.a = 1
try:
    s.c = 1
except AttributeError as e:
    print(e)
print(s.__dict__, Strict._Strict__allowed)


class RaisesInGetattr:
    def __getattr__(self, n):
        raise ValueError("other error")


try:
    hasattr(RaisesInGetattr(), "x")
except ValueError as e:
    print("ValueError", e)


class Dir:
    def __dir__(self):
        return ["b", "a"]


print(dir(Dir()))


class Recursive:
    def __getattr__(self, n):
        return self.n2


try:
    Recursive().x
except RecursionError as e:
    print(type(e).__name__)


class Prop:
    @property
    def p(self):
        raise AttributeError("inside p")

    def __getattr__(self, n):
        return "getattr got " + n


print(Prop().p)
x.__dict__["injected"] = 3
print(x.injected, vars(x), "real" in dir(x), "known" in dir(x))
x.__dict__ = {"fresh": 1}
print(x.fresh, hasattr(x, "real"))
x.__class__ = Dir
print(type(x).__name__, x.fresh)
