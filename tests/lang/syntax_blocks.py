# CPython's messages, lines and columns for common mistakes: indentation, blocks, subscripts, annotations.
sources = [
    'while x:\nelse:\n    pass',
    'try:\n    x\nfinally:\n',
    'with x:\n',
    'elif x:\n    pass',
    "x = {'a': 1 'b': 2}",
    'x = [1 2]',
    'foo(1 2)',
    'a[1 2]',
    'a[1:2:3:4]',
    'a[]',
    '()=1',
    '[] = ()',
    'x: int = 1 = 2',
    '(x, y): int = 1',
    'f(): int',
    '@',
    '@x\ny = 1',
    'lambda (a, b): 1',
    'def f((a, b)): pass',
    "print(f'{x' )",
    'x..y',
    'x.1',
    '1.x',
    'x,, y',
    'f(,)',
    'f(a,,b)',
    'import a as b.c',
    'from a import b.c',
    'from a import b as c.d',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
