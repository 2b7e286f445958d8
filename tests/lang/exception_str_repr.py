# str and repr of the built-in exceptions, their attributes and hierarchy.
for e in (Exception(), Exception("a"), Exception("a", 1), Exception(None), Exception(("t",)), KeyError("k"), KeyError(1), KeyError("a", "b"), IndexError("i"), StopIteration(), StopIteration(5), SystemExit(3), SystemExit("m"), AttributeError("at"), NameError("n"), TypeError(5), OSError(), OSError("x"), OSError(2, "two"), OSError(2, "two", "f"), FileNotFoundError("p"), UnicodeError("u"), AssertionError(), AssertionError("as"), KeyboardInterrupt(), NotImplementedError("ni"), ImportError("im"), ModuleNotFoundError("mo"), ZeroDivisionError("z"), OverflowError("ov"), RecursionError("r"), MemoryError(), SyntaxError("s"), EOFError("eof"), RuntimeError("rt"), LookupError("l"), ArithmeticError("ar"), BufferError("b"), GeneratorExit(), UserWarning("w"), DeprecationWarning("dw"), Warning("wa"), TimeoutError("t"), PermissionError(13, "denied"), FileExistsError("fe"), IsADirectoryError("d"), ConnectionError("c"), ValueError("v")):
    print(type(e).__name__, "|", str(e), "|", repr(e), "|", e.args, "|", [c.__name__ for c in type(e).__mro__[1:-1]])
print(OSError(2, "x").errno, OSError(2, "x").strerror, OSError(2, "x", "fn").filename, type(OSError(2, "x")).__name__, type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, StopIteration(7).value, SystemExit(4).code, SystemExit().code, ImportError("m", name="n").name, AttributeError("a", name="q", obj=5).name)


def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, "|", e, "|", repr(e), "|", getattr(e, "name", "-"), getattr(e, "obj", "-") if isinstance(e, AttributeError) else "")


err(lambda: undefined_x)
err(lambda: (5).nope)
err(lambda: {}["missing"])
err(lambda: {}[("t", 1)])
err(lambda: [][0])
err(lambda: int("q"))
err(lambda: open("/nonexistent/file"))
err(lambda: "é".encode("ascii"))
err(lambda: b"\xff".decode("utf-8"))
err(lambda: next(iter(())))
err(lambda: 10.0 ** 1000)
err(lambda: 1 / 0)
err(lambda: exec("import nonexistent_q"))
err(lambda: exec("1 +"))
try:
    "é".encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.object, e.start, e.end, e.reason)
try:
    exec("x = = 1", {})
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text, e.filename)
