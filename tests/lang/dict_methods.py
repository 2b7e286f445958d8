# Methods of dict, views, errors.
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 9), "a" in d, "x" not in d, len(d), d["a"])
k, v, i = d.keys(), d.values(), d.items()
d["c"] = 3
print(k, v, i, len(k), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i)
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}))
print(k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k.isdisjoint(["q"]), sorted(i & {("a", 1)}))
print(type(k), type(v), type(i), k.mapping)
print(d == {"c": 3, "b": 2, "a": 1}, d != {}, {} == {}, {1: {2: 3}} == {1: {2: 3}})
e = d.copy()
e["a"] = 100
print(d, e)
print(bool({}), bool(d), str({}), repr({"k": {"n": [1]}}), {(1, 2): None, None: (), "": 0.5})


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: d["nope"])
err(lambda: d[5])
err(lambda: d[(1, 2)])
err(lambda: d.pop("nope"))
err(lambda: {}.popitem())
err(lambda: {}[[]])
err(lambda: {[]: 1})
err(lambda: {{}: 1})
err(lambda: d.__delitem__("nope"))
err(lambda: dict(5))
err(lambda: dict([1]))
err(lambda: dict([(1, 2, 3)]))
err(lambda: dict("ab"))
err(lambda: d.update(5))
err(lambda: d + d)
err(lambda: d < d)
err(lambda: d.foo)
err(lambda: d.get())
err(lambda: d.fromkeys(5))
err(lambda: hash(d))
err(lambda: d | [1])


class Keys:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, k):
        return k * 2


print(dict(Keys()), {**Keys()})
d.update(Keys())
print(d)
