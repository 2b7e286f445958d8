# Objects as keys: __hash__ and __eq__ rules, identity, unhashable types.
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, o):
        return isinstance(o, P) and (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __repr__(self):
        return f"P({self.x}, {self.y})"


d = {P(1, 2): "a", P(3, 4): "b"}
print(d[P(1, 2)], P(3, 4) in d, P(5, 6) in d, len({P(1, 1), P(1, 1), P(2, 1)}), d)
print(P(1, 2) == P(1, 2), P(1, 2) is P(1, 2), P(1, 2) != P(1, 3), hash(P(1, 2)) == hash((1, 2)), P(1, 2) == (1, 2))
p = P(9, 9)
s = {p}
p.x = 8
print(p in s, p in list(s), len(s))


class Same:
    def __hash__(self):
        return 7


a, b = Same(), Same()
m = {a: 1, b: 2}
print(len(m), m[a], m[b], a == b, Same() in m)


class EqOnly:
    def __eq__(self, o):
        return True


class Child(EqOnly):
    __hash__ = lambda self: 5


print(EqOnly.__hash__, len({Child(): 1, Child(): 2}), isinstance(hash(object()), int))
for f in (lambda: hash([]), lambda: hash({}), lambda: hash(set()), lambda: hash(([],)), lambda: hash(EqOnly()), lambda: {[1]: 1}, lambda: {(1, [2])}, lambda: {}[{}], lambda: {1}.add([]), lambda: frozenset([[]]), lambda: [] in {1}, lambda: {} in {}, lambda: hash(slice(1)), lambda: {EqOnly()}, lambda: dict.fromkeys([[]])):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(hash(1) == hash(1.0) == hash(True), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), hash(None) == hash(None), hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(range(3)) == hash(range(0, 3)), hash(()) == hash(()), hash(-1), hash(2 ** 61 - 1), hash(0.5))
print({1: "i", "1": "s", (1,): "t", None: "n", 1.5: "f", b"1": "b", True: "bool"})
print({True: 1, 1: 2, 1.0: 3}, {0, 0.0, False}, {1: 1, True: 2} == {1.0: 2}, (1, 2) in {(1.0, 2.0)}, {(True, 0)} == {(1, False)})


class Num(int):
    def __hash__(self):
        return 99


print({Num(5): "n"}.get(5), {5: "five"}.get(Num(5)), Num(5) == 5)


class K(str):
    pass


print({K("a"): 1}["a"], {"a": 1}[K("a")], K("a") in {"a"})
count = [0]


class Counting:
    def __hash__(self):
        count[0] += 1
        return 3


c = Counting()
z = {c: 1}
z[c] = 2
z[c], c in z, z.get(c), z.pop(c)
print(count)
