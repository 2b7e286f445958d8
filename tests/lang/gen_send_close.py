# send, throw, close.
def echo():
    print("started")
    r = None
    try:
        while True:
            r = yield r
            print("got", r)
    except ValueError as e:
        print("caught", e)
        r = yield "recovered"
        print("then", r)
    finally:
        print("finally")


g = echo()
print(next(g), g.send(1), g.send("x"), next(g))
print(g.throw(ValueError("v")))
try:
    g.send("last")
except StopIteration as e:
    print("stop", e.value)
g = echo()
try:
    g.send(1)
except TypeError as e:
    print(e)
g.close()
g = echo()
next(g)
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("closed")


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignoring")
        yield 2


g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


def on_close():
    try:
        yield
    except GeneratorExit:
        print("exit seen")
        raise
    finally:
        print("cleanup")


g = on_close()
next(g)
g.close()
g = echo()
try:
    g.throw(KeyError, "before start")
except KeyError as e:
    print("KeyError", e)
print(list(g))


def avg():
    total = n = 0
    a = None
    while True:
        x = yield a
        if x is None:
            return a
        total += x
        n += 1
        a = total / n


g = avg()
next(g)
print([g.send(v) for v in (10, 20, 60)])
try:
    g.send(None)
except StopIteration as e:
    print(e.value)


def t():
    try:
        yield 1
    except Exception as e:
        raise KeyError("new") from e


g = t()
next(g)
try:
    g.throw(ValueError("old"))
except KeyError as e:
    print(repr(e), repr(e.__cause__))
g = t()
next(g)
try:
    g.throw(5)
except TypeError as e:
    print(e)


def exprs():
    x = [(yield 1), (yield 2)]
    y = yield (yield 3)
    print(x, y, f"{(yield 4)}")


g = exprs()
print(next(g), g.send("a"), g.send("b"), g.send("c"), g.send("d"))
try:
    g.send("e")
except StopIteration:
    pass
