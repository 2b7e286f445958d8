# Iterators: exhaustion, errors raised inside, iterables of their own, mixed with loops.
class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1


c = Countdown(3)
print(list(c), list(c), [(a, b) for a in c for b in c if a > b], max(c), sum(c), 2 in c, sorted(c), dict.fromkeys(c), *c)


class Broken:
    def __init__(self):
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.i += 1
        if self.i == 3:
            raise ValueError("third")
        return self.i


got = []
try:
    for x in Broken():
        got.append(x)
except ValueError as e:
    print(got, e)
for f in (list, tuple, sum, max, sorted, set, dict.fromkeys, lambda b: [*b], lambda b: 9 in b, lambda b: "".join(b), lambda b: list(zip(b, "abcd")), lambda b: list(map(str, b)), lambda b: [].extend(b), lambda b: dict(b)):
    try:
        print(f(Broken()))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Stop:
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


for x in Stop():
    print("never")
else:
    print("else")
print(list(Stop()), sum(Stop()), all(Stop()), next(Stop(), "dflt"))


def f():
    raise StopIteration("from a plain function")


try:
    f()
except StopIteration as e:
    print(repr(e))
it = iter([1, 2, 3, 4])
print([x for x in it if x < 3 or next(it, None)], list(it))
print([next(it, "none") for it in (iter([]), iter("a"))])
d = {"a": 1, "b": 2}
i = iter(d.items())
print(next(i), next(i), next(i, None), list(d.keys()), [*d.values()])
a, b, *rest = Countdown(5)
print(a, b, rest)
for i, x in enumerate(Countdown(10)):
    if i == 2:
        break
else:
    print("no")
print(i, x)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [x for r in matrix for x in r], sum(map(sum, matrix)), [max(c) for c in zip(*matrix)])


class Both:
    def __iter__(self):
        return iter("iter")

    def __getitem__(self, i):
        return "getitem"[i]


print("".join(Both()), Both()[0])


class LenHint:
    def __iter__(self):
        return iter((1, 2))

    def __length_hint__(self):
        return 1000


print(list(LenHint()))
