# Strings, dicts, sets, big ints, closures and exceptions made and dropped in numbers.
# stress: 120
import gc

words = {}
for i in range(3000):
    w = "w%d" % (i * 7919 % 500)
    words[w] = words.get(w, 0) + 1
print(len(words), sum(words.values()), words["w0"])
s = ""
for i in range(2000):
    s += str(i % 10)
    if len(s) > 100:
        s = s[50:]
print(len(s), s[-10:])
x = 1
for i in range(1, 300):
    x = x * i % (10 ** 40 + 7)
print(x)
fs = []
for i in range(500):
    fs.append(lambda a, i=i: a + i)
    if len(fs) > 50:
        fs = fs[25:]
print(len(fs), sum(f(1) for f in fs))
n = 0
for i in range(1000):
    try:
        if i % 3 == 0:
            raise ValueError([i] * 5)
        {}[i]
    except ValueError as e:
        n += len(e.args[0])
    except KeyError as e:
        n += e.args[0] % 2
print(n)
gens = [(j * j for j in range(i)) for i in range(100)]
for g in gens[::2]:
    next(g, None)
gc.collect()
print(sum(sum(g) for g in gens))
t = tuple(range(10))
for i in range(1000):
    t = t[1:] + (t[0] + 1,)
print(t)
sets = [set(range(i, i + 5)) for i in range(100)]
u = set()
for v in sets:
    u = (u | v) - {min(v)}
print(len(u), sorted(u)[-3:])


class P:
    def __init__(self, x):
        self.x = x

    def __add__(self, o):
        return P(self.x + o.x)


p = P(0)
for i in range(2000):
    p = p + P(i)
gc.collect()
print(p.x)
