# Hash and equality decide about keys: numbers across types, user objects, __missing__.
d = {}
d[1] = "int"
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], len(d))
print(hash(1) == hash(1.0) == hash(True), hash(0) == hash(0.0) == hash(False) == hash(-0.0))
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(-2), hash(2 ** 64), hash(10 ** 30), hash(1.5), hash(float("inf")))
print(hash(2 ** 70) == hash(2.0 ** 70), hash(0.5), hash(-0.5), hash(1e300), hash(-float("inf")))
print({2 ** 70: 1}[2.0 ** 70], {0.5: "h"}[1 / 2], 2.0 in {2}, 1 in {1.0: 0})


class K:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v % 3

    def __eq__(self, other):
        return isinstance(other, K) and self.v == other.v

    def __repr__(self):
        return "K(%d)" % self.v


e = {K(i): i for i in range(12)}
print(e[K(7)], K(11) in e, K(12) in e, len(e))
for i in range(0, 12, 3):
    del e[K(i)]
print(e)
e[K(0)] = "back"
print(e)
nan = float("nan")
f = {nan: 1}
print(f[nan], float("nan") in f)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value


m = Default(a=1)
print(m["a"], m["b"], m, m.get("zz"), "zz" in m)


class OnlyEq:
    def __eq__(self, other):
        return True


class BadHash:
    def __hash__(self):
        return "x"


class RaiseHash:
    def __hash__(self):
        raise ValueError("no hash today")


class RaiseEq:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError("no eq today")


for make in (lambda: {OnlyEq(): 1}, lambda: {BadHash(): 1}, lambda: {RaiseHash()}, lambda: {1: 2, RaiseEq(): 3}):
    try:
        print(make())
    except Exception as x:
        print(type(x).__name__ + ":", x)
