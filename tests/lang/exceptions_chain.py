# __cause__, __context__, __suppress_context__, from None, with_traceback, args, notes.
try:
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("v")
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("v") from None
except ValueError as e:
    print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    raise KeyError("k") from OSError("cause")
except KeyError as e:
    print(repr(e.__cause__), e.__context__, e.__suppress_context__)
try:
    raise KeyError from ValueError
except KeyError as e:
    print(repr(e), repr(e.__cause__))


def deep(n):
    try:
        if n:
            deep(n - 1)
        else:
            raise ValueError(n)
    except ValueError as e:
        raise ValueError(n + 1)


try:
    deep(3)
except ValueError as e:
    chain = []
    while e:
        chain.append(str(e))
        e = e.__context__
    print(chain)
e = ValueError("noted")
e.add_note("first note")
e.add_note("second")
print(e.__notes__, hasattr(ValueError(), "__notes__"))
try:
    e.add_note(5)
except TypeError as x:
    print(x)
try:
    raise e
except ValueError as x:
    print(x is e, x.__traceback__ is not None, e.with_traceback(None).__traceback__)
print(ValueError(), repr(ValueError()), repr(ValueError(1, "a")), str(ValueError(1, "a")), str(KeyError("k")), ValueError(1, 2).args)
print(repr(KeyError(1, 2)), str(KeyError()), str(KeyError(1, 2)), str(KeyError("it's")))
print(ValueError(1) == ValueError(1), isinstance(KeyError(), LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print([c.__name__ for c in UnboundLocalError.__mro__], [c.__name__ for c in FileNotFoundError.__mro__])
x = ValueError("ctx")
x.__cause__ = TypeError("set by hand")
print(x.__suppress_context__, repr(x.__cause__))
x.args = ("new", "args")
print(x)
try:
    x.__cause__ = 5
except TypeError as y:
    print(y)


def f():
    try:
        raise ValueError("in f")
    except ValueError:
        pass
    try:
        raise TypeError("later")
    except TypeError as e:
        return e


print(f().__context__)
