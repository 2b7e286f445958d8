# Arithmetic dunders: binary, reflected, in-place, NotImplemented.
def mk(op):
    def f(self, other):
        return "%s.%s(%s)" % (self.n, op, getattr(other, "n", other))
    return f


class A:
    def __init__(self, n):
        self.n = n


ops = ["add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"]
for op in ops:
    setattr(A, "__%s__" % op, mk(op))
    setattr(A, "__r%s__" % op, mk("r" + op))
a, b = A("a"), A("b")
print(a + b, a - 1, 1 - a, a * b, 2 * a, a / 1, 1 / a, a // 1, 1 // a, a % 1, 1 % a)
print(a ** 2, 2 ** a, a @ b, 1 @ a, a << 1, 1 << a, a >> 1, 1 >> a, a & 1, 1 & a, a | 1, 1 | a, a ^ 1, 1 ^ a, divmod(a, 1), divmod(1, a), pow(a, 2))
c = a
c += 1
print(c)


class I:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append(("+", o))
        return self

    def __isub__(self, o):
        return "replaced"

    def __imul__(self, o):
        return NotImplemented

    def __mul__(self, o):
        return "mul"


i = j = I()
i += 1
i += 2
print(i.log, i is j)
i *= 2
print(i)
j -= 1
print(j)


class V:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        if not isinstance(o, V):
            return NotImplemented
        return V(self.x + o.x, self.y + o.y)

    def __radd__(self, o):
        return self if o == 0 else NotImplemented

    def __mul__(self, k):
        return V(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return V(-self.x, -self.y)

    def __pos__(self):
        return self

    def __invert__(self):
        return V(self.y, self.x)

    def __abs__(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5

    def __repr__(self):
        return f"V({self.x}, {self.y})"


v = V(3, 4)
print(v + V(1, 1), v * 2, 2 * v, -v, +v, ~v, abs(v), sum([v, v, v]))
for f in (lambda: v + 1, lambda: 1 + v, lambda: v - v, lambda: "a" + v, lambda: v ** 2, lambda: v @ v, lambda: v << 1, lambda: divmod(v, 1)):
    try:
        print(f())
    except TypeError as e:
        print(e)


class P:
    def __add__(self, o):
        return "P.add"

    def __radd__(self, o):
        return "P.radd"


class Q(P):
    def __radd__(self, o):
        return "Q.radd first"


print(P() + Q(), Q() + P(), P() + P(), 1 + Q())
try:
    w = V(1, 1)
    w -= 1
except TypeError as e:
    print(e)
