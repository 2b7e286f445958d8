# A traceback that passes through generators.
def numbers():
    yield 1
    yield 2
    raise RuntimeError("generator broke")


def relay():
    yield 0
    yield from numbers()


def consume():
    for n in relay():
        print(n)


consume()
