# CPython's messages, lines and columns for common mistakes: operators, stars, walrus, yield.
sources = [
    '[*]',
    'x = if',
    'and = 1',
    'class = 5',
    'def if(): pass',
    'a b c',
    'a ? b',
    'x = $',
    'a!b',
    "x = 'abc",
    'x = 1 +',
    'not',
    'a is is b',
    'a not b',
    'x == = y',
    '5 = 5 = 5',
    '(x for x in y) = 1',
    '[x for x in y] = 1',
    'x := 1',
    '(x := 1) = 2',
    '(a.b := 1)',
    '(a[0] := 1)',
    'f(x := 1, y=(z := 2)',
    'lambda: (yield) = 1',
    'nonlocal x',
    'a = 1 if 2',
    'a = 1 if 2 else',
    '1 if x',
    'if x:\npass',
    'if x:\n    pass\n  y',
    '  x = 1',
    'if x:\n\tpass\n        pass',
    'def f():\n    x\n   y',
    'for x in y:\n',
    'class A:\n',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
