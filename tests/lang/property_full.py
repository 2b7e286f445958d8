# Properties: getter, setter, deleter, inheritance, errors.
class T:
    def __init__(self, c):
        self._c = c

    @property
    def celsius(self):
        """Degrees."""
        return self._c

    @celsius.setter
    def celsius(self, v):
        if v < -273:
            raise ValueError("too cold")
        self._c = v

    @celsius.deleter
    def celsius(self):
        print("deleting")
        self._c = None

    @property
    def fahrenheit(self):
        return self._c * 9 / 5 + 32

    def _get(self):
        return "classic"

    def _set(self, v):
        print("set", v)

    classic = property(_get, _set, None, "doc here")


t = T(25)
print(t.celsius, t.fahrenheit, T.celsius.__doc__, T.classic.__doc__, t.classic)
t.celsius = 30
t.classic = 5
print(t.celsius, t._c)
t.celsius += 5
print(t.celsius)
del t.celsius
print(t.celsius, t.__dict__)
try:
    t.celsius = -300
except ValueError as e:
    print(e)


def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


def set_ro():
    t.fahrenheit = 1


def del_ro():
    del t.fahrenheit


def del_classic():
    del t.classic


class W:
    x = property()
    y = property(None, lambda self, v: print("write only", v))

    @property
    def bad(self):
        return self.missing


err(set_ro)
err(del_ro)
err(del_classic)
w = W()
err(lambda: w.x)
err(lambda: w.y)
w.y = 3
err(lambda: w.bad)


class Sub(T):
    @property
    def celsius(self):
        return "sub " + str(super().celsius)

    @T.fahrenheit.setter
    def fahrenheit(self, v):
        self._c = (v - 32) * 5 / 9


s = Sub(10)
print(s.celsius, s.fahrenheit)
s.fahrenheit = 212
print(s._c, type(T.celsius), T.celsius.fget.__name__, T.fahrenheit.fset)
s.__dict__["celsius"] = "instance"
print(s.celsius)
