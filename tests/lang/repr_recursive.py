# Containers that contain themselves.
a = [1]
a.append(a)
print(a, repr(a), str(a), len(a), a[1] is a, a[1][1][0])
d = {"k": 1}
d["self"] = d
print(d, d["self"]["self"]["k"])
t = ([],)
t[0].append(t)
print(t)
x, y = [], []
x.append(y)
y.append(x)
print(x, y)
m = {"list": a, "dict": d}
a.append(m)
print(a)
l = []
l.append({"l": l, "t": (l,)})
print(l, [l, l])


class C:
    def __init__(self):
        self.me = [self]

    def __repr__(self):
        return "C(%d)" % len(self.me)


print(C().me)
for f in (lambda: x == y, lambda: a == a, lambda: d == d, lambda: l in [l], lambda: l == list(l)):
    try:
        print(f())
    except RecursionError as e:
        print("RecursionError", str(e)[:32])


class S(set):
    pass


class L(list):
    pass


q = L([1])
q.append(q)
print(q)
v = {}.values()
dd = {}
dd["v"] = dd.values()
dd["i"] = dd.items() if False else 0
print(type(v).__name__, len(dd))
print([[]] * 2, [[1, [2, [3, [4, [5]]]]]], {"a": {"b": {"c": {}}}}, (((), ()), ()), [()], {(): []})
