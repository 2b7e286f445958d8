# Unicode beyond ASCII: case mapping, categories, comparison, slicing, padding, splitting.
for s in ("straße", "ÅNGSTRÖM", "ǅ", "ﬁ", "İstanbul", "ΣΑΣ", "ñandú", "Привет мир", "日本語", "😀👍", "e\u0301", "a\u00a0b", "½", "²³", "٤٢", "ⅷ", "\u200b", "Ωmega", "ß", "ÿ", "µ", "ŉ", "ა", "Ⴀ"):
    print(repr(s), len(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.isalpha(), s.isdigit(), s.isnumeric(), s.isdecimal(), s.isalnum(), s.isupper(), s.islower(), s.istitle(), s.isspace(), s.isprintable(), s.isidentifier(), s.isascii())
print("a\u2003b\u00a0c\u3000d".split(), "x\u2028y\u0085z\x0cw\x1dv".splitlines(), "\u2003pad\u3000".strip(), "\ufeffbom".strip() == "\ufeffbom")
print("é".ljust(3, "ß") + "|", "日".center(5, "本"), "😀".rjust(3, "👍"), "é".zfill(3), "aé日😀"[::-1], "aé日😀"[1:3], "aé日😀"[-1], "日本語日本".find("本", 2), "日本語日本".count("日"), "日本語".replace("本", "b"), "日,本,語".split(","), "é".join("ab"), "日本語".startswith("日"), "ae\u0301".endswith("\u0301"), "日本".index("本"), "ß" in "straße")
print(sorted(["é", "z", "a", "日", "😀", "Z", "\uffff"]), max("aé日😀"), "é" > "z", "\U00010000" > "\uffff", "e\u0301" == "é", "a" "é" "日", "é" * 3, ord("日"), ord("😀"), chr(0x1F44D), [c for c in "e\u0301"], "日本".encode(), len("😀".encode()), "\xe9" == "é", "\u65e5", "\U0001f600")
print({"é": 1, "日": 2, "😀": 3}["日"], {"é", "e\u0301"} == {"é", "e\u0301"}, hash("é") == hash("\xe9"), "é".isidentifier(), "".join(reversed("日本")), "%s|%5s|%-5s|%c" % ("日", "é", "😀", 0x65e5), f"{'日本':>5}|{'😀':^5}|{'é':*<4}", repr("\u0301"), ascii("日😀é"), "\t\u00a0".isspace())
naïve = 1
变量 = 2
Ω = lambda x: x + 变量


class Café:
    größe = 3


print(naïve + 变量, Ω(1), Café.größe, Café.__name__, "变量" in globals(), [n for n in dir(Café) if n.isascii() is False])
print("ﬁ".upper(), "ǆ".title(), "ß".upper().lower(), "İ".lower().upper(), "ς".upper(), "Σ".lower(), "ΑΣ Σ".lower(), "ŉ".upper(), "ΐ".upper(), "ﬃ".title(), "ﬃx".capitalize())
