# CPython's messages, lines and columns for common mistakes: brackets, missing colons, print without parentheses.
sources = [
    'if x\n    pass',
    'if x = 1:\n    pass',
    'while True print(1)',
    'for i in range(3)\n    pass',
    'def f()\n    pass',
    'class A\n    pass',
    'else:\n    pass',
    'x = (1, 2',
    'x = [1, 2',
    'x = {1: 2',
    'x = 1)',
    'x = (1]',
    "print 'a'",
    'print a',
    "exec 'a'",
    'x = 5 5',
    'x = a b',
    'f(a b)',
    '[a b]',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
