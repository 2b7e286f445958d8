# managers: refcount
# Weak references and their callbacks at the moment of death.
import weakref


class A:
    pass


def note(r):
    print("callback", r() is None)


a = A()
r = weakref.ref(a, note)
print(r() is a)
del a
print(r())
b = A()
rs = [weakref.ref(b, lambda _, i=i: print("cb", i)) for i in range(3)]
plain = weakref.ref(b)
c = [b]
del b
print("still", plain() is c[0])
c.pop()
print([x() for x in rs], plain())


def temp():
    x = A()
    return weakref.ref(x)


print(temp()() is None)
p = A()
q = weakref.ref(p, note)
del q
del p
print("no callback: the reference died first")
w = weakref.ref(A())
print(w(), weakref.ref(A(), note)())


class Parent:
    def __init__(self):
        self.kids = [Kid(self) for _ in range(3)]


class Kid:
    def __init__(self, parent):
        self.parent = weakref.ref(parent)


p = Parent()
k = p.kids[0]
print(k.parent() is p)
del p
print(k.parent() is None)
proxy_target = A()
proxy_target.v = 5
pr = weakref.proxy(proxy_target)
print(pr.v)
del proxy_target
try:
    pr.v
except ReferenceError as e:
    print(e)
