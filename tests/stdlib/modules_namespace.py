# Modules as objects: attributes, dir, type errors, functions of modules as values.
import gc
import math
import os
import random
import sys
import time
import weakref

for m, names in ((math, "pi sqrt floor inf"), (random, "random seed choice Random"), (os, "path environ getcwd sep"), (sys, "argv path modules exit"), (time, "time sleep perf_counter"), (gc, "collect enable"), (weakref, "ref")):
    print(m.__name__, all(n in dir(m) for n in names.split()), all(hasattr(m, n) for n in names.split()), type(m).__name__, hasattr(m, "no_such_name"))
print(list(map(math.sqrt, [1, 4, 9])), [f(2.5) for f in (math.floor, math.ceil, math.trunc)], sorted([3, 1], key=math.cos), max([1, 2, 3], key=lambda x: math.sin(x)), (lambda f=math.sqrt: f(16))())
ops = {"sqrt": math.sqrt, "sq": lambda x: x * x}
print({k: f(4) for k, f in ops.items()}, getattr(math, "pow")(2, 3), math.__dict__["pi"] == math.pi, vars(math)["e"] == math.e)
for f in (lambda: math(), lambda: math[0], lambda: math + 1, lambda: len(math), lambda: math.nope, lambda: sys.nope, lambda: random.nope, lambda: time.nope, lambda: weakref.nope, lambda: iter(math), lambda: math < math, lambda: math.sqrt.nope):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
math.tmp = [1]
math.tmp.append(2)
import math as again
print(again.tmp, math is again, {math: 1}[again], math == again, bool(math), hash(math) == hash(again), isinstance(math, type(sys)))
del math.tmp
print(hasattr(again, "tmp"))


class NS:
    import math as inner
    from os import sep


print(NS.inner.pi, NS.sep, NS().inner is math)


def local():
    import time as t
    return t is time


print(local(), math.sqrt.__name__, math.sqrt.__module__, random.random.__name__, callable(math.sqrt), type(math.sqrt).__name__, repr(math.sqrt), repr(len))
