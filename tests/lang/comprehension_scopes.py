# Comprehensions in classes, functions, nested, with lambdas, conditions and walrus.
def f(n, k=2):
    a = [i * k for i in range(n)]
    b = [[j * k + i for j in range(i)] for i in range(n)]
    c = {i: [j for j in range(i) if j != k] for i in range(n)}
    d = [lambda x: x + i + k for i in range(n)]
    e = [g(10) for g in d]
    g = (i for i in range(n) if i % k)
    return a, b, c, e, list(g)


print(f(4), f(0))
data = {"x": [1, 2], "y": [3]}
print([(k, v) for k, vs in data.items() for v in vs], {v: k for k, vs in data.items() for v in vs}, [v for vs in data.values() for v in vs if v > 1], sum(len(v) for v in data.values()))
print([x for x in range(50) if x % 2 == 0 if x % 3 == 0 if x % 5 == 0], [x if x % 2 else -x for x in range(5)], [(x, y) for x in range(4) for y in range(x)], [x for x in [1, 2, 3] for x in [x, x * 10]])
print([[c for c in w if c in "aeiou"] for w in "hello world".split()], {c for c in "hello"} == set("helo"), {w: len(w) for w in ["a", "bb"]}, ["".join(c for c in w if c.isalpha()) for w in ["a1b", "2c"]])
print([y for x in range(5) if (y := x * x) > 3], y, [last := x for x in range(3)], last, any((hit := x) > 2 for x in range(5)), hit)
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([r[i] for i in range(3) for r in m], [[r[i] for r in m] for i in range(3)], [m[i][i] for i in range(3)], [sum(r) for r in m], [max(r[i] for r in m) for i in range(3)], [x for r in m for x in r if x % 2], [[x * y for x in r] for y, r in enumerate(m)])


class C:
    n = 3
    xs = [i for i in range(n)]
    try:
        bad = [n for _ in range(2)]
    except NameError as e:
        bad = str(e)


print(C.xs, C.bad)


def outer():
    x = [1, 2]
    return [[x for x in [y, y]] for y in x], x, [lambda: x for _ in range(1)][0](), {x[0]: x for x in [x]}


print(outer())
fs = [lambda n=n: n for n in range(3)]
gs = [(lambda m: lambda: m)(n) for n in range(3)]
hs = [lambda: n for n in range(3)]
print([f() for f in fs], [g() for g in gs], [h() for h in hs])
print([*(x for x in "ab")], {**{k: 1 for k in "ab"}}, (*[i for i in range(2)],), [i for i in (yield_ for yield_ in range(2))], [() for _ in range(2)], [[] for _ in range(2)], [{} for _ in "a"], [None for _ in []])
try:
    [i for i in range(3) if undefined_q]
except NameError as e:
    print(e)
try:
    print([x for x in [1]] and zzz)
except NameError as e:
    print(e)
