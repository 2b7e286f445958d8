# managers: refcount
# stress: 120
# Cycles are not freed by counting; gc.collect() finds them and says how many objects it found.
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


gc.collect()
gc.disable()
n = Node("self")
n.me = n
r = weakref.ref(n)
del n
print("still there", r() is not None)
print(gc.collect() > 0, r())
a, b = Node("a"), Node("b")
a.other, b.other = b, a
wa, wb = weakref.ref(a), weakref.ref(b)
del a
print(wa() is not None, wb() is not None)
b.other = None
print("broken by hand:", wa() is None)
b = None
keep = Node("kept")
keep.ring = [keep]
gc.collect()
print(keep.ring[0] is keep)
keep.ring = None
del keep
lst = []
lst.append(lst)
d = {}
d["self"] = d
del lst, d
print(gc.collect() >= 2, gc.collect())
gc.enable()


class Plain:
    pass


refs = []
for i in range(5000):
    p = Plain()
    p.me = p
    refs.append(weakref.ref(p))
del p
alive = sum(1 for r in refs if r() is not None)
print("the threshold collects on its own:", alive < 5000)
gc.collect()
print(sum(1 for r in refs if r() is not None))
