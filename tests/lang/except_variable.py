# The name bound by except is deleted; shadowing; the tuple and computed handlers.
e = 1
try:
    raise ValueError("x")
except ValueError as e:
    print(e)
print("e" in globals())


def f():
    try:
        raise ValueError("in f")
    except ValueError as err:
        keep = err
    try:
        return err
    except UnboundLocalError as u:
        return str(u), str(keep)


print(f())


def g():
    try:
        1 / 0
    except ZeroDivisionError as err:
        err = "reassigned"
        print(err)
    return "ok"


print(g())


def h():
    try:
        1 / 0
    except ZeroDivisionError as err:
        del err
    return "deleted by hand"


print(h())


def pick(kind):
    print("evaluating handler")
    return kind


try:
    raise KeyError("k")
except pick(ValueError):
    print("no")
except pick((IndexError, KeyError)) as x:
    print("yes", x)
try:
    raise KeyError
except (ValueError, KeyError):
    print("tuple")
try:
    try:
        raise KeyError("inner")
    except ValueError:
        pass
except LookupError as x:
    print("base class catches", repr(x))
errors = []
for bad in ("1", "x", None, "2"):
    try:
        errors.append(int(bad))
    except (TypeError, ValueError) as x:
        errors.append(type(x).__name__)
print(errors)


def nested():
    try:
        raise ValueError("a")
    except ValueError as a:
        try:
            raise TypeError("b")
        except TypeError as b:
            return str(a), str(b), b.__context__ is a


print(nested())


class E(Exception):
    def __init__(self, msg, code):
        super().__init__(msg)
        self.code = code


for cls, args in ((E, ("m", 1)), (ValueError, ()), (KeyError, ("q",))):
    try:
        raise cls(*args)
    except E as x:
        print("E", x, x.code, x.args)
    except Exception as x:
        print(type(x).__name__, repr(str(x)), x.args)
import sys


def outer():
    try:
        raise ValueError("o")
    except ValueError:
        inner()
        return sys.exc_info()[1]


def inner():
    try:
        raise KeyError("i")
    except KeyError:
        print(repr(sys.exc_info()[1]))
    print(repr(sys.exc_info()[1]))


print(repr(outer()), sys.exc_info()[0])
