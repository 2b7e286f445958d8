# The format mini-language for strings, and format() of other objects.
for spec in ("", "s", "5", "10", "<10", ">10", "^10", "*^11", "->9s", ".2", ".0", "10.3", "^10.2s", "é>6", "010", "x<0", "0<7", "0>7"):
    print(spec.ljust(6), "[" + "]|[".join(format(v, spec) for v in ("", "a", "abc", "hello world", "日本語")) + "]")
print(format(None), format([1]), format({"a": 1}), format((1, 2)), format(int), format("x", ""))
print("{!s:>10}|{!r:<8}|{!a}".format([1], "q", "é"))


def err(v, spec):
    try:
        print(format(v, spec))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for spec in ("d", "f", "+", " ", "=10", "#", ",", "_", "x", ".2f", "%", "5.", "c", "10d", "-5", "==5"):
    err("abc", spec)
for v in (None, [1], {}, (1,), {1}, int, len, range(3), b"ab", object):
    try:
        print(format(v, "5"))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class C:
    pass


class D:
    def __format__(self, spec):
        return "D:" + spec


class E:
    def __format__(self, spec):
        return 5


class S(str):
    def __format__(self, spec):
        return "sub"


print(format(D()), format(D(), "x"), f"{D():%Y-%m}", "{:>5}".format(S("a")), f"{S('b')}", format(S("c")), "%s" % S("d"))
err(C(), "x")
err(E(), "x")
err("a", 3)
