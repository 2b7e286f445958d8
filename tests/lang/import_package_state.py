# A package keeps one state; submodules as attributes; reimport; names of functions and classes.
import pkg_tools.helper as h
from pkg_tools import counter, VERSION
import pkg_tools

print(counter(), pkg_tools.counter(), h.VERSION == VERSION, pkg_tools._count)
pkg_tools._count = 100
print(counter(), pkg_tools.__doc__, counter.__module__, h.Sq.__module__, h.uses_parent.__name__, repr(h.Sq(1)).startswith("<pkg_tools.shapes.Square object at 0x"))
print(hasattr(pkg_tools, "helper"), hasattr(pkg_tools, "late"), pkg_tools.helper is h, pkg_tools.shapes.Square is h.Sq, isinstance(h.Sq(3), pkg_tools.shapes.Square))


def f():
    from pkg_tools.shapes import area, Square as S
    return area(S(6))


print(f(), "area" in globals(), "S" in globals())
for i in range(2):
    import pkg_tools.late
print(pkg_tools.late.value, type(pkg_tools).__name__)
try:
    pkg_tools.nothing
except AttributeError as e:
    print(e)
try:
    from pkg_tools import nothing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    from pkg_tools.nothing import x
except ModuleNotFoundError as e:
    print(e)
try:
    import pkg_broken.raises
except AttributeError as e:
    print("import failed:", e)
import sys
print("pkg_broken" in sys.modules, "pkg_broken.raises" in sys.modules)
try:
    import pkg_broken.syntax
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno)
g = {}
exec("import pkg_tools as p\nfrom pkg_tools.shapes import *", g)
print(sorted(k for k in g if not k.startswith("__")))
