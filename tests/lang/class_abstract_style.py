# Template methods, mixins, NotImplementedError, cooperative super, class registries.
class Shape:
    def describe(self):
        return f"{self.name()} with area {self.area():.2f}"

    def name(self):
        return type(self).__name__.lower()

    def area(self):
        raise NotImplementedError("subclass must implement area")


class Sq(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


class Named:
    def __init__(self, label="?", **kw):
        super().__init__(**kw)
        self.label = label

    def name(self):
        return self.label + ":" + super().name()


class Scaled:
    def __init__(self, k=1, **kw):
        super().__init__(**kw)
        self.k = k

    def area(self):
        return super().area() * self.k


class Fancy(Named, Scaled, Sq):
    pass


f = Fancy(label="big", k=3, s=2)
print(f.describe(), Sq(3).describe(), [c.__name__ for c in Fancy.__mro__])
try:
    Shape().describe()
except NotImplementedError as e:
    print(type(e).__name__, e)
try:
    Fancy(bad=1)
except TypeError as e:
    print(e)


class Loud:
    def speak(self):
        return super().speak().upper() + "!"


class Twice:
    def speak(self):
        return super().speak() * 2


class Dog:
    def speak(self):
        return "woof"


class A(Loud, Twice, Dog):
    pass


class B(Twice, Loud, Dog):
    pass


print(A().speak(), B().speak())
try:
    type("C", (Loud,), {})().speak()
except AttributeError as e:
    print(e)


class Cmp:
    def __eq__(self, o):
        return self.key() == o.key()

    def __lt__(self, o):
        return self.key() < o.key()

    def __le__(self, o):
        return self < o or self == o

    def __gt__(self, o):
        return not self <= o

    def __ge__(self, o):
        return not self < o


class V(Cmp):
    def __init__(self, *t):
        self.t = t

    def key(self):
        return self.t

    def __repr__(self):
        return ".".join(map(str, self.t))


print(V(1, 2) < V(1, 3), V(2) >= V(1, 9), V(1) == V(1), V(1) != V(2), sorted([V(2), V(1, 5), V(1)]), V(1) > V(0), max(V(3), V(2)))


class Dict(dict):
    def __getattr__(self, k):
        try:
            v = self[k]
        except KeyError as e:
            raise AttributeError(k) from e
        return Dict(v) if isinstance(v, dict) else v

    __setattr__ = dict.__setitem__


d = Dict(a=1, b={"c": {"d": 5}})
d.e = 7
print(d.a, d.b.c.d, d, hasattr(d, "zz"))
