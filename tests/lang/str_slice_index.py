# Indexing and slicing of strings; str is immutable; iteration; building.
s = "hognose"
print(s[0], s[6], s[-1], s[-7], s[1:4], s[:2], s[4:], s[::2], s[1::2], s[::-1], s[5:1:-2], s[10:], s[-3:], s[:-3], s[3:3] == "")
print(s[True], len(s), "".join(reversed(s)), list(s), tuple(s), sorted(s), set(s) == set("hgnose"))
print(s + "!", s * 2, "=" * 10, s[:3] + s[3:] == s, s is s[:], s == "hog" + "nose", s != "x", s < "hogs")
t = ""
for c in s:
    t = c + t
print(t)
t += "x"
t *= 2
print(t)
parts = []
for i in range(5):
    parts.append(str(i) * i)
print("-".join(parts))
print(s.index("o"), s.rindex("o"), [i for i, c in enumerate(s) if c == "o"])
print(str(5), str(2.5), str(None), str(True), str([1, "a"]), str({"a": 1}), str((1,)), str(len), str(int), str(), str("s"))
print(repr("a"), repr(str), type("").__name__, isinstance("", str), str.__name__)
print(hash("abc") == hash("ab" + "c"), "abc" is not None, "a" "b" == "ab")


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def assign():
    s[0] = "x"


def delete():
    del s[0]


err(assign)
err(delete)
err(lambda: s[7])
err(lambda: s[-8])
err(lambda: s[1.5])
err(lambda: s["1"])
err(lambda: s[::0])
err(lambda: s - "h")
err(lambda: s * 1.0)
err(lambda: s + None)
err(lambda: str(1, 2))
err(lambda: str(b"x", 5))


class S:
    def __str__(self):
        return "S-str"


class R:
    def __repr__(self):
        return "R-repr"


class BadStr:
    def __str__(self):
        return 5


print(str(S()), str(R()), [R()], "%s %r" % (R(), R()), f"{S()} {R()!s}")
err(lambda: str(BadStr()))
