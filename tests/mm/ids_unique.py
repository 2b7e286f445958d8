# Live objects have distinct ids, which do not change.
import gc


class A:
    pass


objs = [A() for _ in range(500)] + [[] for _ in range(500)] + [{} for _ in range(200)] + ["s%d" % i for i in range(200)]
ids = [id(o) for o in objs]
print(len(set(ids)) == len(objs))
gc.collect()
more = [[i] for i in range(500)]
gc.collect()
print([id(o) for o in objs] == ids, not set(ids) & {id(m) for m in more})
a = [1, 2, 3]
before = id(a)
a.append(4)
a.extend(range(1000))
del a[:]
print(id(a) == before, id(a) == id(a), id(None) == id(None), id(A) == id(A), id(objs[0]) != id(objs[1]))
d = {}
before = id(d)
for i in range(1000):
    d[i] = i
d.clear()
print(id(d) == before)
x = A()
h = hash(x)
gc.collect()
print(hash(x) == h, x in {x}, x == x, {x: 1}[x])
b = a
b = b + [1]
print(b is a, id(b) == id(a))
import numpy as np
arr = np.zeros(3)
before = id(arr)
arr += 1
arr[0] = 5
print(id(arr) == before, id(np.delete(arr, 0)) == before)
