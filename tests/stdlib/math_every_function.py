# Every function of math: usual arguments, the borders, and wrong ones.
import math, random
R = random.Random(12)
def t(name, f, *a):
    try: r = repr(f(*a))
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    if len(r) > 300: r = r[:100] + '#%d#' % len(r) + r[-100:]
    print(name, a if len(repr(a)) < 200 else '', r)
one = 'acos acosh asin asinh atan atanh cbrt ceil cos cosh degrees erf erfc exp exp2 expm1 fabs factorial floor frexp gamma isfinite isinf isnan isqrt lgamma log log10 log1p log2 modf radians sin sinh sqrt tan tanh trunc ulp'.split()
two = 'atan2 comb copysign fmod gcd isclose lcm ldexp log nextafter perm pow remainder hypot'.split()
special = [0.0, -0.0, 1.0, -1.0, 0.5, float('inf'), -float('inf'), float('nan'), 1e308, -1e308, 5e-324, 2**0.5, 170.5, 171.7, 200.5, -200.5, -170.5, 3, 0, -1, 10**400, -10**400, 2**1024, 'x', None, [1], True, 10**20, 1e-21, 710.0, -745.2, 2.5, -2.5, 23.0, 24.0, -3.0]
def val():
    k = R.random()
    if k < .3: return R.choice(special)
    if k < .5: return R.uniform(-10, 10)
    if k < .6: return R.uniform(-200, 200)
    if k < .7: return R.randrange(-50, 200)
    if k < .75: return R.getrandbits(R.randrange(1, 300))
    return R.uniform(-1, 1) * 10.0 ** R.randrange(-300, 300)
for i in range(20):
    for n in one:
        a = val()
        if n in ('factorial',) and isinstance(a, (int)) and abs(a) > 3000: a = 50
        t(n, getattr(math, n), a)
    for n in two:
        a, b = val(), val()
        if n in ('comb', 'perm'):
            if isinstance(b, int): b %= 1000
            if n == 'perm' and isinstance(a, int) and b is None: a %= 1000
            if n == 'comb' and isinstance(a, int) and isinstance(b, int) and a - b > 0: pass
        t(n, getattr(math, n), a, b)
    v = [R.uniform(-1, 1) * 10.0 ** R.randrange(-20, 20) for _ in range(R.randrange(0, 30))]
    t('fsum', math.fsum, v); t('hypot', lambda: math.hypot(*v)); t('prod', math.prod, v)
    w = [R.choice(special[:20]) for _ in range(3)]
    t('fsum', math.fsum, w); t('hypot', lambda: math.hypot(*w)); t('prod', math.prod, w)
    w2 = [R.uniform(-1, 1) for _ in range(len(v))]
    t('dist', math.dist, v, w2); t('dist', math.dist, (1,2), (1,))
    ii = [R.randrange(-1000, 1000) for _ in range(R.randrange(0, 6))]
    t('gcd', lambda: math.gcd(*ii)); t('lcm', lambda: math.lcm(*ii)); t('prod', math.prod, ii); t('prod', lambda: math.prod(ii, start=2.0))
    x = R.uniform(-180, 180); t('gamma', math.gamma, x); t('lgamma', math.lgamma, x); t('gamma', math.gamma, x / 20); t('lgamma', math.lgamma, x / 20); 
    p, q = R.uniform(-1e3, 1e3), R.uniform(-1e3, 1e3)
    t('hypot', math.hypot, p, q); t('hypot', math.hypot, p * 1e300, q * 1e300); t('hypot', math.hypot, p * 1e-310, q * 1e-310); t('hypot3', math.hypot, p, q, x)
    t('isc', lambda: math.isclose(p, p + q * 1e-10, rel_tol=1e-9, abs_tol=q))
for f in [lambda: math.sqrt(), lambda: math.sqrt(1, 2), lambda: math.sqrt('x'), lambda: math.log(), lambda: math.log(1, 2, 3), lambda: math.log(8, 2), lambda: math.log(8, 1), lambda: math.log(0), lambda: math.pow(1), lambda: math.isclose(1), lambda: math.isclose(1, 2, 3), lambda: math.factorial(2.5), lambda: math.factorial(-1), lambda: math.factorial(10**30), lambda: math.comb(-1, 2), lambda: math.comb(5, -2), lambda: math.comb(10**30, 10**25), lambda: math.comb(2.5, 1), lambda: math.gcd(2.5), lambda: math.ldexp(1, 2.5), lambda: math.ldexp(1.5, 10**30), lambda: math.ldexp(1.5, -10**30), lambda: math.fsum([1e308, 1e308]), lambda: math.fsum([float('inf'), -float('inf')]), lambda: math.fsum(['a']), lambda: math.fsum(5), lambda: math.prod(['a', 2]), lambda: math.prod([2, 'a']), lambda: math.dist(1, 2), lambda: math.hypot('a'), lambda: math.trunc('a'), lambda: math.floor('a'), lambda: math.ceil(None), lambda: math.isqrt(2.5), lambda: math.isqrt(-1), lambda: (math.pi, math.e, math.tau, math.inf, math.nan), lambda: math.perm(5), lambda: math.perm(5, None), lambda: math.sqrt(x=1), lambda: math.prod([1], 2), lambda: math.nextafter(1, 2, steps=3)]: t('x', f)
class F:
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __trunc__(self): return 'tr'
    def __float__(self): return 2.25
    def __index__(self): return 9
for n in one: t(n, lambda: getattr(math, n)(F()))
print(sorted(x for x in dir(math) if x[0] != '_'))
