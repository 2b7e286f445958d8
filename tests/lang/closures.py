# Closures, nonlocal, global, cells.
def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return inc, get


inc, get = counter()
inc2, get2 = counter()
print(inc(), inc(5), get(), inc2(), get2(), get())


def outer(x):
    def mid(y):
        def inner(z):
            return x, y, z
        return inner
    return mid


print(outer(1)(2)(3), [outer(i)(i + 1)(0) for i in range(2)])


def shared():
    fs = []
    for i in range(3):
        def f():
            return i
        fs.append(f)
    r = [f() for f in fs]
    i = 99
    return r, [f() for f in fs]


print(shared())


def param_cell(a, *args, k=3, **kw):
    def f():
        nonlocal a
        a += 1
        return a, args, k, kw
    return f


f = param_cell(1, 2, 3, k=4, z=5)
print(f(), f())
g = 1


def set_global():
    global g, new_global
    g = 2
    new_global = "made"

    def inner():
        global g
        g += 10
    inner()


set_global()
print(g, new_global)


def three():
    x = "a"

    def two():
        nonlocal x
        x += "b"

        def one():
            nonlocal x
            x += "c"
        one()
    two()
    return x


print(three())


def delete_cell():
    x = 1

    def f():
        return x
    del x
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
    x = 2
    return f()


print(delete_cell())


def unbound():
    try:
        print(later)
    except UnboundLocalError as e:
        print(e)
    later = 1
    del later
    try:
        print(later)
    except UnboundLocalError as e:
        print(e)
    try:
        del later
    except UnboundLocalError as e:
        print(e)


unbound()
try:
    del not_there
except NameError as e:
    print(e)
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(15), f.__closure__[0].cell_contents, len(f.__closure__), set_global.__closure__)


def make_adders():
    return [lambda x, n=n: x + n for n in range(3)], {n: (lambda x: x * n) for n in range(3)}


adders, muls = make_adders()
print([a(10) for a in adders], [m(10) for m in muls.values()])
