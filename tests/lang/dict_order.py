# Insertion order of dicts through every way of changing them.
d = {"b": 1, "a": 2, "c": 3}
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
d["a"] = 20
print(d)
del d["b"]
d["b"] = 10
print(d)
print(d.popitem(), d)
d.update(z=1, y=2)
print(d)
d.update({"c": 30, "w": 5}, x=6)
print(d)
print(d.setdefault("new", []), d.setdefault("c", 0), d)
print(d.pop("z"), d.pop("nope", "default"), d)
print(list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
print({1: "a", True: "b", 1.0: "c"}, {1.0: "x", 1: "y"}, {0: 1, False: 2})
e = dict([(i, i * i) for i in range(20)])
for i in range(0, 20, 2):
    del e[i]
for i in range(0, 10):
    e[i] = -i
print(e)
print({**d, "c": 0}, dict(d, q=1), dict(a=1, b=2), dict([["k", "v"]]), dict(zip("ab", (1, 2))))
print({"a": 1, "b": 2} | {"b": 3, "c": 4}, {"b": 3} | {"a": 1})
f = {"a": 1}
f |= {"b": 2}
f |= [("c", 3)]
print(f)
g = {k: None for k in "hello world"}
print("".join(g), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
g.clear()
g["fresh"] = 1
print(g, len(g))
h = {}
for i in range(1000):
    h[i] = i
for i in range(990):
    del h[i]
h[5] = "five"
print(h)
while h:
    print(h.popitem()[0], end=" ")
print()
