# String and bytes literals, prefixes, escapes, concatenation, errors.
print('a', "b", '''c''', """d""", 'it\'s', "q\"q", "a" 'b' """c""", r"\n", R'\t', u"u", "\
cont", "tab\tx", "\x41\u0042\U00000043\103", "\a\b\f\v" == "\x07\x08\x0c\x0b", "\\", "\0" == chr(0), "\777" == chr(511))
print(b"a\x00", rb"\n", Rb"\t", bR"\x", B"z", b'it\'s', b"a" b"b", b"\101\x42")
print("""line1
line2 "quoted" ''still''
""", '''x''' "y", repr("""
"""), len('''a\
b'''))
print("é€😀", "\u00e9" == "é", len("\U0001F600"), "a\u0301", "\ud7ff" < "\ue000")
print(f"{1}" "x" f"{2}", "a" f"{'b'}" r"\c", f"{'a' 'b'}", f'{"d"}', f"{{}}", rf"\{1}", fR"{2}\n", F"{3}")
print("a#b", 'x' # comment
      "y", ("implicit "
            "join"), "trailing" + \
      "slash")
for src in ("'abc", '"abc', "'''abc", "b'é'", "'a' b'b'", "'\\x4'", "'\\u00'", "'\\U00110000'", "f'{'", "f'{}'", "f'}'", "f'{a b}'", "f'{1!x}'", "f'{a!}'", "f'{*a}'", "f'{a'", "f'{lambda x: 1}'", "f'{\\n}'", "ur'x'", "f'{#}'", "b'\\xg'", "f'{1:{2:{3}}}'", "f'{ }'", "rb'a' 'b'"):
    try:
        print(src, repr(eval(src)))
    except SyntaxError as e:
        print(src, "->", e.msg)
    except Exception as e:
        print(src, type(e).__name__, e)
