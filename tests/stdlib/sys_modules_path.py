# sys.modules, sys.path, sys.argv as plain objects.
import sys
import math

print(sys.modules["math"] is math, isinstance(sys.modules, dict), "math" in sys.modules, "nope" in sys.modules, type(sys.path).__name__, all(isinstance(p, str) for p in sys.path))
sys.modules["made_up"] = type(sys)("made_up") if False else math
import made_up
print(made_up is math)
del sys.modules["made_up"]
try:
    import made_up
except ModuleNotFoundError as e:
    print(e)
sys.argv.append("extra")
print(sys.argv[1:], sys.argv[0])
print(sys.version_info[0], sys.version_info >= (3,), sys.version_info < (4, 0), sys.version_info.minor, sys.hexversion >> 24, len(sys.version_info))
print(sys.maxsize, sys.maxsize == 2 ** 63 - 1, sys.getrecursionlimit(), sys.byteorder, sys.getdefaultencoding(), sys.getfilesystemencoding())
print(sys.float_info.dig, sys.float_info.mant_dig, sys.float_info.max_exp, sys.float_info.radix, sys.int_info.bits_per_digit if hasattr(sys, "int_info") else 30)


def f():
    return sys.exc_info() == (None, None, None)


try:
    raise KeyError("k")
except KeyError as e:
    print(sys.exc_info()[0] is KeyError, sys.exc_info()[1] is e, f())
print(f())
module = sys.modules["__main__"]
print(module.__name__, module.f is f, hasattr(module, "sys"), getattr(module, "zzz", None))
module.injected = 7
print(injected)
