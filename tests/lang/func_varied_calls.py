# Calls through many forms: unpacking, methods stored elsewhere, partial, dispatch tables.
def f(*a, **k):
    return a, k


args, kw = (1, 2), {"x": 3}
print(f(), f(*args), f(**kw), f(*args, **kw), f(0, *args, 9, *[8], y=1, **kw), f(*[]), f(**{}), f(*"ab", *range(2), z=0, **{"w": 1}, **{"v": 2}))
print(f(*(i for i in range(3))), f(*{"k": 1}), f(**{"a b": 1}), f(*map(str, [1])), f((1, 2)), f([*args, *args]), f(*args, *args), f({**kw}))
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max, "len": len}
print(table["+"](1, 2), table["-"](5, 3), table["max"](4, 9), table["len"]("abc"), [table[k](6, 3) for k in "+-"])


def partial(fn, *a, **k):
    def call(*b, **c):
        return fn(*a, *b, **{**k, **c})
    return call


p = partial(f, 1, x=2)
print(p(5, y=6), partial(pow, 2)(10), partial(sorted, reverse=True)([1, 3, 2]), partial(int, base=2)("101"))
ap = [].append
lst = ap.__self__
ap(1)
ap(2)
print(lst, (lambda s: s.upper())("x"), str.join("-", ["a", "b"]), list.pop([1, 2]), dict.get({"a": 1}, "a"), int.__add__(1, 2), str.upper("q"), list.__len__([1, 2]))
print((lambda *a, k=2: (a, k))(1, 2, k=3), [g(3) for g in (abs, str, float, lambda x: x * x)], (f if args else None)(7), [f][0](1), {"k": f}["k"](2), f(f(1))[0][0])


def compose(*fs):
    def run(x):
        for g in reversed(fs):
            x = g(x)
        return x
    return run


print(compose(str, lambda x: x + 1, len)("abc"), compose()(5))


class Call:
    def __call__(self, *a, **k):
        return "Call", a, k


c = Call()
print(c(1, k=2), c(*args), Call()(3), list(map(c, [1])), sorted([3, 1], key=Call().__class__.__name__.__len__ if False else None))


def default_eval(log=[]):
    log.append(len(log))
    return log


print(default_eval(), default_eval(), default_eval([]), default_eval())


def swap(a, b):
    return b, a


x, y = swap(*swap(1, 2))
print(x, y, swap(b=1, a=2), swap(*{"a": 1, "b": 2}), swap(**{"b": 5, "a": 6}))


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z):
    return a + z


print(many(*range(26)), many(**{c: ord(c) for c in "abcdefghijklmnopqrstuvwxyz"}), f(*range(300))[0][-1], len(f(**{"k%d" % i: i for i in range(300)})[1]))
