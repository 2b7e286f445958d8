# Comparison, merging, nesting, grouping, inverting, sorting of dicts.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, {**a, **b}, {**b, "x": 0}, dict(a, **b), a == {"y": 2, "x": 1}, a != b, a == [("x", 1)])
c = a.copy()
c |= b
c.update(w=9)
print(c, a, len(c), sorted(c), sorted(c, key=c.get), sorted(c.items(), key=lambda kv: -kv[1]), max(c, key=c.get), min(c.values()), sum(c.values()))
print(a.keys() & b.keys(), sorted(a.keys() | b.keys()), a.keys() - b.keys(), sorted(a.keys() ^ b.keys()), a.items() & {("x", 1)}, a.keys() == {"x", "y"}, a.keys() <= c.keys(), a.items() <= c.items(), "x" in a.keys(), 1 in a.values(), ("x", 1) in a.items())
groups = {}
for w in "apple bob cat ant bee cow axe".split():
    groups.setdefault(w[0], []).append(w)
print(groups, {k: len(v) for k, v in groups.items()}, [w for ws in groups.values() for w in ws])
inv = {v: k for k, v in a.items()}
print(inv, dict(map(reversed, a.items())), dict(zip(a.values(), a)), dict(enumerate("ab")), dict.fromkeys(a, 0))
count = {}
for ch in "mississippi":
    count[ch] = count.get(ch, 0) + 1
print(count, sorted(count.items(), key=lambda kv: (-kv[1], kv[0])), {k for k, v in count.items() if v > 1} == {"i", "s", "p"})
nested = {}
for path, v in (("a.b.c", 1), ("a.b.d", 2), ("e", 3)):
    node = nested
    *head, last = path.split(".")
    for k in head:
        node = node.setdefault(k, {})
    node[last] = v
print(nested)


def flat(d, pre=""):
    for k, v in d.items():
        if isinstance(v, dict):
            yield from flat(v, pre + k + ".")
        else:
            yield pre + k, v


print(dict(flat(nested)))
d = {i: i * i for i in range(6)}
for k in [k for k in d if k % 2]:
    del d[k]
print(d, list(d.items())[-1], next(iter(d)), d.pop(0), d.popitem(), d)
k = {}
k[1], k["1"], k[(1,)], k[None], k[1.5] = "i", "s", "t", "n", "f"
print(k, k[1.0], k[True], len(k), None in k, (1,) in k)
table = {(r, c): r * c for r in range(3) for c in range(3)}
print(table[2, 2], [table[1, j] for j in range(3)], sum(v for (r, c), v in table.items() if r == c), {r: [table[r, c] for c in range(3)] for r in range(3)})
e = {"k": [1]}
f = dict(e)
f["k"].append(2)
f["n"] = 1
print(e, f, {} == {}, {1: {}} == {1: {}}, {1: 2} == {1: 2.0}, {"a": [1, {"b": 2}]} == {"a": [1, {"b": 2}]}, not {}, bool({0: 0}))
