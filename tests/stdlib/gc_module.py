# gc: the interface that does not depend on the manager.
import gc

print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
t = gc.get_threshold()
print(type(t), len(t), all(isinstance(x, int) for x in t))
gc.set_threshold(500, 5, 5)
print(gc.get_threshold())
gc.set_threshold(*t)
print(gc.get_threshold() == t)
c = gc.get_count()
print(type(c), len(c), all(isinstance(x, int) and x >= 0 for x in c))
s = gc.get_stats()
print(type(s), len(s), all("collections" in d for d in s))
r = gc.collect()
print(type(r), r >= 0, gc.collect() >= 0, gc.collect(0) >= 0, gc.collect(1) >= 0, gc.collect(generation=2) >= 0)
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_tracked("a"), gc.is_tracked(None), gc.is_tracked(1.5), gc.is_tracked({"a": []}))


class Node:
    pass


n = Node()
n.me = n
print(gc.is_tracked(n), n.me is n)
for i in range(1000):
    a = Node()
    b = Node()
    a.other, b.other = b, a
del a, b
print(gc.collect() >= 0)
for bad in (lambda: gc.collect(5), lambda: gc.collect(-1), lambda: gc.collect("a"), lambda: gc.set_threshold(), lambda: gc.set_threshold("a"), lambda: gc.nope):
    try:
        bad()
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)
data = [[i] for i in range(1000)]
gc.collect()
print(sum(x[0] for x in data), n.me.me.me is n)
