# complex: operators on borders and on random numbers, text, constructor, subclasses.
import random
R = random.Random(3)
def t(n, f, *a):
    try: r = repr(f(*a))
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    print(n, a if 0 else '', r)
vals = [0j, 1j, -1j, 1+2j, -1.5-2.25j, 3.0, 2, -8, 0.5, 0, True, complex(float('inf'), 1), complex(float('nan'), float('nan')), complex(-0.0, -0.0), complex(0.0, -0.0), 1e300+1e300j, 1e-320j, complex(1, float('-inf')), 10**400, 'x', -0.0, 10**20+0j, 1e16j, complex(1.5, 3)]
ops = [('+', lambda a, b: a + b), ('-', lambda a, b: a - b), ('*', lambda a, b: a * b), ('/', lambda a, b: a / b), ('**', lambda a, b: a ** b), ('==', lambda a, b: a == b), ('!=', lambda a, b: a != b), ('<', lambda a, b: a < b), ('//', lambda a, b: a // b), ('%', lambda a, b: a % b), ('&', lambda a, b: a & b), ('divmod', divmod), ('complex', complex)]
for a in vals:
    for n, f in [('abs', abs), ('neg', lambda a: -a), ('pos', lambda a: +a), ('inv', lambda a: ~a), ('hash', lambda a: hash(a) if a == a and a != 'x' else 0), ('bool', bool), ('str', str), ('c', complex), ('int', lambda a: int(a) if isinstance(a, complex) else 0), ('float', lambda a: float(a) if isinstance(a, complex) else 0), ('conj', lambda a: a.conjugate()), ('ri', lambda a: (a.real, a.imag)), ('fmt', lambda a: f'{a}'), ('round', lambda a: round(a) if isinstance(a, complex) else 0), ('rt', lambda a: complex(repr(a)))]: t(n + ' ' + repr(a)[:30], f, a)
    for b in vals[::3]:
        for n, f in ops:
            if n in ('**', '//', '%', 'divmod') and not (isinstance(a, complex) or isinstance(b, complex)): continue
            t(repr(a)[:30] + n + repr(b)[:30], f, a, b)
for i in range(60):
    a = complex(R.uniform(-5, 5), R.uniform(-5, 5)); b = complex(R.uniform(-5, 5), R.uniform(-5, 5))
    for n, f in ops[:6]: t(n, f, a, b)
    t('p', lambda: a ** R.randrange(-20, 150)); t('r', repr, a); t('fp', lambda: (-R.random() * 9) ** R.random())
for s in ['1+2j', ' (1-2j) ', '( 1+2j )', 'j', '-j', '+j', '1j', '1', '1e5+1e-5j', 'inf+nanj', '-inf-infj', '1+', '1+2', '1 + 2j', '', '()', 'jj', '1j1', '1_0+2_0j', '1+-2j', '1e5j', '1e+5j', '(1', '١+٢j', 'infinityj', '+1+j', '1J', 'nan']: t(s, complex, s)
class A:
    def __complex__(self): return 1+2j
class B:
    def __float__(self): return 1.5
class C:
    def __index__(self): return 7
class D:
    def __complex__(self): return 5
class E(complex):
    def m(self): return self.real
for k in (A, B, C, D): t(k.__name__, lambda: complex(k())); t(k.__name__, lambda: complex(k(), k())); t(k.__name__, lambda: 1j + k())
e = E(1, 2); e.x = 5; t('E', lambda: (e, e + 1, e.m(), e.x, type(e + 1), e == 1+2j, hash(e) == hash(1+2j)))
for f in [lambda: complex('1', 2), lambda: complex(1, '2'), lambda: complex([]), lambda: complex(1, []), lambda: complex(1, 2, 3), lambda: complex(real=1, imag=2), lambda: complex(imag=3), lambda: complex(), lambda: (1j).foo, lambda: {1j: 2}[1j], lambda: 1j in [1j], lambda: sum([1j, 2, 3.5]), lambda: 1j < 2, lambda: sorted([1j, 2]), lambda: isinstance(1j, complex), lambda: complex(1+2j, 3+4j), lambda: 3+4j-5, lambda: -1j, lambda: 2-0j, lambda: {1: 'a', 1+0j: 'b'}]: t('x', f)
