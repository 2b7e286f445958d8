# Generators: pipelines, generator expressions, windows, products.
def source(n):
    x = 1
    for _ in range(n):
        x = (x * 48271) % 2147483647
        yield x


def only(pred, it):
    for v in it:
        if pred(v):
            yield v


def apply(f, it):
    for v in it:
        yield f(v)


def window(it, n):
    buf = []
    for v in it:
        buf.append(v)
        if len(buf) == n:
            yield buf
            buf = buf[1:]


def take(it, n):
    for i, v in enumerate(it):
        if i == n:
            return
        yield v


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, (a + b) % 1000003


def averager():
    total = n = 0
    avg = 0
    while True:
        v = yield avg
        total += v
        n += 1
        avg = total // n


def main():
    s = sum(apply(lambda v: v % 100, only(lambda v: v % 3, source(1400000))))
    w = sum(max(x) - min(x) for x in window(source(400000), 4)) % 1000007
    f = sum(take(fib(), 1400000))
    e = sum(x * y for x in range(800) for y in (z for z in range(800) if z % 2))
    a = averager()
    next(a)
    for v in source(700000):
        last = a.send(v % 1000)
    print(s, w, f, e, last)


main()
