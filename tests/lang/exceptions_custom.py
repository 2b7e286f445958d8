# Exception classes of our own.
class AppError(Exception):
    pass


class Coded(AppError):
    def __init__(self, code, msg="none"):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return "[%d] %s" % (self.code, self.args[0])


class NoSuper(Exception):
    def __init__(self, a, b):
        self.a, self.b = a, b


class Multi(KeyError, AttributeError):
    pass


class WithRepr(ValueError):
    def __repr__(self):
        return "custom repr"


for exc in (AppError("plain"), AppError(), Coded(5), Coded(7, "bad thing"), NoSuper(1, 2), Multi("m"), WithRepr("w")):
    try:
        raise exc
    except AppError as e:
        print("app", type(e).__name__, str(e), repr(e), e.args)
    except LookupError as e:
        print("lookup", str(e), repr(e))
    except Exception as e:
        print("exc", type(e).__name__, str(e), repr(e), e.args)
try:
    raise AppError
except AppError as e:
    print(repr(e))
try:
    raise Coded
except TypeError as e:
    print(e)


class Picky(Exception):
    def __init__(self):
        raise RuntimeError("in ctor")


try:
    raise Picky
except RuntimeError as e:
    print(e)
handlers = (KeyError, (IndexError, (TypeError,)))
try:
    try:
        raise TypeError("t")
    except (KeyError, TypeError) as e:
        print("tuple", e)
        raise AppError("wrapped") from e
except AppError as e:
    print(e, "from", repr(e.__cause__))


def classify(e):
    try:
        raise e
    except (ArithmeticError, BufferError):
        return "arith"
    except LookupError:
        return "lookup"
    except OSError:
        return "os"
    except ValueError:
        return "value"
    except RuntimeError:
        return "runtime"
    except Exception:
        return "other"
    except BaseException:
        return "base"


print([classify(e()) for e in (OverflowError, ZeroDivisionError, KeyError, IndexError, FileNotFoundError, UnicodeError,
      NotImplementedError, RecursionError, StopIteration, TypeError, NameError, SystemExit, GeneratorExit, MemoryError, ImportError)])
print(OSError(2, "msg").errno, OSError(2, "msg"), repr(OSError(2, "msg")), OSError(2, "No such", "file.txt"), SystemExit(3).code, StopIteration(4).value)


class E2(Exception):
    default = "fallback"

    def __init__(self, *args, **kw):
        super().__init__(*args)
        self.kw = kw


try:
    raise E2(1, 2, key="v")
except E2 as e:
    print(e, e.args, e.kw, e.default)
e = NameError("msg")
print(NotImplemented, NotImplementedError("x"), Ellipsis, ...)
print(AppError.__module__, AppError, Exception, BaseException.__subclasses__.__name__)
