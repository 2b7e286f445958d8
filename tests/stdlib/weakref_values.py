# Weak references used as a cache while the values are alive, back references, proxies.
import weakref


class Obj:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return "Obj(%d)" % self.n


class Cache:
    def __init__(self):
        self.refs, self.made = {}, 0

    def get(self, n):
        r = self.refs.get(n)
        o = r() if r else None
        if o is None:
            self.made += 1
            o = Obj(n)
            self.refs[n] = weakref.ref(o)
        return o


c = Cache()
held = [c.get(i) for i in range(5)]
print(c.made, c.get(3) is held[3], c.made, [c.get(i) for i in range(5)] == held, c.made)


class Tree:
    def __init__(self, name, parent=None):
        self.name, self.kids = name, []
        self._parent = weakref.ref(parent) if parent else None
        if parent:
            parent.kids.append(self)

    @property
    def parent(self):
        return self._parent() if self._parent else None

    def path(self):
        return (self.parent.path() if self.parent else "") + "/" + self.name


root = Tree("root")
usr = Tree("usr", root)
lib = Tree("lib", usr)
print(lib.path(), root.parent, lib.parent.parent is root, [k.name for k in usr.kids])
log = []
o = Obj(1)
r1, r2 = weakref.ref(o, log.append), weakref.ref(o)
print(r1 is r2, r1() is r2(), r2 is weakref.ref(o), r1 == r2, log, weakref.getweakrefcount(o) >= 2)
p = weakref.proxy(o)
p.extra = [1]
p.n += 5
print(o.n, o.extra, p.n, repr(o), str(p), p.extra is o.extra, hasattr(p, "n"), hasattr(p, "nope"))
try:
    p.nope
except AttributeError as e:
    print(e)
d = {weakref.ref(h): h.n for h in held}
print(d[weakref.ref(held[2])], weakref.ref(held[4]) in d, len(d))


class Emitter:
    def __init__(self):
        self.handlers = []

    def on(self, obj, name):
        self.handlers.append((weakref.ref(obj), name))

    def emit(self, *a):
        return [getattr(r(), n)(*a) for r, n in self.handlers if r() is not None]


class L:
    def __init__(self, k):
        self.k = k

    def hit(self, x):
        return self.k * x


e = Emitter()
ls = [L(2), L(3)]
for l in ls:
    e.on(l, "hit")
print(e.emit(10), weakref.ref(ls[0])().k, type(weakref.ref(o)) is weakref.ref, issubclass(type(r1), weakref.ref))


class MyRef(weakref.ref):
    def __init__(self, o, cb=None):
        super().__init__(o, cb)
        self.tag = "t"


m = MyRef(o)
print(m() is o, m.tag, isinstance(m, weakref.ref))
