# managers: refcount,marksweep,generational,boehm
# Objects without cycles are gone after gc.collect() as well.
import gc
import weakref


class A:
    def __init__(self, payload):
        self.payload = payload


def make(n):
    objs = [A([i] * 10) for i in range(n)]
    return [weakref.ref(o) for o in objs], objs[::2]


def dead(refs):
    return sum(1 for r in refs if r() is None)


def scrub(n=60):
    return 0 if n == 0 else scrub(n - 1) + 1


refs, kept = make(400)
scrub()
gc.collect()
gc.collect()
print(dead(refs) <= 200, dead(refs) >= 195, all(o.payload[0] == 2 * i for i, o in enumerate(kept)))
kept[100:] = []
scrub()
gc.collect()
gc.collect()
print(dead(refs) >= 295, dead(refs) <= 300, len(kept))
table = {i: A(i) for i in range(300)}
refs = [weakref.ref(v) for v in table.values()]
for i in range(0, 300, 3):
    del table[i]
scrub()
gc.collect()
gc.collect()
print(95 <= dead(refs) <= 100, sum(v.payload for v in table.values()))
table.clear()
scrub()
gc.collect()
gc.collect()
print(dead(refs) >= 295)
