# Longer loops whose results are easy to check; sums, nested loops, string and list growth.
# stress: 120
n = 0
for i in range(20000):
    n += i
print(n, sum(range(20000)))
c = 0
for i in range(150):
    for j in range(150):
        if (i * j) % 7 == 3:
            c += 1
print(c)
lst = []
for i in range(5000):
    lst.append(i * 2)
    if len(lst) > 100:
        lst.pop(0)
print(len(lst), lst[0], lst[-1], sum(lst))
d = {}
for i in range(5000):
    d[i % 37] = d.get(i % 37, 0) + i
print(len(d), d[0], d[36], sum(d.values()))
s = 0.0
for i in range(1, 5001):
    s += 1 / i
print(s)
x = 12345
for _ in range(5000):
    x = (x * 1103515245 + 12345) & 0x7FFFFFFF
print(x)
t = ""
for i in range(1000):
    t += chr(97 + i % 26)
print(len(t), t.count("a"), t[500:510])


class Acc:
    def __init__(self):
        self.total = 0
        self.n = 0

    def add(self, v):
        self.total += v
        self.n += 1
        return self

    @property
    def mean(self):
        return self.total / self.n


a = Acc()
for i in range(3000):
    a.add(i % 10)
print(a.total, a.n, a.mean)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(17))
flags = [True] * 2000
for i in range(2, 45):
    if flags[i]:
        for j in range(i * i, 2000, i):
            flags[j] = False
print(sum(flags[2:]), [i for i in range(2, 60) if flags[i]])
m = [[(i + j) % 10 for j in range(30)] for i in range(30)]
p = [[sum(m[i][k] * m[k][j] for k in range(30)) for j in range(30)] for i in range(30)]
print(p[3][4], sum(map(sum, p)))
w = 0
i = 1
while i < 10 ** 6:
    i = i * 3 // 2 + 1
    w += i % 11
print(i, w)
count = 0
for a in range(1, 60):
    for b in range(a, 60):
        h = (a * a + b * b) ** 0.5
        if h == int(h) and h < 60:
            count += 1
print(count)
out = []
for i in range(300):
    try:
        if i % 3 == 0:
            raise ValueError(i)
        if i % 5 == 0:
            {}[i]
        out.append(i)
    except ValueError as e:
        out.append(-e.args[0])
    except KeyError:
        continue
print(len(out), sum(out))
g = (i * i for i in range(3000) if i % 3)
print(sum(g), sum(g), max(i ^ 0x55 for i in range(1000)), len({i * i % 101 for i in range(1000)}))
