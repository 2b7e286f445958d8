# What is reachable survives any number of collections, in every container.
# stress: 120
import gc


class Node:
    __slots__ = ("a", "b", "c")


class Dyn:
    pass


def build(n):
    x = None
    for i in range(n):
        y = Node()
        y.a, y.b, y.c = i, x, [i, (i, {i: str(i)})]
        x = y
    return x


def check(x):
    n = 0
    while x is not None:
        assert x.c[1][1][x.a] == str(x.a)
        x, n = x.b, n + 1
    return n


chain = build(300)
ring = [Dyn() for _ in range(50)]
for i, d in enumerate(ring):
    d.next, d.prev, d.data = ring[(i + 1) % 50], ring[i - 1], {"i": i, "self": d}
closures = [(lambda k: lambda x: (k, x, chain.a))([i]) for i in range(20)]
gen = (([i], i * i) for i in range(10))
next(gen)
bound = [ring[i].__init__ for i in range(3)]
text = ["s" + str(i) * 3 for i in range(100)]
big = [10 ** (20 + i) for i in range(50)]
frozen = frozenset((i, str(i)) for i in range(30))
for round_ in range(5):
    junk = [build(20) for _ in range(10)]
    gc.collect()
    junk = None
    print(check(chain), all(ring[i].next.prev.data["self"].data["i"] == i for i in range(50)), closures[7](1), text[50], big[9] == 10 ** 29, (3, "3") in frozen, len(bound))
print(list(gen)[-1], gc.collect() >= 0)
def recurse(n):
    local = [n, {"n": n}]
    gc.collect(0)
    if n:
        r = recurse(n - 1)
        return r + [local[1]["n"]]
    return [local[0]]


print(recurse(10))
try:
    try:
        raise ValueError([1, 2, 3])
    finally:
        gc.collect()
except ValueError as e:
    gc.collect()
    print(e.args[0], e.__traceback__ is not None)
it = iter([[1], [2], [3]])
a = next(it)
gc.collect()
print(a, next(it), list(it), [x for x in map(lambda v: gc.collect(0) * 0 + v, range(3))])
