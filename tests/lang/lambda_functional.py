# Higher-order functions: map, filter, reduce by hand, compose, curry, memo, pipelines.
def reduce(f, xs, *init):
    it = iter(xs)
    acc = init[0] if init else next(it)
    for x in it:
        acc = f(acc, x)
    return acc


compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
curry = lambda f, n: (lambda x: f(x)) if n == 1 else lambda x: curry(lambda *r: f(x, *r), n - 1)
flip = lambda f: lambda a, b: f(b, a)
identity = lambda x: x
const = lambda x: lambda *_: x
print(reduce(lambda a, b: a + b, range(5)), reduce(max, [3, 9, 2]), reduce(lambda a, b: a * b, [], 1), reduce(lambda a, b: f"({a}+{b})", "abcd"), reduce(lambda d, k: {**d, k: len(k)}, ["a", "bb"], {}))
print(compose(str, abs, int)("-42"), compose(lambda x: x + 1, lambda x: x * 2)(5), curry(lambda a, b, c: a + b * c, 3)(1)(2)(3), flip(divmod)(2, 7), const(5)(1, 2), identity("i"))
print(list(map(lambda x, y: x ** y, [2, 3], [3, 2])), list(filter(lambda w: len(w) > 2, ["a", "abc", "abcd"])), sorted(["bb", "a", "ccc"], key=lambda w: -len(w)), max([(1, 5), (2, 3)], key=lambda t: t[1]), list(map(lambda t: t[0] + t[1], zip("ab", "cd"))))
pipeline = [lambda xs: (x for x in xs if x % 2), lambda xs: (x * x for x in xs), lambda xs: list(xs), sum]
v = range(10)
for step in pipeline:
    v = step(v)
print(v)
fact = (lambda f: f(f))(lambda f: lambda n: 1 if n < 2 else n * f(f)(n - 1))
print(fact(10), (lambda *a, **k: (len(a), sorted(k)))(1, 2, x=3), (lambda: None)(), (lambda x: (lambda y: x + y))(1)(2), (lambda x, y=lambda z: z * 2: y(x))(4), [f(2) for f in [lambda x, n=n: x ** n for n in range(4)]])


def memoize(f):
    cache = {}
    return lambda n: cache[n] if n in cache else cache.setdefault(n, f(n))


fib = memoize(lambda n: n if n < 2 else fib(n - 1) + fib(n - 2))
print(fib(90))


def counter():
    n = 0
    return {"inc": lambda k=1: setn(n + k), "get": lambda: n} if False else make()


def make():
    state = {"n": 0}
    return {"inc": lambda k=1: state.update(n=state["n"] + k), "get": lambda: state["n"]}


c = counter()
c["inc"]()
c["inc"](5)
print(c["get"](), any(map(lambda x: x > 3, [1, 5])), all(map(str.isalpha, ["a", "b"])), list(map(list, ["ab", "c"])), [*map(lambda p: p[1](p[0]), [(1, str), ("2", int), ([3], len)])])
church = lambda n: (lambda f: lambda x: x if n == 0 else f(church(n - 1)(f)(x)))
to_int = lambda c: c(lambda x: x + 1)(0)
add = lambda a, b: lambda f: lambda x: a(f)(b(f)(x))
mul = lambda a, b: lambda f: a(b(f))
print(to_int(church(7)), to_int(add(church(3), church(4))), to_int(mul(church(3), church(4))))
groupby = lambda xs, key: reduce(lambda d, x: {**d, key(x): d.get(key(x), []) + [x]}, xs, {})
print(groupby(range(7), lambda x: x % 3), groupby(["a", "bb", "c"], len), (lambda s: s.upper())("x") if callable(identity) else 0, [(lambda: i)() for i in range(3)])
take_while = lambda p, xs: [] if not xs or not p(xs[0]) else [xs[0]] + take_while(p, xs[1:])
print(take_while(lambda x: x < 4, [1, 2, 5, 1]), sum(map(lambda x: x * x, filter(lambda x: x % 2, range(10)))), list(zip(*map(lambda x: (x, x * x), range(4)))))
