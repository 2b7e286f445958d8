# CPython's messages, lines and columns for common mistakes: calls, del, raise, try, with, for.
sources = [
    'del 1',
    'assert',
    'raise from x',
    'try:\n    pass',
    'try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass',
    'with a as 1: pass',
    'with a as f(): pass',
    'for 1 in x: pass',
    'for f() in x: pass',
    'for x in: pass',
    'global x = 1',
    'x = yield = 1',
    'a, b = ',
    '*a',
    '*a = 1',
    '*a, *b = c',
    'x = *a',
    'print(*)',
    '{**}',
    '{1, 2: 3}',
    '{1: 2, 3}',
    '{a: *b}',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
