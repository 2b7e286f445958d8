# Arrays with lists, tuples and scalars on either side.
import numpy as np

a = np.array([1, 2, 3])
print(a + [1, 2, 3], [1, 2, 3] + a, a * (1, 2, 3), (10, 20, 30) - a, [1.5, 2, 3] * a, a == [1, 0, 3], a / [2, 2, 2], a + [[1], [2]], [True, False, True] + a)
print(a + True, a * 2.5, 2 - a, 2.0 / a, 10 // a, 10 % a, 2 ** a, a + np.float32(1), np.int32(2) * a)
print(sum([a, a, a]), sum(a), max(a), min(a), sorted(a, reverse=True), list(zip(a, "abc")), list(enumerate(a)), list(map(int, a)), [x * 2 for x in a])
lst = [a, a * 2]
print(np.array(lst), sum(lst), len(lst))
print(a.tolist() + [4], a.tolist() * 2, [1] * 3 + a, list(a) + [4])


def err(g):
    try:
        print(g())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: a + None)
err(lambda: a + [1, 2])
err(lambda: a * {})
err(lambda: a @ 5 if False else a + {"k": 1})
err(lambda: a())
err(lambda: a.nope)
err(lambda: a.append(1))
err(lambda: np.nope)
err(lambda: np.arange(3).foo)


class Mine:
    def __radd__(self, o):
        return "Mine.radd " + type(o).__name__

    def __rmul__(self, o):
        return "Mine.rmul"

    __array_ufunc__ = None


print(a + Mine(), a * Mine(), np.float64(1) + Mine())


def total(*args):
    return sum(args)


print(total(*a), [*a, 4], {*a.tolist()}, (lambda x, y, z: x - y + z)(*a))
x, y, z = a
print(x, y, z, type(x).__name__)
(p, q), (r, s) = np.arange(4).reshape(2, 2)
print(p, q, r, s)
first, *rest = a
print(first, rest)
d = {k: v for k, v in zip("abc", a)}
print(d, a.tolist(), isinstance(a, np.ndarray), type(a).__name__, type(a))
