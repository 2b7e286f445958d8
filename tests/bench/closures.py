# Closures: counters, composed functions, partial application, callbacks.
def counter():
    n = 0

    def inc(by):
        nonlocal n
        n += by
        return n
    return inc


def compose(*fs):
    def run(x):
        for f in fs:
            x = f(x)
        return x
    return run


def adder(k):
    return lambda x: x + k


def curry(f):
    return lambda a: lambda b: lambda c: f(a, b, c)


def make_bus():
    handlers = {}

    def on(name, f):
        handlers.setdefault(name, []).append(f)

    def fire(name, *args):
        for f in handlers.get(name, ()):
            f(*args)
    return on, fire


def main():
    c = counter()
    for i in range(2000000):
        c(i & 7)
    f = compose(adder(1), lambda x: x * 3 % 1009, adder(-5), abs)
    x = 1
    for _ in range(600000):
        x = f(x)
    g = curry(lambda a, b, c: a * b + c)
    y = 0
    for i in range(450000):
        y += g(i)(2)(3) & 15
    on, fire = make_bus()
    seen = [0, 0]

    def handler(k):
        def h(v, w):
            seen[k] += v * w & 3
        return h

    on("tick", handler(0))
    on("tick", handler(1))
    for i in range(400000):
        fire("tick", i, 3)
    print(c(0), x, y, seen)


main()
