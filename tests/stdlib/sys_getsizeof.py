# sys.getsizeof: relations that hold for every manager.
import sys

print(all(sys.getsizeof(x) > 0 for x in (1, 1.5, "a", b"a", [], {}, (), set(), None, True, object(), len, range(3), lambda: 0)))
print(sys.getsizeof([0] * 1000) - sys.getsizeof([]) >= 8000, sys.getsizeof("x" * 1000) > sys.getsizeof("x") + 900, sys.getsizeof((1,) * 100) > sys.getsizeof(()), sys.getsizeof(10 ** 1000) > sys.getsizeof(10), sys.getsizeof({i: i for i in range(1000)}) > sys.getsizeof({1: 1}), sys.getsizeof(set(range(1000))) > sys.getsizeof({1}))


class A:
    pass


class S:
    __slots__ = ("x",)


class Sized:
    def __sizeof__(self):
        return 1000


print(sys.getsizeof(A()) > 0, sys.getsizeof(S()) > 0, sys.getsizeof(A) > 0, sys.getsizeof(Sized()) >= 1000, sys.getsizeof([]) == sys.getsizeof([]), sys.getsizeof(5) == sys.getsizeof(7))
x = []
a = sys.getsizeof(x)
x.extend(range(100))
b = sys.getsizeof(x)
x.clear()
print(a < b, sys.getsizeof(x) <= b)
for bad in (lambda: sys.getsizeof(), lambda: sys.getrefcount(), lambda: sys.getsizeof(1, 2, 3)):
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)
print(type(sys.getrefcount(x)).__name__, sys.getrefcount(x) >= 1)
import numpy as np
print(sys.getsizeof(np.zeros(10000)) >= 80000, sys.getsizeof(np.zeros(10000)[:5]) < 1000, np.zeros(10).nbytes)
