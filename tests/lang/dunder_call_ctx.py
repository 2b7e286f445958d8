# __call__, __enter__/__exit__, __repr__/__str__, __bool__, __len__, conversion dunders.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, k=0):
        return self.n + x + sum(more) + k


add = Adder(10)
print(add(1), add(1, 2, 3, k=4), callable(add), callable(5), callable(Adder), callable(len), list(map(add, [1, 2])))


class Conv:
    def __int__(self):
        return 5

    def __float__(self):
        return 2.5

    def __str__(self):
        return "str"

    def __repr__(self):
        return "repr"

    def __bool__(self):
        return False

    def __hash__(self):
        return 42

    def __bytes__(self):
        return b"bytes"

    def __round__(self, n=None):
        return ("round", n)

    def __trunc__(self):
        return 3

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __divmod__(self, o):
        return "dm"

    def __pow__(self, e, m=None):
        return ("pow", e, m)

    def __length_hint__(self):
        return 10


import math
c = Conv()
print(int(c), float(c), str(c), repr(c), bool(c), hash(c), bytes(c), round(c), round(c, 2), math.floor(c), math.ceil(c), math.trunc(c))
print(c, [c], (c,), {c: c}, f"{c}", f"{c!r}", "%s %r" % (c, c), divmod(c, 1), pow(c, 2), pow(c, 2, 3), math.sqrt(c))


class OnlyRepr:
    def __repr__(self):
        return "OR"


print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], f"{OnlyRepr():>5}" if False else f"{str(OnlyRepr()):>5}")


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Bad:
    def __repr__(self):
        return 5

    def __int__(self):
        return "x"

    def __float__(self):
        return "x"

    def __bool__(self):
        return None

    def __hash__(self):
        return 1.5

    def __len__(self):
        return -5

    def __index__(self):
        return "i"


b = Bad()
for f in (repr, str, int, float, bool, hash, len, hex, lambda v: [1][v], lambda v: print(v)):
    err(lambda: f(b))


class RaisingRepr:
    def __repr__(self):
        raise ValueError("no repr")


err(lambda: [RaisingRepr()].__repr__())
err(lambda: f"{RaisingRepr()}")


class InstCall:
    pass


i = InstCall()
i.__call__ = lambda: 5
i.__len__ = lambda: 3
err(lambda: i())
err(lambda: len(i))
print(i.__call__(), i.__len__())
