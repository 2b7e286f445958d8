# Generators: iteration, state, return value.
def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
    return "result"


g = count(3)
print(type(g).__name__, next(g), next(g))
for x in g:
    print("loop", x)
print(list(g), next(g, "default"))
g = count(0)
try:
    next(g)
except StopIteration as e:
    print("StopIteration", e.value, e.args)


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


out = []
for f in fib():
    if f > 100:
        break
    out.append(f)
print(out)


def gen_locals(a, *b, c=3, **d):
    yield a
    yield b
    yield c
    yield d


print(list(gen_locals(1, 2, c=4, e=5)))


def empty():
    return
    yield


print(list(empty()), sum(count(4)), max(count(2)), sorted(fib_i for fib_i, _ in zip(fib(), range(8))))


def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)


print(list(tree(4)))
a, b, *c = (i * i for i in range(6))
print(a, b, c)


def raising():
    yield 1
    raise ValueError("in gen")


g = raising()
print(next(g))
for _ in range(2):
    try:
        print(next(g))
    except ValueError as e:
        print("ValueError", e)
    except StopIteration:
        print("StopIteration after error")


def stop():
    yield 1
    raise StopIteration("bad")


try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def self_next():
    yield next(me)


me = self_next()
try:
    next(me)
except ValueError as e:
    print(e)
print(g.__name__, g.__qualname__, iter(g) is g)
try:
    g[0]
except TypeError as e:
    print(e)
try:
    len(g)
except TypeError as e:
    print(e)
