# CPython's messages, lines and columns for common mistakes: impossible targets of assignment.
sources = [
    '1 = x',
    'f() = 1',
    'x + 1 = 2',
    "'a' = 1",
    'None = 1',
    'True = 1',
    'a = b = 1 = c',
    '(a, 1) = 2',
    '[a, f()] = 1',
    'a.b.c() = 1',
    'x += 1 += 2',
    'f() += 1',
    '(a, b) += 1',
    'return 1',
    'yield 1',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
