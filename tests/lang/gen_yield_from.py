# yield from: values, return value, delegation of send/throw/close.
def inner():
    try:
        x = yield 1
        print("inner got", x)
        yield 2
        return "inner result"
    except ValueError as e:
        print("inner caught", e)
        yield "handled"
    finally:
        print("inner finally")


def outer():
    r = yield from inner()
    print("r =", r)
    r = yield from [10, 20]
    print("r =", r)
    yield from "ab"
    return "outer"


g = outer()
print(next(g), g.send("hello"))
print(list(g))
g = outer()
next(g)
print(g.throw(ValueError("thrown")))
print(next(g))
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("through"))
except KeyError as e:
    print("KeyError", e)


def flatten(x):
    if isinstance(x, list):
        for y in x:
            yield from flatten(y)
    else:
        yield x


print(list(flatten([1, [2, [3, [4]], 5], [[6]]])))


def chain(*its):
    for it in its:
        yield from it


print(list(chain("ab", range(2), {"k": 1}, (i for i in [9]))))


def ret():
    return (yield from sub())


def sub():
    yield "s"
    return 42


g = ret()
print(next(g))
try:
    next(g)
except StopIteration as e:
    print(e.value)


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("it value")
        return self.n

    def send(self, v):
        return "sent %s" % v


def deleg():
    r = yield from It()
    yield r


g = deleg()
print(next(g), g.send("q"), next(g), next(g))


def bad():
    yield from 5


try:
    next(bad())
except TypeError as e:
    print(e)


def depth(n):
    if n == 0:
        yield "bottom"
    else:
        yield from depth(n - 1)


print(list(depth(50)))
