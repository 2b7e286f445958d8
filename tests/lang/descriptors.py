# Descriptors: data and non-data, priority, functions as descriptors.
class Data:
    def __get__(self, obj, cls=None):
        return "data get %s %s" % ("None" if obj is None else "obj", cls.__name__)

    def __set__(self, obj, v):
        print("data set", v)

    def __delete__(self, obj):
        print("data del")


class NonData:
    def __get__(self, obj, cls=None):
        return "nondata get"


class SetOnly:
    def __set__(self, obj, v):
        obj.__dict__["so"] = v * 2


class A:
    d = Data()
    n = NonData()
    so = SetOnly()


a = A()
print(a.d, A.d, a.n, A.n, type(a.so).__name__)
a.d = 5
del a.d
a.__dict__["d"] = "instance d"
a.__dict__["n"] = "instance n"
a.so = 4
print(a.d, a.n, a.so)
del a.n
print(a.n)


class Typed:
    def __init__(self, t):
        self.t = t

    def __set_name__(self, o, n):
        self.n = n

    def __get__(self, obj, cls):
        if obj is None:
            return self
        return obj.__dict__[self.n]

    def __set__(self, obj, v):
        if not isinstance(v, self.t):
            raise TypeError("%s must be %s, not %s" % (self.n, self.t.__name__, type(v).__name__))
        obj.__dict__[self.n] = v


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


p = Person("Ann", 5)
print(p.name, p.age, p.__dict__)
try:
    p.age = "six"
except TypeError as e:
    print(e)
try:
    Person(1, 2)
except TypeError as e:
    print(e)


class cached:
    def __init__(self, f):
        self.f = f
        self.name = f.__name__

    def __get__(self, obj, cls):
        print("computing", self.name)
        v = obj.__dict__[self.name] = self.f(obj)
        return v


class Circle:
    r = 2

    @cached
    def area(self):
        return self.r * self.r * 3


c = Circle()
print(c.area, c.area)


def f(self):
    return self


bound = f.__get__(5)
print(bound(), type(bound).__name__, f.__get__(None, int) is f)


class G:
    pass


G.m = f
g = G()
g.k = f
print(g.m() is g)
try:
    g.k()
except TypeError as e:
    print(e)


class ReadOnly:
    def __get__(self, o, c):
        return 1

    def __set__(self, o, v):
        raise AttributeError("read only!")


class H:
    r = ReadOnly()


try:
    H().r = 2
except AttributeError as e:
    print(e)
H.r = 3
print(H().r)
