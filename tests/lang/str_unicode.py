# Code-point semantics, escapes, repr.
s = "aé€😀z"
print(len(s), s[3], s[-2], s[::-1], s[1:4], [ord(c) for c in s], [hex(ord(c)) for c in s])
print(repr(s), ascii(s), s.encode(), s.encode("utf-8") == s.encode(), s.encode().decode() == s)
print("\x41\u00e9\U0001F600\101")
print("a\tb\\n", r"a\tb\n", "it's", 'say "hi"', repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("\\"))
print(repr("\n\r\t\0\x07\x1b\x7f\x80\xa0\xad\u200b\u2028\ud7ff\ue000\uffff"))
print(repr("\U000e0001\U0010ffff\u0378"), ascii("ÿĀ\U00010000"))
print("""multi
line""", '''it's "ok"''', "con" "cat" 'ena' """ted""", "back\
slash")
print(chr(97), chr(8364), chr(0x1F600), ord("a"), ord("€"), ord("😀"), chr(0) == "\0")
print("é" == "e\u0301", "é" < "z", "😀" > "\uffff", sorted("zé€a😀"), max(s), min(s))
print("x" * 3, 0 * "a", "ab" * -1, "a" + "é", ("é" * 3)[1], "€".join(["a", "b"]), "😀😀".find("😀", 1))
print("é" in s, "😀z" in s, s.index("€"), s.upper(), "ñ".isalpha(), "日本語".isalpha(), len("日本語"), "日本語"[1])
for i, c in enumerate("a😀b"):
    print(i, c, end=";")
print()
print("%5s|%-5s|%.2s" % ("é😀", "日本", "日本語"), f"{'é':>4}|{'😀':^5}|{'日':*<3}")
print(str(b"abc", "utf-8"), str(b"\xc3\xa9", "utf8"), str(b"ab"), "".join(chr(i) for i in range(0x3b1, 0x3b6)))
print("abc".encode("ascii"), "é".encode("latin-1"), b"\xe9".decode("latin-1"), "é".encode("ascii", "replace"), "é".encode("ascii", "ignore"),
      b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: chr(-1))
err(lambda: chr(0x110000))
err(lambda: ord("ab"))
err(lambda: ord(""))
err(lambda: ord(5))
err(lambda: "é".encode("ascii"))
err(lambda: b"\xff".decode())
err(lambda: b"\xff\xfe".decode("ascii"))
err(lambda: "a".encode("nope"))
err(lambda: "abc"[5])
err(lambda: "abc"["a"])
err(lambda: "a" * "b")
err(lambda: "a" + b"b")
err(lambda: chr("a"))
