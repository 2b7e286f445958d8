# Sets at work: duplicates, common elements, Venn regions, reachable states, set of frozensets.
a, b, c = set("abcdef"), set("defghi"), set("fghxyz")
for name, s in (("a&b", a & b), ("a|b", a | b), ("a-b", a - b), ("a^b", a ^ b), ("a&b&c", a & b & c), ("a-b-c", a - b - c), ("(a|b)&c", (a | b) & c), ("only one", (a ^ b ^ c) - (a & b & c))):
    print(name, "".join(sorted(s)), len(s))
print(a <= a | b, a < a, a >= a & b, a.isdisjoint("xyz"), a.issuperset("abc"), {1, 2} == {2, 1}, {1} != {1, 2}, set() < {1}, {1, 2} <= {2, 3}, frozenset("ab") == {"a", "b"})
x = [3, 1, 3, 2, 1]
seen, dup, uniq = set(), [], []
for v in x:
    if v in seen:
        dup.append(v)
    else:
        seen.add(v)
        uniq.append(v)
print(sorted(set(x)), dup, uniq, len(x) != len(set(x)), sorted({v % 2 for v in x}))
s = set()
for op, v in (("add", 1), ("add", 2), ("discard", 5), ("add", 1), ("discard", 1), ("update", [7, 8]), ("difference_update", [8]), ("intersection_update", [2, 7, 9]), ("symmetric_difference_update", [2, 3])):
    r = getattr(s, op)(v)
    print(op, v, r, sorted(s))
for f in (lambda: s.remove(99), lambda: s.add([]), lambda: s | [1], lambda: s < [1], lambda: set(5), lambda: s.pop(1), lambda: {1: 2} | {3}, lambda: s.union(5), lambda: s[0], lambda: s + s, lambda: set().pop()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(sorted(s | {1}), sorted(s.union([1], (2,), {4})), sorted({1, 2, 3}.intersection([2, 3], (3,))), sorted({1, 2, 3}.difference([1], [2])), {*range(3)} == {0, 1, 2}, sorted({*"ab", *"bc"}))
fs = {frozenset([1, 2]), frozenset([2, 1]), frozenset()}
print(len(fs), frozenset([1, 2]) in fs, sorted(map(sorted, fs)), {frozenset("ab"): 1}[frozenset("ba")], frozenset([1]) | {2}, type({1} | frozenset([2])).__name__, frozenset(frozenset([3])))


def closure(start, step):
    done, todo = set(), {start}
    while todo:
        v = todo.pop()
        done.add(v)
        todo |= set(step(v)) - done
    return done


print(sorted(closure(1, lambda v: [v * 2 % 15, (v + 4) % 15])), len(closure((0, 0), lambda p: [((p[0] + 1) % 4, p[1]), (p[0], (p[1] + 1) % 3)])))
big = set(range(10000))
big -= set(range(0, 10000, 2))
big &= set(range(5000))
print(len(big), min(big), max(big), sum(big), 4999 in big, 5001 in big, bool(big), sorted(big)[:3])
t = {1, 2, 3}
u = t
u |= {4}
u = u | {5}
print(sorted(t), sorted(u), t.copy() == t, t.copy() is t, {True, 1, 1.0}, {0, False}, len({None, 0, "", ()}), {(1, 2)} == {(1.0, 2.0)}, 2.0 in t)
