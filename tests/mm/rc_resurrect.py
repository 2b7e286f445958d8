# managers: refcount
# __del__ may bring its object back; it runs once per object.
import weakref

saved = []


class R:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)
        saved.append(self)


r = R(1)
w = weakref.ref(r)
del r
print(len(saved), saved[0].n, w() is saved[0])
saved.clear()
print("second death is silent")


class Raises:
    def __del__(self):
        raise ValueError("ignored, reported on stderr")


x = Raises()
del x
print("goes on")


class Order:
    def __init__(self, n, child=None):
        self.n, self.child = n, child

    def __del__(self):
        print("del", self.n, "child", self.child.n if self.child else None)


o = Order("outer", Order("middle", Order("inner")))
del o
print("end of chain")


class WithAttr:
    def __del__(self):
        self.__dict__["late"] = 1
        print(sorted(self.__dict__))


WithAttr()
