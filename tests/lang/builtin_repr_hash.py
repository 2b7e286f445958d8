# repr, ascii, hash, id, hex, oct, bin, ord, chr.
print(repr("a'b"), repr('a"b'), repr("a\nb"), repr(1.0), repr([1, "a"]), repr({"k": (1,)}), repr(None), repr(True), repr(b"b"), repr(range(3)), repr(slice(1, None)), repr(...), repr(set()), repr(frozenset([1])), repr(int), repr(len), repr(NotImplemented))
print(repr([].append)[:30], repr("".join)[:25], repr(str.upper), repr(list.append), repr(dict.fromkeys)[:35], repr(int.from_bytes)[:38], repr(object()).startswith("<object object at 0x"), repr(type(None)), repr(Exception("x")), repr(ValueError()))
print(ascii("é"), ascii("a"), ascii(["ü"]), ascii("😀"))


class C:
    def m(self):
        pass


def f():
    pass


print(repr(C), repr(C.m).startswith("<function C.m at 0x"), repr(f).startswith("<function f at 0x"), repr(C().m).startswith("<bound method C.m of <__main__.C object at 0x"), repr(C()).startswith("<__main__.C object at 0x"), repr(lambda: 0).startswith("<function <lambda> at 0x"))
print(hash(5), hash(-1), hash(True), hash(0.0), hash(1.0), hash(2.5), hash(10 ** 20), hash(None) == hash(None), hash("a") == hash("a"), hash((1, 2)) == hash((1, 2)), hash(()) == hash(()))
print(hex(255), oct(8), bin(5), ord("a"), ord("€"), chr(97), chr(8364), ord(b"a"), hex(-1), id(f) == id(f), id(C) != id(f))
import math
print(repr(math).startswith("<module 'math'"), repr(iter([])).startswith("<list_iterator object at 0x"), repr((x for x in [])).startswith("<generator object <genexpr> at 0x"), repr(zip()).startswith("<zip object at 0x"), repr(C.__dict__)[:12], repr(super).startswith("<class 'super'>"))
print(repr({}.keys()), repr({1: 2}.values()), repr({1: 2}.items()), repr(property()).startswith("<property object at 0x"), repr(staticmethod(f)).startswith("<staticmethod(<function f at 0x"))


def err(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: hash([]))
err(lambda: hex("a"))
err(lambda: ord("ab"))
err(lambda: chr(-1))
err(lambda: chr(1.5))
err(lambda: repr())
err(lambda: id())
err(lambda: oct(1.0))
