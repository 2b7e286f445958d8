# Function objects: attributes, defaults, names, docstrings, equality.
def f(a, b=2, *args, c=3, **kw):
    """Doc of f.

    Second line."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__dict__, f.__closure__, callable(f))
f.attr = 5
f.__doc__ = "new doc"
f.__name__ = "renamed"
print(f.attr, f.__doc__, f.__name__, f.__dict__, hasattr(f, "nope"), f.__qualname__)
f.__defaults__ = (10, 20)
print(f(), f(1))
f.__kwdefaults__ = {"c": 9}
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames[:5], f.__code__.co_kwonlyargcount)
g = f
print(g is f, g == f, f != (lambda: 0), {f: 1}[g])
lam = lambda x, y=1: x
print(lam.__name__, lam.__qualname__, lam.__defaults__, (lambda: 0).__doc__)


def outer():
    def inner():
        """in"""
    class K:
        def m(self):
            return lambda: 0
    return inner, K


i, K = outer()
print(i.__qualname__, K.__qualname__, K.m.__qualname__, K().m().__qualname__, i.__doc__)
del f.attr
try:
    f.attr
except AttributeError as e:
    print(e)
for bad in (lambda: setattr(f, "__name__", 5), lambda: setattr(f, "__defaults__", 5), lambda: f[0], lambda: len(f), lambda: f + f, lambda: f < f, lambda: iter(f), lambda: setattr(len, "a", 1), lambda: f.__code__.nope):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ":", e)


class M:
    def m(self, x):
        return (self, x)


a = M()
m = a.m
print(m.__name__, m.__self__ is a, m.__func__ is M.m, m == a.m, m is a.m, hash(m) == hash(a.m), m != M().m, m.__doc__, M.m(a, 1) == a.m(1))
M.m.tag = "t"
print(m.tag)
try:
    m.tag = 1
except AttributeError as e:
    print(e)
print(len.__name__, len.__module__, [].append.__name__, str.upper.__name__, len.__self__ is not None, print.__name__, int.__doc__ is not None)
def counter():
    counter.n += 1
    return counter.n


counter.n = 0
print(counter(), counter(), counter.n)
