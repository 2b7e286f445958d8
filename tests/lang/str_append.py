# Strings grown piece by piece: each keeps its own text.
s = ""
for i in range(3000): s += "x"
t = s
a = s + "1"; b = s + "2"; c = a + "3"
print(a[-3:], b[-3:], c[-3:], len(s), len(a), len(t), t == s, s.encode()[-2:], open, hash(a) == hash("x"*3000+"1"))
parts = []
for i in range(500):
    s = s + "é"; parts.append(s)
print(all(len(p) == 3001 + i for i, p in enumerate(parts)), all(p.endswith("xé" + "é" * i) for i, p in enumerate(parts)), parts[10].encode()[-4:], s[-3:])
u = "q" * 300
for i in range(100): u += "€"; u += "a"
print(len(u), u[-4:], u.count("€"), {u: 1}[u], u == "".join([u]), int("1" * 10 + "2"))
n = "1" * 300
n = n + "2"; n = n + "3"; m = n + "4"
print(int(n) % 1000, int(m) % 10000, int(n) % 1000, float(n) > 1e300, n.isdigit())
del s, t, a, b, c, parts
def f():
    r = ""
    for i in range(1000):
        r += str(i)
    return r
print(len(f()), f() == f())
class C: pass
o = C()
setattr(o, n, 5); print(getattr(o, m[:-1]), getattr(o, n))
