# Deep recursion raises RecursionError and the program goes on.
# stress: skip the nested list alone is 100,000 objects
import sys


def down(n):
    return down(n + 1)


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


class R:
    def __getattr__(self, n):
        return getattr(self, n + "x")

    def __repr__(self):
        return repr(self)

    def __eq__(self, o):
        return self == o

    def __add__(self, o):
        return self + o

    def __len__(self):
        return len(self)

    def __call__(self):
        return self()

    def __iter__(self):
        return iter(self)

    def __getitem__(self, i):
        return self[i]

    def __bool__(self):
        return bool(self)

    def __hash__(self):
        return hash(self)

    def __contains__(self, x):
        return x in self


def attempt(name, f):
    try:
        f()
        print(name, "no error")
    except RecursionError as e:
        print(name, type(e).__name__, str(e).startswith("maximum recursion depth exceeded"))


r = R()
attempt("plain", lambda: down(0))
attempt("mutual", lambda: mutual_a(0))
attempt("getattr", lambda: r.a)
attempt("repr", lambda: repr(r))
attempt("eq", lambda: r == 1)
attempt("add", lambda: r + 1)
attempt("len", lambda: len(r))
attempt("call", lambda: r())
attempt("iter", lambda: iter(r))
attempt("getitem", lambda: r[0])
attempt("bool", lambda: bool(r))
attempt("hash", lambda: hash(r))
attempt("contains", lambda: 1 in r)
attempt("sort key", lambda: sorted([1], key=lambda x: down(0)))
attempt("map", lambda: list(map(down, [1])))


def gen(n):
    yield from gen(n + 1)


attempt("generator", lambda: next(gen(0)))
lam = lambda: lam()
attempt("lambda", lam)


def comp(n):
    return [comp(n + 1) for _ in range(1)]


attempt("comprehension", lambda: comp(0))


class P:
    @property
    def p(self):
        return self.p

    def __init__(self, deep=False):
        if deep:
            P(True)


attempt("property", lambda: P().p)
attempt("init", lambda: P(True))


def caught(n):
    try:
        return caught(n + 1)
    except RecursionError:
        return n


print(900 < caught(0) <= sys.getrecursionlimit())


def ok(n):
    return 0 if n == 0 else 1 + ok(n - 1)


print(ok(900), ok(950))
a = []
for _ in range(100000):
    a = [a]
for name, f in (("repr", lambda: repr(a)), ("eq", lambda: a == [a]), ("str", lambda: str(a))):
    attempt("nested list " + name, f)
b = a
while b:
    a, b = b, b[0]
print("still running")
