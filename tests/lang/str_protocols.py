# Subclasses of str and bytes, and objects with their own ideas of text.
def err(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__ + ":", e)
class S(str):
    def __repr__(self): return "S<" + str.__repr__(self) + ">"
    def up(self): return self.upper()
s = S("héllo")
print(s, repr(s), type(s).__name__, len(s), s[0], type(s[:]).__name__, s + "x", type(s + "").__name__, s.up(), type(s.strip()).__name__)
s.attr = 5
print(s.attr, s == "héllo", hash(s) == hash("héllo"), {s: 1}["héllo"], {"héllo": 2}[s], isinstance(s, str), str(s), type(str(s)).__name__)
print(f"{s} {s!r} {s:>8}|", "%s %r" % (s, s), "{} {!r}".format(s, s), "-".join([s, s]), s in ["héllo"], S(), S(5), S(b"ab", "ascii"))
class T(str):
    def __new__(cls, v, extra): 
        o = super().__new__(cls, v * 2); o.extra = extra; return o
    def __str__(self): return "T!" + self.extra
    def __format__(self, spec): return "fmt:" + spec
    def __add__(self, o): return "added " + o
    def __radd__(self, o): return "radded " + o
t = T("ab", "e")
print(t, repr(t), t.extra, f"{t:abc}", "%s" % t, "{:q}".format(t), t + "x", "x" + t, len(t), t.upper(), "".join([t]))
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
    def __float__(self): return self.n + .5
    def __int__(self): return self.n + 1
i = I(3)
print("abcdef"[i], "abcdef"[:i], "ab" * i, i * "ab", "%d %x %c %f %s" % (i, i, i, i, "x"), "abc".find("c", I(1), I(9)), "a".ljust(i) + "|", "a,b,c,d,e".split(",", i), "%*d" % (5, i), b"abcdef"[i], bytes(i))
err(lambda: "%o" % 1.0)
class F:
    def __format__(self, spec): return spec * 2
    def __str__(self): return "Fs"
    def __repr__(self): return "Fr"
print(f"{F()}|{F():ab}|{F()!s:5}|{F()!r:>5}", "{:x}{!a}".format(F(), F()), "%s%r%a" % (F(), F(), F()), format(F(), "z"))
class BadF:
    def __format__(self, spec): return 5
    def __str__(self): return 5
    def __repr__(self): return None
err(lambda: f"{BadF()}")
err(lambda: str(BadF()))
err(lambda: "%s" % BadF())
err(lambda: "%r" % BadF())
err(lambda: repr(BadF()))
class Boom:
    def __str__(self): raise ValueError("boom")
    __repr__ = __str__
    def __index__(self): raise KeyError("idx")
    def __iter__(self): raise OSError("it")
err(lambda: "%s" % Boom())
err(lambda: f"{Boom()}")
err(lambda: "a" * Boom())
err(lambda: "".join(Boom()))
err(lambda: "a"[Boom()])
err(lambda: "a".center(Boom()))
def g():
    yield "a"; yield "b"; raise RuntimeError("g")
err(lambda: ",".join(g()))
err(lambda: ",".join(str(x) for x in range(5)))
err(lambda: ",".join({"k": 1, "l": 2}))
err(lambda: ",".join("xyz"))
err(lambda: ",".join(map(str, [1, 2])))
class M:
    def __getitem__(self, k):
        if k == 97: raise LookupError
        if k == 98: return "BB"
        return None
print("abcd".translate(M()))
class M2:
    def __getitem__(self, k): raise ZeroDivisionError("zz")
err(lambda: "abc".translate(M2()))
print([m for m in dir(str) if not m.startswith("__")])
print([m for m in dir(bytes) if not m.startswith("__")])
print([m for m in dir(bytearray) if not m.startswith("__")])
it = iter("héy")
print(next(it), list(it), list(it), type(it).__name__, list(reversed("abc")), sorted("cab"), max("abc"), tuple("é€"), set("aa"), list(enumerate("ab")))
a, b, *c = "wxyz"; print(a, b, c)
print("a" < "b", "a" <= "a", "é" > "z", "ab" > "a", "" < "a", "\U0001f600" > "\uffff", "a" != "a", "a" == 1, "a" != 1)
print(str.upper("a"), str.join("-", "ab"), str.__add__("a", "b"), "a".__eq__("a"), "a".__lt__(1), str.__len__("abc"), "abc".__contains__("b"), "a".__mul__(3), "a".__rmul__(2), "%s".__mod__(1), "abc".__getitem__(1), "a".__hash__() == hash("a"))
print("{0.__class__.__name__} {a[k]} {b.real}".format(1, a={"k": 2}, b=3), "{:{}.{}}".format("abcdef", 8, 3) + "|", "{!r:^{w}}".format("x", w=9))
print("abc"[::-1], "abcdef"[4:1:-2], "é€😀"[::2], "é€😀"[1:], "é€😀"[2], "a€"[0].isascii())
s = ""
for k in range(2000): s += chr(k % 300 + 32)
print(len(s), hash(s) == hash("".join(chr(k % 300 + 32) for k in range(2000))), s.count("A"))
import sys
print(sys.intern("hello world") is sys.intern("hello" + " world"))
err(lambda: str.maketrans("abc", "xyz", "q"))
print("abcq".translate(str.maketrans("abc", "xyz", "q")), "The quick".translate({ord("T"): None, ord("q"): "Q"}))
d = {}
for w in "the cat the dog".split(): d[w] = d.get(w, 0) + 1
print(d)
ba = bytearray(b"abc"); ba += b"d"; ba *= 2; ba[0] = 65; ba.extend(x for x in [1, 2]); print(ba, ba[1:3], bytes(ba), len(ba), ba == bytes(ba), list(ba)[:2])
class BA(bytearray): pass
x = BA(b"q"); x.append(65); x.foo = 1; print(x, x.foo, type(x).__name__)
class BB(bytes): pass
y = BB(b"zz"); y.foo = 2; print(y, y.foo, y == b"zz", hash(y) == hash(b"zz"), BB.fromhex("6162"), type(BB.fromhex("61")).__name__)
try: b"\xff".decode()
except UnicodeDecodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e, e.args)
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e.encoding, e.object, e.start, e.end, e.reason, e, e.args)
print("a\tb".expandtabs(), "x".zfill(5), "%(a)s %(b)05.1f" % {"a": 1, "b": 2.25}, "%%" % (), "%s" % (1,), "%s %s" % ("a", [1]))
print(ascii("é€😀\n'"), ascii([1, "é"]), repr("\ud800\x00\x7f\xa0\xad\u200b"))
print(f"{'a':{'>'}{5}}", f"{3.14159:{8}.{3}}", f"{10:#x}", f"{1234567:,}", f"{True:d}", f"{'é':*^5}", f"{-5:05}", f"{1e10:g}")
print(("%s" * 3) % (1, 2, 3), "%c%c" % ("a", 98), "%5.2f|%-8s|%+d" % (3.14159, "ab", 5), "%i" % 3.99, "%e" % 12345.678)
print("Straße".casefold(), "ΑΣ".lower(), "ǆ".title(), "ﬁ".upper(), "İ".lower().encode(), "ı".upper())
