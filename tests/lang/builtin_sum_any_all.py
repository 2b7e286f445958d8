# sum, any, all.
print(sum([1, 2, 3]), sum([]), sum([1, 2], 10), sum((0.1, 0.2, 0.3)), sum([True, True]), sum([[1], [2]], []), sum([1, 2.5]), sum(range(101)), sum({1: 2, 3: 4}), sum([10 ** 20, 1]), sum([1], start=5), sum([(1,), (2,)], ()))
print(sum([0.1] * 10), sum([1e16, 1, -1e16]), sum([1, 2 ** 62, 2 ** 62, 2 ** 62]), sum(x for x in "") if True else 0, sum([-1, 1.5, 2 ** 70]))
print(any([]), all([]), any([0, "", None]), any([0, 1]), all([1, "a"]), all([1, 0]), any("a"), all({"": 1}), any(x > 3 for x in range(5)), all(x < 3 for x in range(5)))
seen = []


def note(x):
    seen.append(x)
    return x


any(note(x) for x in [0, 0, 3, 4])
all(note(x) for x in [1, 0, 5])
print(seen)


class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, o):
        return V(self.n + (o.n if isinstance(o, V) else o))

    __radd__ = __add__


print(sum([V(1), V(2)]).n, sum([V(3)], V(4)).n)


class Picky:
    def __bool__(self):
        raise ValueError("no truth")


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: sum(["a", "b"]))
err(lambda: sum(["a"], ""))
err(lambda: sum([b"a"], b""))
err(lambda: sum([1, "a"]))
err(lambda: sum(5))
err(lambda: sum())
err(lambda: sum([[1], [2]]))
err(lambda: any(5))
err(lambda: all())
err(lambda: any([0], [1]))
err(lambda: any([Picky()]))
err(lambda: sum([None]))
