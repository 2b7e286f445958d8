# A class that is at once sized, iterable, indexable, callable, comparable and a context manager.
class Bag:
    def __init__(self, *items):
        self.items = list(items)
        self.open = False

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __reversed__(self):
        return Bag(*self.items[::-1])

    def __contains__(self, x):
        return x in self.items

    def __getitem__(self, k):
        if isinstance(k, slice):
            return Bag(*self.items[k])
        if isinstance(k, tuple):
            return [self[i] for i in k]
        return self.items[k]

    def __setitem__(self, k, v):
        self.items[k] = v

    def __delitem__(self, k):
        del self.items[k]

    def __call__(self, f):
        return Bag(*map(f, self))

    def __eq__(self, o):
        return isinstance(o, Bag) and sorted(self.items) == sorted(o.items)

    def __lt__(self, o):
        return len(self) < len(o)

    def __hash__(self):
        return hash(tuple(sorted(self.items)))

    def __add__(self, o):
        return Bag(*self, *o)

    def __iadd__(self, o):
        self.items.extend(o)
        return self

    def __mul__(self, n):
        return Bag(*self.items * n)

    def __neg__(self):
        return self(lambda x: -x)

    def __bool__(self):
        return bool(self.items)

    def __enter__(self):
        self.open = True
        return self

    def __exit__(self, *a):
        self.open = False

    def __repr__(self):
        return "Bag(%s)" % ", ".join(map(repr, self))

    def __format__(self, spec):
        return "<" + (spec or ",").join(map(str, self)) + ">"


b = Bag(3, 1, 2)
print(b, len(b), list(b), reversed(b), 3 in b, 9 in b, b[0], b[-1], b[1:], b[0, 2], b(str), b == Bag(1, 2, 3), b != Bag(1), hash(b) == hash(Bag(2, 3, 1)))
b[0] = 10
del b[1]
b += [5, 6]
print(b, b + (7,), b * 2, -b, bool(b), bool(Bag()), sorted([b, Bag(1), Bag()]), f"{b} {b:|}", "{:;}".format(b), max(b), sum(b), sorted(b), [*b], {*b} == set(b), dict(enumerate(b)))
with b as same:
    print(same is b, b.open)
print(b.open, {b: 1}[Bag(10, 2, 5, 6)], list(zip(b, b)), any(b), min(b, key=lambda x: -x), "-".join(b(str)), b[::-1], b[::2], list(filter(lambda x: x > 4, b)), tuple(b), b.items.index(5))
x, *y = b
print(x, y, [i for i in b if i % 2], all(b), len([*b, *b]), 5 in b and 50 not in b)
b[1:3] = [0]
print(b, not b, b and "full", Bag() or "empty")
for f in (lambda: b[99], lambda: b["a"], lambda: b + 5, lambda: 5 + b, lambda: b < 5, lambda: b @ 1, lambda: b(5), lambda: del_(b)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
