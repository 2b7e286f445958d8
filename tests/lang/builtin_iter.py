# iter, next, enumerate, zip, reversed, map and filter objects.
it = iter([1, 2, 3])
print(next(it), next(it), list(it), next(it, "end"), iter(it) is it)
print(list(iter("ab")), list(iter({"k": 1})), list(iter((1,))), list(iter(range(2))), list(iter({5})), sorted(iter({"b", "a"})))
n = [0]


def tick():
    n[0] += 1
    return n[0]


print(list(iter(tick, 4)), n)
print(list(enumerate("abc")), list(enumerate("ab", 10)), list(enumerate([], 5)), list(enumerate(["x"], start=-1)), dict(enumerate("ab")))
print(list(zip("abc", [1, 2, 3])), list(zip("ab", [1])), list(zip()), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)])), [a + b for a, b in zip("xy", "zw")])
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(5))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})))
print(list(map(len, ["a", "bb"])), list(map(lambda a, b: a * b, [1, 2], [3, 4, 5])), list(map(str.upper, "ab")), list(map(int, "123")), list(filter(None, [0, 1, ""])), list(filter(str.isdigit, "a1b2")))
e = enumerate("xy")
print(next(e), next(e), next(e, None))
m = map(lambda x: 10 // x, [5, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as x:
    print(x)
print(next(m), list(m))


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Count(3)), list(zip(Count(3), Count(2))), max(Count(4)), sorted(Count(3)), tuple(map(str, Count(2))), 1 in Count(5), "-".join(str(c) for c in Count(3)))


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Seq()), list(reversed(Seq())), list(iter(Seq())), 20 in Seq(), list(enumerate(Seq())))
a = [1, 2, 3, 4, 5, 6]
print(list(zip(*[iter(a)] * 2)), list(zip(a, a[1:])), list(zip(a[::2], a[1::2])))
it = iter(a)
for x in it:
    if x == 2:
        break
print(list(it))
for f in (lambda: next(5), lambda: iter(5), lambda: next(iter([])), lambda: reversed(5), lambda: reversed({1}), lambda: enumerate(), lambda: enumerate(5), lambda: zip(5), lambda: map(len), lambda: list(map(5, [1])), lambda: filter(1), lambda: list(filter(5, [1])), lambda: iter(5, 5), lambda: list(zip([1], 5)), lambda: next(), lambda: next([1])):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)
