# managers: refcount
# Counting frees at once: del, rebinding, the end of a function, removal from containers.
class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


a = D("a")
print("before del")
del a
print("after del")
b = D("b1")
b = D("b2")
print("rebound")
b = None
c = d = D("shared")
del c
print("one name left")
del d


def f():
    local = D("local")
    print("in f")
    return 5


print(f())


def g(x):
    print("g got", x.name)


g(D("argument"))
print("after g")
lst = [D("l0"), D("l1"), D("l2")]
lst.pop(1)
print("popped")
del lst[0]
lst.clear()
print("cleared")
m = {"k": D("value")}
m["k"] = D("value2")
print("replaced")
del m["k"]


class Holder:
    pass


h = Holder()
h.x = D("attr")
h.x = None
h.y = D("attr2")
del h
print("holder gone")
t = (D("in tuple"),)
t = None
s = {D("in set")}
s.clear()
D("never bound")
print("end")
