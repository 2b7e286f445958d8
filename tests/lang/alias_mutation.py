# Aliasing: what shares and what copies.
a = [1, 2]
b = a
c = a[:]
d = list(a)
e = a.copy()
f = a + []
a.append(3)
print(b, c, d, e, f, b is a)
m = [[0] * 2] * 3
n = [[0] * 2 for _ in range(3)]
m[0][0] = n[0][0] = 9
print(m, n, m[0] is m[1], n[0] is n[1])


def mutate(x, y=[]):
    x.append("m")
    y.append(len(y))
    x = ["rebound"]
    return x, y


lst = []
print(mutate(lst), mutate(lst), lst)
t = ([1], 2)
u = t
t[0].append(5)
print(u, t + (3,), u)
x = {"k": [1]}
y = dict(x)
z = x.copy()
x["k"].append(2)
x["new"] = 1
print(y, z, y["k"] is x["k"])
s = "abc"
r = s
s += "d"
print(s, r)
p = q = [0]
p += [1]
print(q)
p = p + [2]
print(q, p)
i = j = 5
i += 1
print(i, j)
row = [1, 2, 3]
grid = [row, row[:], list(row)]
row[0] = 99
print(grid)
it = [1, 2, 3]
for v in it:
    v *= 2
print(it)
for k, v in enumerate(it):
    it[k] = v * 2
print(it)
nested = {"a": {"b": [1, {"c": 2}]}}
shallow = {**nested}
shallow["a"]["b"][1]["c"] = "changed"
print(nested)


def deep(o):
    if isinstance(o, dict):
        return {k: deep(v) for k, v in o.items()}
    if isinstance(o, list):
        return [deep(v) for v in o]
    return o


full = deep(nested)
full["a"]["b"][1]["c"] = "copy"
print(nested["a"]["b"][1]["c"], full["a"]["b"][1]["c"])
st = {1, 2}
st2 = st
st |= {3}
st3 = st | {4}
print(sorted(st2), sorted(st3), st2 is st)
one = two = {}
one["x"] = 1
print(two, one == two)
lists = [[]] * 3
lists[0] += [1]
lists[1] = lists[1] + [2]
print(lists)
w = [1, 2, 3]
w[:] = [4, 5]
v = w
w[1:1] = w
print(v)
g = [1, 2, 3]
del g[1:]
h = g
g *= 3
print(h)
f1 = lambda acc=[]: acc.append(1) or acc
print(f1(), f1())
