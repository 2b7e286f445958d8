# managers: refcount,marksweep,generational
# __del__ of objects in cycles runs once; callbacks of weak references too.
import gc
import weakref

log = []
calls = []


class N:
    def __init__(self, i):
        self.i = i
        self.me = self

    def __del__(self):
        log.append(self.i)


def make(n):
    return [weakref.ref(N(i), lambda r: calls.append(1)) for i in range(n)]


def scrub(n=60):
    return 0 if n == 0 else scrub(n - 1) + 1


refs = make(100)
scrub()
gc.collect()
gc.collect()
gc.collect()
print(len(log) >= 95, len(set(log)) == len(log), sum(1 for r in refs if r() is None) >= 95)
print(len(calls) >= 95, len(calls) <= 100)
n = len(log)
gc.collect()
print(len(log) - n <= 5, all(0 <= i < 100 for i in log))
bag = []


class Phoenix:
    def __init__(self):
        self.me = self
        self.data = [1, 2, 3]

    def __del__(self):
        bag.append(self)


def birds(n):
    for _ in range(n):
        Phoenix()


birds(50)
scrub()
gc.collect()
gc.collect()
print(len(bag) >= 45, all(b.data == [1, 2, 3] and b.me is b for b in bag))
count = len(bag)
bag.clear()
gc.collect()
gc.collect()
print(len(bag) <= 5 and len(bag) + count <= 50)
