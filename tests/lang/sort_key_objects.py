# Sorting with keys of many kinds; stability over several passes; custom order.
people = [{"n": "Ann", "a": 30, "c": "B"}, {"n": "Bob", "a": 25, "c": "A"}, {"n": "Cy", "a": 30, "c": "A"}, {"n": "Di", "a": 25, "c": "B"}]
name = lambda ps: "".join(p["n"][0] for p in ps)
print(name(sorted(people, key=lambda p: p["a"])), name(sorted(people, key=lambda p: (p["c"], -p["a"]))), name(sorted(people, key=lambda p: p["n"], reverse=True)), name(sorted(sorted(people, key=lambda p: p["n"], reverse=True), key=lambda p: p["a"])), name(sorted(people, key=lambda p: p["a"], reverse=True)))
print(sorted(["b10", "a2", "b9", "a10"], key=lambda s: (s[0], int(s[1:]))), sorted("bAcD", key=str.lower), sorted(["x", "yy", ""], key=len), sorted([-3, 2, -1], key=abs), sorted([3, 1, 2], key=lambda x: -x), sorted([1.5, 1, True, 0.5]), sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]))
order = ["low", "mid", "high"]
print(sorted(["high", "low", "mid", "low"], key=order.index), sorted([(2, "b"), (1, "z"), (2, "a")], key=lambda t: (-t[0], t[1])), sorted(range(10), key=lambda x: (x % 3, -x)), sorted([[2, 1], [1, 9], [1, 2]], key=sum), sorted(["é", "e", "z", "a"]), sorted([None, 1, None, 0], key=lambda x: (x is None, x or 0)))


class Desc:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v > o.v


print(sorted([1, 3, 2], key=Desc), sorted(["a", "c", "b"], key=Desc), min([1, 3, 2], key=Desc), max("abc", key=Desc))
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([3, 1, 2], key=key), calls)


class Cmp:
    n = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        Cmp.n += 1
        return self.v < o.v


xs = [Cmp(i) for i in range(50)]
xs.sort()
print(Cmp.n)
Cmp.n = 0
xs.sort(reverse=True)
print(Cmp.n <= 100, [x.v for x in xs[:3]])
a = list(range(100, 0, -1))
b = [x * 37 % 101 for x in range(100)]
c = b[:50] + sorted(b[50:])
for v in (a, b, c, a + b, [1] * 50, sorted(a) + [0], [0] + a):
    s = sorted(v)
    print(s == sorted(v[::-1]), s[:3], s[-3:], all(s[i] <= s[i + 1] for i in range(len(s) - 1)))
b.sort(key=lambda x: x % 10)
print(b[:20])
t = [(i % 3, i) for i in range(12)]
t.sort(key=lambda p: p[0])
print(t)
t.sort(key=lambda p: p[0], reverse=True)
print(t)
print(t.sort(), t[0], [3, 1, 2].sort())
import random
random.seed(3)
big = [random.random() for _ in range(2000)]
print(sorted(big)[:2], sorted(big, reverse=True)[:2], sorted(big) == sorted(sorted(big, key=lambda x: -x)), sorted(map(str, big))[0], [i for i, _ in sorted(enumerate(big), key=lambda p: p[1])][:5])
