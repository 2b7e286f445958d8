# \N{...}: characters by their Unicode names.
s = "\N{GREEK SMALL LETTER ALPHA}\N{BULLET}\N{LATIN SMALL LETTER E WITH ACUTE}\N{SNOWMAN}\N{grinning face}"
print(s, len(s), [hex(ord(c)) for c in s], "\N{DIGIT ONE}" "\N{EM DASH}\N{NO-BREAK SPACE}x", f"\N{EURO SIGN}{5}", r"\N{BULLET}")
print(b"\N{BULLET}", "\N{CJK UNIFIED IDEOGRAPH-65E5}", "\N{HANGUL SYLLABLE GA}", "a\N{COMBINING ACUTE ACCENT}")
for src in ("'\\N{NOPE NAME}'", "'\\N'", "'\\N{'", "'\\N{}'", "'\\N{BULLET'"):
    try:
        print(eval(src))
    except SyntaxError as e:
        print(src, "->", e.msg)
