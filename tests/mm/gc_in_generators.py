# Suspended generators and their locals survive collections.
import gc


def numbers(n):
    held = [[i] for i in range(n)]
    for h in held:
        extra = {"v": h, "t": (h, [h])}
        yield h[0] + extra["t"][1][0][0]


gens = [numbers(i) for i in range(1, 12)]
out = []
for _ in range(11):
    for g in gens:
        out.append(next(g, None))
    gc.collect()
print([x for x in out if x is not None][:20], sum(x or 0 for x in out))


def tree(n):
    if n:
        yield from tree(n - 1)
        x = [n] * n
        gc.collect(0)
        yield sum(x)
        yield from tree(n - 1)


print(list(tree(5)))


def coroutine():
    log = []
    while True:
        v = yield list(log)
        log.append([v])
        if len(log) > 3:
            log.pop(0)


c = coroutine()
next(c)
for i in range(6):
    last = c.send({"i": i})
    gc.collect()
print(last)


def with_finally():
    obj = {"k": [1, 2, 3]}
    try:
        yield obj
        yield "second"
    finally:
        gc.collect()
        print("finally sees", obj)


g = with_finally()
next(g)["k"].append(4)
gc.collect()
g.close()
g = with_finally()
next(g)
try:
    g.throw(ValueError([5]))
except ValueError as e:
    gc.collect()
    print(e.args)
pipeline = (y * 2 for y in (x + 1 for x in (z for z in range(10))))
print(next(pipeline))
gc.collect()
print(list(pipeline))


def closure_gen():
    state = [0]

    def bump():
        state[0] += 1
        return state
    while state[0] < 3:
        yield bump

    yield state


g = closure_gen()
fs = []
for f in g:
    gc.collect(0)
    if callable(f):
        fs.append(f())
    else:
        fs.append(f)
print(fs, len(set(map(id, fs))))
