# Subclasses of list, dict, int, str, float, tuple, set, Exception.
class L(list):
    def first(self):
        return self[0]

    def __getitem__(self, i):
        if i == "last":
            return super().__getitem__(-1)
        return super().__getitem__(i)


a = L([1, 2, 3])
a.append(4)
a.extra = "attr"
print(a, a.first(), a["last"], len(a), a.extra, isinstance(a, list), a == [1, 2, 3, 4], type(a + [5]).__name__, type(a[:2]).__name__, a * 2, [0] + a)
print(sorted(L([3, 1])), list(a), L("ab"), L(), bool(L()), repr(L([1])), a.copy(), sum(a), max(a), 3 in a)


class D(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)

    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k) from None


d = D(a=1)
d["b"] = 2
print(d, d.a, d.b, len(d), {**d}, dict(d), d == {"a": 1, "b": 4}, d.get("b"))
try:
    d.c
except AttributeError as e:
    print("AttributeError", e)


class I(int):
    def __add__(self, o):
        return I(super().__add__(o) + 100)

    def __repr__(self):
        return "I(%d)" % int(self)


i = I(5)
print(i, i + 1, 1 + i, i * 2, i == 5, hash(i) == hash(5), {5: "x"}[i], [10, 20, 30, 40, 50, 60][i], isinstance(i, int), i > 3, -i, str(i), I("7"), I(2 ** 70))
i.tag = "t"
print(i.tag, f"{i:04d}", "%d" % i, range(i)[-1], bool(I(0)))


class S(str):
    def shout(self):
        return self.upper() + "!"

    def __eq__(self, o):
        return "eq called"

    __hash__ = str.__hash__


s = S("abc")
print(s, s.shout(), len(s), s + "d", s == "zzz", s[1], type(s.upper()).__name__, {"abc": 1}.get(s), s in "xabcx", ",".join([s, s]), "%s" % s, f"{s:>5}")


class F(float):
    def __str__(self):
        return "F!"


f = F(2.5)
print(f, repr(f), f + 1, f * 2, round(f), f == 2.5, "%.1f" % f, f"{f}", [f])


class St(set):
    pass


st = St([1, 2])
st.add(3)
print(sorted(st), type(st | {9}).__name__, len(st), repr(St([1])), 2 in st)


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    def __repr__(self):
        return "T" + super().__repr__()


t = T(1, 2, 3)
print(t, t[0], t[1:], t + (4,), hash(t) == hash((1, 2, 3)), t == (1, 2, 3), {t: 1}[(1, 2, 3)])
x, *y = t
print(x, y)
