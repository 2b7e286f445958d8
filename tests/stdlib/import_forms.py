# Ways to import the built-in modules; their identity, names, missing names.
import math, sys
import math as m
import os.path
import os.path as osp
from math import sqrt, floor as fl, pi
from os import path, sep
from os.path import join

print(m is math, osp is os.path, path is os.path, sqrt(16), fl(2.5), pi == math.pi, join("a", "b"), sep)


def inside():
    import random as r
    return r.Random(0).random(), r.__name__


print(inside())
try:
    exec("def f():\n    from math import *\n")
except SyntaxError as e:
    print(e.msg)
try:
    from math import nope
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    from os import nope_at_all
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import math.sub
except ImportError as e:
    print(type(e).__name__, e)
try:
    import hognose_missing.deep
except ModuleNotFoundError as e:
    print(type(e).__name__, e, e.name)
print(math.__name__, type(math).__name__, "math" in sys.modules, "sqrt" in dir(math), hasattr(math, "sqrt"), "math" in dir())
from math import *
print(cos(0), factorial(4), e > 2)
math.extra = 5
print(m.extra)
del math.extra
print(hasattr(m, "extra"))
import time, gc, weakref, random
print([x.__name__ for x in (time, gc, weakref, random, sys, os)])
g = __import__("math")
print(g is math)
sys.modules["fake_mod"] = math
import fake_mod
print(fake_mod is math)
