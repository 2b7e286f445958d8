# import of modules and packages beside the script.
import pkg_tools
import pkg_tools.shapes
import pkg_tools.sub.deep as deep
from pkg_tools import helper, shapes as sh
from pkg_tools.shapes import Square, area as get_area
from pkg_tools.sub import *
from pkg_tools.sub.deep import up
import pkg_tools as again

print(pkg_tools.__name__, pkg_tools.shapes.__name__, deep.__name__, helper.__name__)
print(again is pkg_tools, sh is pkg_tools.shapes, Square(3).size, get_area(Square(4)), up())
print(exported(), "hidden" in globals(), "_private" in globals())
print(pkg_tools.VERSION, pkg_tools.counter(), again.counter(), helper.uses_parent())
print(deep.sibling(), deep.__package__, pkg_tools.sub.__package__, pkg_tools.__package__)
import sys
print("pkg_tools.sub.deep" in sys.modules, sys.modules["pkg_tools"] is pkg_tools, __name__)


def local_import():
    import pkg_tools.late
    from pkg_tools.late import value as v
    return v, pkg_tools.late.value


print("pkg_tools.late" in sys.modules, local_import(), "pkg_tools.late" in sys.modules)
pkg_tools.VERSION = "patched"
print(again.VERSION, sorted(n for n in dir(pkg_tools) if not n.startswith("_")))


def err(src):
    try:
        exec(src, {})
    except Exception as e:
        print(type(e).__name__ + ":", e)


err("import nonexistent_thing")
err("import pkg_tools.nope")
err("from pkg_tools.shapes import nope_name" if False else "import pkg_tools.shapes.deeper")
err("from nonexistent import x")
err("import pkg_cycle_missing.x")
import pkg_cycle.a
print(pkg_cycle.a.result(), pkg_cycle.b.result())
m = __import__("pkg_tools.shapes")
print(m.__name__)
