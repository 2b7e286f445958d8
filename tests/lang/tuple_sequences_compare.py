# Lexicographic comparison of tuples, lists and strings; sorting records; unpacking in loops.
rows = [("bob", 3, 1.5), ("ann", 3, 2.5), ("bob", 1, 0.5), ("cat", 2, 9.0)]
print(sorted(rows), sorted(rows, key=lambda r: r[1]), sorted(rows, key=lambda r: (-r[1], r[0])), min(rows), max(rows, key=lambda r: r[2]), sorted(rows, reverse=True)[0])
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9, 9), (1, "a") < (1, "b"), [1, [2, 3]] < [1, [2, 4]], "abc" < "abcd", (1, 2) == (1, 2), (1, 2) != [1, 2], (1, (2, 3)) == (1, (2, 3)), (float("nan"),) == (float("nan"),))
n = float("nan")
print((n,) == (n,), [n] == [n], n in (n,), (1, n) < (1, n), (True, 0) == (1, False))
for name, k, _ in rows:
    print(name, k, end="; ")
for i, (name, *rest) in enumerate(rows):
    print(i, name, rest, end="; ")
print()
for (a, b), c in [((1, 2), 3), ("xy", "z")]:
    print(a, b, c, end="; ")
print()
names, ks, vs = zip(*rows)
print(names, ks, vs, dict(zip(names, ks)), [r[0] for r in rows if r[1] == 3], {r[:2]: r[2] for r in rows}, sum(r[2] for r in rows))
t = (1, [2], "x")
t[1].append(3)
print(t, t[1:], t[::-1], t + (4,), t * 2, len(t), t.index("x"), t.count(1), (5,) in (t, (5,)), 2 in t[1])
a, b, c = t
a, b = b, a
(x, y), z = (a, b), c
print(a, b, x, y, z, (lambda *p: p)(*t), tuple(reversed(t)), tuple(sorted((3, 1, 2))), tuple(i for i in range(3)), tuple("ab"), tuple({"k": 1}))


def stats(*xs):
    return min(xs), max(xs), sum(xs) / len(xs)


lo, hi, avg = stats(1, 2, 6)
print(lo, hi, avg, stats(5), stats(*range(5)))
for f in (lambda: (1, "a") < (1, 2), lambda: (1,) < [1], lambda: sorted([(1, None), (1, 2)]), lambda: sorted([(1, None), (2, 2)]), lambda: (1, 2) < 3, lambda: max((1, "a"), (1, 2)), lambda: min(((2,), "a"))):
    try:
        print(f())
    except TypeError as e:
        print(e)
matrix = ((1, 2, 3), (4, 5, 6))
print(tuple(zip(*matrix)), [sum(r) for r in matrix], matrix[1][2], tuple(map(max, matrix)), sum(matrix, ()), len(matrix[0]), (matrix,)[0] is matrix, ((((1,),),),)[0][0][0][0])
d = {(1, 2): "a", (1, (2, 3)): "b", (): "e"}
print(d[1, 2], d[1, (2, 3)], d[()], (1, 2) in d, hash((1, 2)) == hash((1, 2)), d)
