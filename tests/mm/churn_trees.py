# Trees that live and die; what is kept stays whole. Every manager must agree.
# stress: 120
class Tree:
    def __init__(self, left, right, depth):
        self.left, self.right, self.depth = left, right, depth

    def check(self):
        return 1 if self.left is None else 1 + self.left.check() + self.right.check()


def make(d):
    return Tree(None, None, d) if d == 0 else Tree(make(d - 1), make(d - 1), d)


long_lived = make(8)
total = 0
for i in range(60):
    t = make(i % 6)
    total += t.check()
    if i % 10 == 0:
        long_lived.left = t
        t.parent = long_lived
print(total, long_lived.check(), long_lived.left.parent is long_lived)


def tuples(d):
    return (None, None) if d == 0 else (tuples(d - 1), tuples(d - 1))


def count(t):
    return 1 if t[0] is None else 1 + count(t[0]) + count(t[1])


print(sum(count(tuples(i % 7)) for i in range(40)))


def lists(d):
    return [] if d == 0 else [lists(d - 1) for _ in range(3)]


def leaves(x):
    return 1 if not x else sum(leaves(y) for y in x)


print([leaves(lists(i)) for i in range(6)])


def dicts(d, n=0):
    return {"v": n} if d == 0 else {"l": dicts(d - 1, 2 * n), "r": dicts(d - 1, 2 * n + 1), "v": n}


def dsum(d):
    return d["v"] + (dsum(d["l"]) + dsum(d["r"]) if "l" in d else 0)


print([dsum(dicts(i)) for i in range(8)])
