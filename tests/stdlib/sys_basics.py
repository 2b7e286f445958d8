# sys: what a script commonly reads.
import sys

print(sys.argv, type(sys.argv), len(sys.argv))
print(sys.version_info >= (3, 11), sys.version_info[:2], sys.version_info.major, sys.version_info[0] == 3, sys.maxsize, sys.byteorder, sys.platform)
print(sys.getrecursionlimit(), sys.maxunicode, sys.float_info.max, sys.float_info.epsilon, sys.float_info.min)
print("math" in sys.modules, sys.modules["sys"] is sys, "__main__" in sys.modules, isinstance(sys.path, list), isinstance(sys.executable, str), sys.version.split()[0].startswith("3.11"))
sys.stdout.write("written\n")
n = sys.stdout.write("abc\n")
print(n)
sys.stdout.flush()
print("to stderr", file=sys.stderr)
sys.stderr.write("also stderr\n")
print("a", "b", sep="-", end="!\n", file=sys.stdout, flush=True)
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb is not None)
print(sys.exc_info())
sys.setrecursionlimit(500)
print(sys.getrecursionlimit())


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


d = depth(0)
print(450 < d < 500)
sys.setrecursionlimit(1000)
for bad in (0, -1, "a"):
    try:
        sys.setrecursionlimit(bad)
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(sys.getrefcount([]), int), isinstance(sys.getsizeof([]), int), sys.getsizeof([1] * 100) > sys.getsizeof([]), sys.getsizeof("a" * 100) > sys.getsizeof(""))
print(sys.intern("abc") == "abc", sys.stdin is not None, sys.implementation is not None)
try:
    sys.exit(5)
except SystemExit as e:
    print("SystemExit", e.code, e)
try:
    sys.exit()
except SystemExit as e:
    print("SystemExit", e.code, repr(e))
try:
    sys.nope
except AttributeError as e:
    print(e)
