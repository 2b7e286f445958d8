# assert with and without a message.
assert True
assert 1, "never shown"
assert [0], undefined_if_evaluated if False else "x"


def err(f):
    try:
        f()
    except AssertionError as e:
        print("AssertionError", repr(e), e.args, str(e))


def a1():
    assert False


def a2():
    assert 0, "message"


def a3():
    assert [], ("tuple", 1)


def a4():
    assert "" == "x", "values %d" % 5


def a5():
    assert not 1, None


def a6(x):
    assert isinstance(x, int), f"expected int, got {type(x).__name__}"
    return x


for f in (a1, a2, a3, a4, a5):
    err(f)
err(lambda: a6("s"))
print(a6(5))
try:
    try:
        assert None
    finally:
        print("finally runs")
except AssertionError:
    print("caught")


class Falsy:
    def __bool__(self):
        print("asked")
        return False


try:
    assert Falsy(), Falsy()
except AssertionError as e:
    print(type(e.args[0]).__name__)
