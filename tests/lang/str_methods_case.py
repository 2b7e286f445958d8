# Case, padding, stripping.
s = "Hello, wOrld"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("straße".upper(), "ÀÉ".lower(), "ǆ".title(), "ß".casefold(), "İ".lower() == "i\u0307", "ΑΣ".lower())
print("they're bill's".title(), "x1y2".title(), "".title(), "123".capitalize())
print("[" + "ab".ljust(5) + "]", "[" + "ab".rjust(5) + "]", "[" + "ab".center(5) + "]", "ab".center(5, "*"), "abc".center(6, "-"))
print("ab".ljust(1), "ab".rjust(6, "."), "42".zfill(5), "-42".zfill(5), "+1".zfill(4), "abc".zfill(2), "".zfill(3))
print(repr("  a b \t\n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"),
      "xxa".lstrip("x"), "axx".rstrip("x"), repr("\u3000a\u00a0".strip()))
print("prefix-body".removeprefix("prefix-"), "body.py".removesuffix(".py"), "a".removeprefix("b"), "a".removesuffix(""))
for t in ("abc", "ABC", "aB1", "123", "12.3", " ", "", "a b", "é", "½", "²", "Ab Cd", "٣", "_x", "x-y", "\t\n"):
    print(repr(t), t.isalpha(), t.isdigit(), t.isdecimal(), t.isnumeric(), t.isalnum(), t.islower(), t.isupper(),
          t.isspace(), t.istitle(), t.isidentifier(), t.isascii(), t.isprintable())
print("a\tb".expandtabs(), "a\tbc\td".expandtabs(4), "\t".expandtabs(2) == "  ", "ab\n\tc".expandtabs(4) == "ab\n    c")


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: "a".center(5, "ab"))
err(lambda: "a".ljust("x"))
err(lambda: "a".strip(1))
err(lambda: "a".foo())
err(lambda: "a".upper(1))
err(lambda: "a".zfill())
err(lambda: "abc".removeprefix(1))
