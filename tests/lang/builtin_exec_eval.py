# eval, exec, compile, globals, locals.
print(eval("1 + 2"), eval("[x * 2 for x in range(3)]"), eval("a + b", {"a": 1, "b": 2}), eval("len('abc')"), eval(" 5"), eval("(lambda q: q + 1)(4)"))
x = 10
print(eval("x"), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))
exec("y = x * 2\nprint('in exec', y)")
print(y)
ns = {}
exec("def f(n):\n    return n + k\nk = 3", ns)
print(ns["f"](4), sorted(k for k in ns if not k.startswith("__")))
exec("class Z:\n    v = 5", ns)
print(ns["Z"].v, ns["Z"].__name__)
c = compile("z = 1 + 1", "<string>", "exec")
exec(c, ns)
print(ns["z"], eval(compile("3 * 3", "s", "eval")))


def f():
    loc = 1
    try:
        exec("loc = 2")
    except Exception as e:
        print(e)
    return loc, sorted(locals())


print(f())
globals()["made"] = "dynamic"
print(made, "made" in globals(), globals()["x"], globals() is globals(), __name__ in ("__main__",))


def g():
    a, b = 1, 2
    d = locals()
    return d == {"a": 1, "b": 2}, [eval("a + b", {}, {"a": a, "b": b})]


print(g())


def err(fn, *a):
    try:
        print(fn(*a))
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(eval, "1 +")
err(eval, "x = 1")
err(eval, "")
err(eval, "undefined_name_q")
err(eval, "1 / 0")
err(eval, 5)
err(exec, "for")
err(exec, "x = ")
err(exec, "  x = 1")
err(exec, "def f(:\n pass")
err(exec, "return 1")
err(exec, "raise KeyError('k')")
err(exec, 5)
