# Very deep structures are built, marked and freed without overflowing any stack.
# stress: skip every collection walks the whole chain
import gc


class Link:
    def __init__(self, nxt):
        self.nxt = nxt


def length(x):
    n = 0
    while x is not None:
        x = x.nxt
        n += 1
    return n


head = None
for i in range(50000):
    head = Link(head)
gc.collect()
print(length(head))
head = None
lst = []
for i in range(50000):
    lst = [lst]
gc.collect()
n = 0
while lst:
    lst = lst[0]
    n += 1
print(n)
t = ()
for i in range(30000):
    t = (t, i)
gc.collect()
t = None
d = {}
for i in range(30000):
    d = {"d": d}
gc.collect()
d = None
f = lambda: 0
for i in range(20000):
    f = (lambda g: lambda: g)(f)
gc.collect()
f = None
a, b = [], []
a.append(b)
b.append(a)
for i in range(20000):
    a = [a, i]
gc.collect()
a = b = None
gc.collect()
print("done")
