# Collections while natives are calling back into Python: sort keys, map, dict hooks, comprehensions.
import gc


class K:
    def __init__(self, v):
        self.v = v
        self.junk = [v] * 3

    def __lt__(self, o):
        gc.collect(0)
        return self.v < o.v

    def __hash__(self):
        gc.collect(0)
        return hash(self.v)

    def __eq__(self, o):
        return self.v == o.v

    def __repr__(self):
        gc.collect(0)
        return "K%d" % self.v


def key(x):
    gc.collect(0)
    return [-x, [x]]


print(sorted(range(20), key=key)[:5])
print(sorted([K(3), K(1), K(2)]), min(K(2), K(1)), max([K(5), K(9)]))
d = {K(i): [i] for i in range(10)}
print(d[K(4)], K(11) in d, len(d), list(d)[:3])
print(list(map(lambda x: (gc.collect(0), [x])[1], range(5))), list(filter(lambda x: gc.collect(0) >= 0 and x % 2, range(6))))
print([gc.collect(0) * 0 + i for i in range(5)], {i: [gc.collect(0) * 0] for i in range(3)}, "".join(str(k) for k in (K(1), K(2))), f"{K(1)} {K(2)!r} {[K(3)]}")
print("%s %s" % (K(7), [K(8)]), "{} {}".format(K(1), (K(2),)), sum([[K(i).v] for i in range(5)], []), [*map(str, [K(1)] * 3)])


class C:
    def __getattr__(self, n):
        gc.collect(0)
        return [n] * 2

    def __getitem__(self, i):
        gc.collect(0)
        if i > 3:
            raise IndexError
        return {"i": i}

    def __call__(self, *a, **k):
        gc.collect(0)
        return a, k

    def __iter__(self):
        gc.collect(0)
        return iter([[1], [2], gc.collect(0) * 0])

    def __enter__(self):
        gc.collect(0)
        return [1]

    def __exit__(self, *a):
        gc.collect(0)
        return True


c = C()
print(c.foo, c[2], c(1, [2], k=[3]), list(c), [*c], dict(a=c.b))
a, *b = c
print(a, b)
with c as x:
    x.append(K(5))
    raise ValueError(x)
print(x, next(iter(c)), tuple(c), list(zip(c, c)), list(enumerate(c)))
print(sorted({K(i % 3) for i in range(9)}), any(K(i).v > 3 for i in range(6)), "a,b".replace(",", str(K(1))), [K(1), K(2)].index(K(2)), [K(1), K(2)].count(K(1)))
