# bytes.
b = b"abc\x00\xff\n"
print(b, len(b), b[0], b[-1], b[1:3], b[::-1], list(b), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), bytes(), bytes(b"x"), bytes(range(5)))
print(b + b"d", b"ab" * 2, b"a" in b, 97 in b, 300 > 5 and 98 in b, b == b"abc\x00\xff\n", b"a" < b"b", b"a" != "a", hash(b"a") == hash(b"a"))
print(repr(b"it's"), repr(b'"'), b"\t\r\\'", rb"\n", b"\x41\102", b"con" b"cat", str(b"a"), ascii(b"\xe9"))
print(b"abc".decode(), "é".encode(), b"ab,c".split(b","), b",".join([b"a", b"b"]), b"abc".replace(b"b", b"X"), b"abc".find(b"c"), b"abc".index(b"b"))
print(b"abc".upper(), b"ABC".lower(), b" a ".strip(), b"abc".startswith(b"ab"), b"abc".endswith(b"c"), b"aXbX".count(b"X"), b"abc".hex(), bytes.fromhex("61 62ff"))
print(b"12".isdigit(), b"ab".isalpha(), b"a\nb".splitlines(), [x for x in b"ab"], {b"k": 1}[b"k"], sorted([b"b", b"a"]), bool(b""), max(b"az"))
print(int(b"42"), b"%d %s" % (5, b"x"), b"abc"[True], b"a".ljust(3) + b"|", b"7".zfill(3), type(b).__name__)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def assign():
    b[0] = 1


err(assign)
err(lambda: b"a" + "b")
err(lambda: bytes([256]))
err(lambda: bytes([-1]))
err(lambda: bytes("a"))
err(lambda: bytes(-1))
err(lambda: b"a"[5])
err(lambda: "a" in b"a")
err(lambda: 256 in b"a")
err(lambda: b",".join(["a"]))
err(lambda: bytes.fromhex("6"))
err(lambda: bytes(["a"]))
err(lambda: b"a" < "a")
err(lambda: b"abc".index(b"z"))
err(lambda: bytes(1.5))
