# isinstance, issubclass, type, callable.
class A:
    pass


class B(A):
    pass


class Meta(type):
    def __instancecheck__(cls, x):
        return x == 42

    def __subclasscheck__(cls, c):
        return c is int


class Odd(metaclass=Meta):
    pass


print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance("", str), isinstance([], (tuple, list)), isinstance(None, type(None)), isinstance(B(), A), isinstance(A(), B), isinstance(A, type), isinstance(A(), object), isinstance(5, (str, (float, (int,)))), isinstance(5, ()), isinstance(3, int | str), isinstance("x", int | str))
print(issubclass(B, A), issubclass(A, B), issubclass(bool, int), issubclass(A, object), issubclass(A, (int, A)), issubclass(type, object), issubclass(int, float), issubclass(KeyError, LookupError), issubclass(bool, int | None))
print(isinstance(42, Odd), isinstance(41, Odd), issubclass(int, Odd), issubclass(str, Odd), isinstance(Odd(), Odd))
print(type(1), type(1.5), type("a"), type(None), type([]), type({}), type(()), type({1}), type(b""), type(len), type(print), type(lambda: 0), type(A), type(A()), type(type), type(range(1)), type(slice(1)), type(...), type(NotImplemented), type(True), type(frozenset()))
print(type(A().__init__), type(A.__init__).__name__, type(iter([])).__name__, type(iter({})).__name__, type((x for x in [])).__name__, type(zip()).__name__, type(enumerate([])).__name__, type(map(int, [])).__name__, type(reversed([])).__name__, type({}.keys()).__name__, type([].append).__name__, type(str.upper).__name__, type(property()).__name__)
print(type(1) is int, type(B()) == A, type(B()).__name__, type("")("abc"), type([1])((1, 2)), callable(len), callable(A), callable(A()), callable(lambda: 0), callable(5), callable("".upper))


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


err(lambda: isinstance(1, 5))
err(lambda: isinstance(1, (int, 5)))
err(lambda: isinstance("a", (int, 5)))
err(lambda: issubclass(1, int))
err(lambda: issubclass(int, 1))
err(lambda: isinstance(1))
err(lambda: type(1, 2))
err(lambda: isinstance(1, "int"))
err(lambda: callable())
x = B()
print(x.__class__ is B, isinstance(x, x.__class__), B.__class__, A.__subclasses__() == [B], int.__mro__, bool.__bases__, object.__bases__)
