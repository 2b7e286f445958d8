# gc settings read back as set; collections at any time do no harm.
import gc

old = gc.get_threshold()
for t in ((1, 1, 1), (10, 5, 5), (700, 10, 10), (0, 0, 0), (10000, 1, 2)):
    gc.set_threshold(*t)
    x = [[i, {}] for i in range(500)]
    print(gc.get_threshold(), len(x), x[7])
gc.set_threshold(5)
print(gc.get_threshold()[0])
gc.set_threshold(*old)
print(gc.get_threshold() == old)
gc.disable()
y = []
for i in range(2000):
    z = []
    z.append(z)
    y = [y, i] if i % 100 else []
print(gc.isenabled(), y)
gc.enable()
gc.collect()
print(gc.isenabled(), gc.collect() == 0 or True)
s = gc.get_stats()
print([sorted(d) for d in s] == [["collected", "collections", "uncollectable"]] * 3, all(isinstance(v, int) for d in s for v in d.values()))
gc.collect()
print([gc.is_tracked(x) for x in (0, "a", 1.5, None, True, b"", [], set(), lambda: 0, Exception())], gc.is_tracked([1]))
try:
    gc.set_threshold(1, 2, 3, 4)
except TypeError as e:
    print(e)
try:
    gc.disable(1)
except TypeError as e:
    print(e)
