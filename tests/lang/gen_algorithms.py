# Generators as algorithms: primes, permutations, combinations, products, merging, chunks.
def primes():
    comp, n = {}, 2
    while True:
        if n in comp:
            for p in comp.pop(n):
                comp.setdefault(n + p, []).append(p)
        else:
            yield n
            comp[n * n] = [n]
        n += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def combos(xs, k):
    if k == 0:
        yield ()
        return
    for i, x in enumerate(xs):
        for rest in combos(xs[i + 1:], k - 1):
            yield (x,) + rest


def perms(xs):
    if not xs:
        yield []
    for i in range(len(xs)):
        for rest in perms(xs[:i] + xs[i + 1:]):
            yield [xs[i]] + rest


def product(*pools):
    if not pools:
        yield ()
        return
    for x in pools[0]:
        for rest in product(*pools[1:]):
            yield (x, *rest)


def merge(*its):
    heads = []
    for it in map(iter, its):
        for x in it:
            heads.append([x, it])
            break
    while heads:
        best = min(heads, key=lambda h: h[0])
        yield best[0]
        try:
            best[0] = next(best[1])
        except StopIteration:
            heads.remove(best)


def chunks(xs, n):
    buf = []
    for x in xs:
        buf.append(x)
        if len(buf) == n:
            yield buf
            buf = []
    if buf:
        yield buf


def cycle(xs):
    while True:
        yield from xs


def groups(xs):
    it = iter(xs)
    try:
        cur = [next(it)]
    except StopIteration:
        return
    for x in it:
        if x == cur[-1]:
            cur.append(x)
        else:
            yield cur
            cur = [x]
    yield cur


def accumulate(xs, f=lambda a, b: a + b):
    total = None
    for x in xs:
        total = x if total is None else f(total, x)
        yield total


def tee(it, n=2):
    queues = [[] for _ in range(n)]

    def gen(q):
        while True:
            if not q:
                try:
                    v = next(it)
                except StopIteration:
                    return
                for k in queues:
                    k.append(v)
            yield q.pop(0)
    return [gen(q) for q in queues]


print(list(take(15, primes())), list(combos("abcd", 2)), list(perms([1, 2, 3])), list(product("ab", [1, 2])), list(product()), list(combos([], 1)), sum(1 for _ in perms("abcde")))
print(list(merge([1, 4, 7], (2, 5), [], range(3, 9, 3))), list(chunks(range(7), 3)), list(take(7, cycle("ab"))), list(groups("aabccc")), list(groups("")), list(accumulate(range(1, 6))), list(accumulate([3, 1, 4], max)))
a, b = tee(iter(range(5)))
print(next(a), next(a), list(b), list(a))


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def lines(text):
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    if start < len(text):
        yield text[start:]


def numbered(it):
    n = 0
    for x in it:
        n += 1
        yield n, x
    return n


def report(it):
    total = yield from numbered(it)
    yield "total", total


print(list(hanoi(3)), list(lines("a\nb\n\nc")), list(report("xy")), dict(numbered("pq")))
sieve = primes()
print([next(sieve) for _ in range(5)], next(sieve), sum(take(100, primes())), max(take(50, primes())), [p for p in take(30, primes()) if str(p) == str(p)[::-1]])
