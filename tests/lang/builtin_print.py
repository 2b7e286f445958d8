# print: sep, end, file, flush; what it calls.
import sys


class Out:
    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


print()
print("")
print(1, "a", None, 2.5, [1], (1,), {"k": 1}, {1}, True, b"x", ...)
print(1, 2, 3, sep=", ")
print(1, 2, 3, sep="")
print("no newline", end="")
print("!", end="\n\n")
print("a", "b", sep="\n")
print("x", sep="-", end=".\n")
print(*[1, 2, 3], sep="|")
print(*"abc")
print(sep="x")
print(1, 2, sep=None, end=None)
o = Out()
print("a", 1, sep="-", end="E", file=o)
print(file=o)
print(o.parts)
print("flushed", flush=True)
print("to stdout", file=sys.stdout)
print("tab\there", "uni é€😀", 'quote"s', "back\\slash")


class S:
    def __str__(self):
        return "S.str"

    def __repr__(self):
        return "S.repr"


print(S(), [S()], (S(), S()), {"k": S()}, "%s" % S(), str(S()) + "x")
print(print("inner"))


def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Bad:
    def __str__(self):
        raise ValueError("str failed")


err(lambda: print(Bad()))
err(lambda: print(1, sep=5))
err(lambda: print(1, end=5))
err(lambda: print(1, file=5))
err(lambda: print(1, nope=5))
print("end")
