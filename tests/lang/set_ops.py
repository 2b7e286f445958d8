# Sets and frozensets.
a = {1, 2, 3}
b = {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b))
print(sorted(a.union([7], (8,))), sorted(a.intersection([1, 2], {2})), sorted(a.difference([1], [2])),
      sorted(a.symmetric_difference([3, 9])))
print(a <= b, a < a, a <= a, {2} < a, a > {1}, a >= a, a == {3, 2, 1}, a != b, a.isdisjoint({9}),
      a.issubset(range(9)), a.issuperset([1]))
a.add(10)
a.add(10)
a.discard(99)
a.remove(10)
print(sorted(a), len(a), 2 in a, 9 in a, set(), frozenset(), {5}, frozenset([5]))
a |= {7}
a &= {1, 2, 7}
a -= {1}
a ^= {2, 50}
print(sorted(a))
a.update([1], "x")
a.difference_update("x")
a.intersection_update({1, 7, 50})
a.symmetric_difference_update([50])
print(sorted(a))
c = a.copy()
c.clear()
print(sorted(a), c, bool(c), bool(a))
f = frozenset("abc")
print(sorted(f), hash(f) == hash(frozenset("cba")), {f: 1}[frozenset("bac")], f == set("abc"))
print(type(f | {1}), type({1} | f), sorted(f & {"a"}), f is frozenset(f))
print(sorted({x % 3 for x in range(10)}), len({1, 1.0, True}), set("") == set(), {()}, {None})
print(frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})


def err(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: {1}.remove(2))
err(lambda: set().pop())
err(lambda: {[]})
err(lambda: {1} | [1])
err(lambda: {1} < [1])
err(lambda: {1} + {2})
err(lambda: hash({1}))
err(lambda: f.add(1))
err(lambda: set(5))
err(lambda: {1}[0])
err(lambda: set(1, 2))
err(lambda: {1}.update(5))
s = set(range(1000))
for i in range(0, 1000, 2):
    s.remove(i)
print(len(s), sum(s), min(s), max(s), 501 in s, 500 in s)
p = {"only"}
print(p.pop(), p)
