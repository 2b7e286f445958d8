# Every operator of int on numbers of 1 to 5000 bits, the borders of the representations among them.
import random
R = random.Random(11)
def rnd():
    k = R.random()
    bits = R.choice([1,4,8,16,31,32,46,47,48,49,62,63,64,65,95,96,127,128,129,191,192,200,300,1000,5000])
    v = R.getrandbits(bits)
    if k < .1: v = 1 << bits
    elif k < .2: v = (1 << bits) - 1
    elif k < .25: v = (1<<bits)+1
    return -v if R.random() < .5 else v
def t(name, f, *a):
    try:
        r = f(*a)
        if isinstance(r, int) and not isinstance(r, bool): r = hex(r) if r.bit_length() > 14000 else r
        r = repr(r)
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    if len(r) > 300: r = r[:100] + '#%d#' % len(r) + r[-100:]
    print(name, r)
bins = [('+', lambda a,b: a+b), ('-', lambda a,b: a-b), ('*', lambda a,b: a*b), ('//', lambda a,b: a//b), ('%', lambda a,b: a%b),
  ('/', lambda a,b: a/b), ('&', lambda a,b: a&b), ('|', lambda a,b: a|b), ('^', lambda a,b: a^b), ('divmod', divmod),
  ('<', lambda a,b: a<b), ('<=', lambda a,b: a<=b), ('==', lambda a,b: a==b), ('!=', lambda a,b: a!=b), ('>', lambda a,b: a>b), ('>=', lambda a,b: a>=b)]
uns = [('neg', lambda a: -a), ('pos', lambda a: +a), ('inv', lambda a: ~a), ('abs', abs), ('hash', hash), ('bl', lambda a: a.bit_length()), ('bc', lambda a: a.bit_count()),
  ('float', float), ('str', str), ('hex', hex), ('oct', oct), ('bin', bin), ('bool', bool), ('rt', lambda a: int(str(a)) == a), ('rt16', lambda a: int(hex(a), 16) == a), ('rt36', lambda a: int(hex(a), 0) == a),
  ('ratio', lambda a: a.as_integer_ratio()), ('fmt', lambda a: format(a, ',d') + format(a, '_x') + '%d' % a + f'{a:>30}')]
for i in range(30):
    a, b = rnd(), rnd()
    for n, f in bins: t(n, f, a, b)
    for n, f in uns: t(n, f, a)
    s = R.randrange(0, 300)
    t('<<', lambda: a << s); t('>>', lambda: a >> s)
    t('round', round, a, -R.randrange(0, 60))
    e = R.randrange(0, 12)
    t('**', lambda: a ** e); t('**-', lambda: a ** -e)
    t('pow3', pow, a, abs(b) if abs(b) < 1 << 200 else 77, R.choice([rnd(), rnd() % 1000 + 1, 2**61-1, 10**9+7]))
    t('inv3', pow, a, -R.randrange(1, 5), rnd())
    n = R.randrange(0, 40); bo = R.choice(['little', 'big']); sg = R.random() < .5
    def tb():
        x = a.to_bytes(n, bo, signed=sg); return x, int.from_bytes(x, bo, signed=sg) == a
    t('tb', tb)
    x = R.choice([float(a) if abs(a) < 1 << 1000 else 1.5, R.random() * 2.0 ** R.randrange(0, 70), -R.random() * 1e300, float('inf'), 0.0])
    for n, f in bins: t('f' + n, f, a, x); t('g' + n, f, x, a) if n not in '&|^' else None
    t('fi', int, x if x != float('inf') else 1.0)
    t('frt', lambda: float(int(x)) == float(int(x)))
