# CPython's messages, lines and columns for common mistakes: statements in the wrong place, imports, parameters.
sources = [
    'break',
    'continue',
    'def f():\n    break',
    'import',
    'from x import',
    'from . import',
    'import a.b as',
    'from x import (a',
    'from x import *, a',
    'def f(a, a): pass',
    'def f(a=1, b): pass',
    'def f(*): pass',
    'def f(**k, a): pass',
    'def f(*a, *b): pass',
    'lambda x=1, y: 0',
    'f(a=1, 2)',
    'f(**k, *a)',
    'f(a=1, a=2)',
    'f(1=2)',
    'f(a.b=1)',
    'f(x for x in y, 1)',
    'del f()',
]
for s in sources:
    try:
        compile(s, "<s>", "exec")
        print(repr(s), "OK")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset)
