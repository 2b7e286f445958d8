# managers: refcount,marksweep,generational,boehm
# stress: 120
# Garbage in cycles disappears with gc.collect(): nearly all of it (a stale word on a stack may keep one or two).
import gc
import weakref


class Node:
    pass


def ring(n):
    nodes = [Node() for _ in range(n)]
    for i, x in enumerate(nodes):
        x.next = nodes[(i + 1) % n]
        x.all = nodes
    return weakref.ref(nodes[0])


def dead(refs):
    return sum(1 for r in refs if r() is None)


def scrub(n=60):
    return 0 if n == 0 else scrub(n - 1) + 1


refs = [ring(3) for _ in range(200)]
scrub()
gc.collect()
gc.collect()
print(dead(refs) >= 195)
kept = []


def kept_ring():
    a, b = Node(), Node()
    a.o, b.o = b, a
    kept.append(a)
    return weakref.ref(b)


refs = [kept_ring() for _ in range(100)]
gc.collect()
print(dead(refs))
kept.clear()
scrub()
gc.collect()
gc.collect()
print(dead(refs) >= 95)


def kinds(i):
    x = Node()
    if i % 6 == 0:
        x.d = {"k": [x]}
    elif i % 6 == 1:
        x.f = lambda: x
    elif i % 6 == 2:
        def g():
            yield x
        x.g = g()
        next(x.g)
    elif i % 6 == 3:
        x.t = (1, (2, [x]))
    elif i % 6 == 4:
        x.m = x.__init__
        x.s = x.m
    else:
        class Local:
            owner = x
        x.cls = Local
    return weakref.ref(x)


refs = [kinds(i) for i in range(300)]
scrub()
gc.collect()
gc.collect()
print(dead(refs) >= 290)
