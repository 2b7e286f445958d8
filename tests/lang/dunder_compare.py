# Rich comparison: reflection, NotImplemented, __eq__ and __hash__, defaults.
class N:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        print("lt", end=" ")
        return self.v < o.v if isinstance(o, N) else NotImplemented

    def __le__(self, o):
        print("le", end=" ")
        return self.v <= o.v if isinstance(o, N) else NotImplemented

    def __eq__(self, o):
        print("eq", end=" ")
        return self.v == o.v if isinstance(o, N) else NotImplemented


a, b = N(1), N(2)
print(a < b, a > b, a <= b, a >= b, a == b, a != b, a == N(1), a != N(1))
print(a == 5, a != 5, 5 == a, [a] == [N(1)], a in [b, N(1)])
for f in (lambda: a < 5, lambda: 5 < a, lambda: a >= 5, lambda: hash(a), lambda: {a: 1}):
    try:
        print(f())
    except TypeError as e:
        print(e)


class OnlyEq:
    def __eq__(self, o):
        return "truthy string"


print(OnlyEq() == 1, OnlyEq() != 1, 1 == OnlyEq(), OnlyEq().__hash__)


class OnlyNe:
    def __ne__(self, o):
        return "ne"


x = OnlyNe()
print(x != x, x == x, x == OnlyNe())


class H:
    def __eq__(self, o):
        return True

    __hash__ = object.__hash__


print(isinstance(hash(H()), int), H() == 3)


class Base:
    def __eq__(self, o):
        return "base eq"

    def __lt__(self, o):
        return "base lt"

    def __gt__(self, o):
        return "base gt"


class Sub(Base):
    def __eq__(self, o):
        return "sub eq"

    def __gt__(self, o):
        return "sub gt"


print(Base() == Sub(), Sub() == Base(), Base() < Sub(), Base() > Sub(), Base() < Base())


class Arr:
    def __lt__(self, o):
        return [1, 2]

    def __bool__(self):
        raise ValueError("ambiguous")


print(Arr() < 1)
try:
    print(1 < Arr() < 2)
except TypeError as e:
    print(e)
print(Arr() < 1 < 5)


class Ver:
    def __init__(self, s):
        self.t = tuple(map(int, s.split(".")))

    def __lt__(self, o):
        return self.t < o.t

    def __repr__(self):
        return ".".join(map(str, self.t))


vs = [Ver("1.10"), Ver("1.2"), Ver("1.9.1")]
print(sorted(vs), min(vs), max(vs))
