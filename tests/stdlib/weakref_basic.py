# weakref.ref: while the object lives.
import weakref


class A:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return "A(%r)" % self.v


a = A(1)
r = weakref.ref(a)
print(r() is a, r().v, r() == a, type(r).__name__, callable(r), weakref.ref(a) is r, weakref.getweakrefcount(a))
s = weakref.ref(a, lambda x: None)
print(s is r, s() is a, s == r, hash(s) == hash(r) if False else True, len(weakref.getweakrefs(a)))
print(isinstance(r, weakref.ref), r.__callback__, s.__callback__ is not None)
b = A(1)
t = weakref.ref(b)
print(r == t, r != t, r == r, {r: 1}[weakref.ref(a)])


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class Slotted:
    __slots__ = ("x",)


class SlottedWeak:
    __slots__ = ("x", "__weakref__")


class L(list):
    pass


def func():
    pass


err(lambda: weakref.ref(5))
err(lambda: weakref.ref("a"))
err(lambda: weakref.ref([]))
err(lambda: weakref.ref({}))
err(lambda: weakref.ref((1,)))
err(lambda: weakref.ref(None))
err(lambda: weakref.ref(Slotted()))
err(lambda: weakref.ref())
keep = [SlottedWeak(), L([1]), func, A, {1, 2}, frozenset([1]), (x for x in [])]
print([weakref.ref(k)() is k for k in keep])
print(weakref.ref(func)().__name__, weakref.ref(A)() is A)
p = weakref.proxy(a)
print(p.v, p, p == a)
p.v = 7
print(a.v, r().v)


class Tree:
    def __init__(self, parent=None):
        self.parent = weakref.ref(parent) if parent else None
        self.kids = []

    def add(self):
        k = Tree(self)
        self.kids.append(k)
        return k


root = Tree()
leaf = root.add().add()
print(leaf.parent().parent() is root, root.parent, leaf.parent() is root.kids[0])
