# Every method of random under many seeds: the numbers, and the errors.
import random, math
def t(name, f, *a, **k):
    try: r = repr(f(*a, **k))
    except Exception as e: r = type(e).__name__ + ': ' + str(e)
    if len(r) > 500: r = r[:200] + '#%d#' % len(r) + r[-200:]
    print(name, r)
for seed in [0, 1, -5, 2**70, 'abc', b'xyz', 1.5, 'é漢', '', b'', True, 10**400, -1.0, float('inf'), 0.0]:
    random.seed(seed); print('seed', repr(seed)[:40])
    t('r', lambda: [random.random() for _ in range(5)])
    t('gb', lambda: [random.getrandbits(k) for k in [0, 1, 5, 31, 32, 33, 47, 48, 63, 64, 65, 100, 1000]])
    t('ri', lambda: [random.randint(a, b) for a, b in [(0, 0), (1, 6), (-10, 10), (0, 2**40), (0, 2**64), (-10**30, 10**30), (5, 2**32), (0,2**32-1), (0, 2**63)]])
    t('rr', lambda: [random.randrange(*a) for a in [(5,), (1, 10), (0, 100, 7), (10, 0, -3), (10**20,), (0, 10**20, 3)]])
    t('ch', lambda: [random.choice(s) for s in ['abc', [1, 2, 3], (4, 5), range(10**10), 'é漢']])
    t('sh', lambda: (lambda l: (random.shuffle(l), l))(list(range(40))))
    for k in (0, 1, 3, 5, 6, 10, 21, 22): t('sa', random.sample, range(100), k); t('sa', random.sample, list('abcdefghijklmnopqrstuvwxyz'), min(k, 26)); t('sa2', random.sample, range(10**9), k)
    t('sac', random.sample, ['a', 'b', 'c'], 5, counts=[3, 4, 5]); t('sac', lambda: random.sample('ab', counts=[10, 20], k=20))
    t('cs', random.choices, [1, 2, 3], k=10); t('cs', random.choices, 'abc', [1, 2, 3], k=10); t('cs', random.choices, 'abc', [.1, .2, .7], k=10); t('cs', random.choices, 'abc', cum_weights=[1, 3, 10], k=10); t('cs', random.choices, range(5), weights=[1, 0, 0, 2.5, 1])
    t('u', random.uniform, 1, 2); t('u', random.uniform, -1.5, 10**20); t('u', random.uniform, 5, 5)
    t('tri', random.triangular); t('tri', random.triangular, 1, 5); t('tri', random.triangular, 1, 5, 2); t('tri', random.triangular, 3, 3, 3); t('tri', lambda: random.triangular(mode=.2))
    t('nv', lambda: [random.normalvariate(0, 1) for _ in range(6)]); t('nv', random.normalvariate); t('nv', random.normalvariate, 5, 2.5)
    t('g', lambda: [random.gauss(0, 1) for _ in range(7)]); t('g', random.gauss); t('g', random.gauss, 10, 3)
    t('ln', random.lognormvariate, 0, 1); t('ex', random.expovariate, 1.5); t('ex', random.expovariate, -2)
    t('vm', lambda: [random.vonmisesvariate(m, k) for m, k in [(0, 0), (1, 4), (3, .5), (0, 1e-7), (2, 100.)]])
    t('ga', lambda: [random.gammavariate(a, b) for a, b in [(1, 1), (2, 3), (.5, 1), (.1, 2), (50, .1), (1.0, 2)]])
    t('be', lambda: [random.betavariate(a, b) for a, b in [(1, 1), (2, 3), (.5, 1), (.1, 2), (50, .1)]])
    t('pa', random.paretovariate, 3); t('we', random.weibullvariate, 1, 1.5); t('we', random.weibullvariate, 2, 1)
    t('rb', random.randbytes, 0); t('rb', random.randbytes, 1); t('rb', random.randbytes, 17)
    st = random.getstate(); t('st', lambda: (st[0], len(st[1]), st[1][:3], st[1][-1], st[2])); a = [random.random() for _ in range(1000)]; random.setstate(st); t('eq', lambda: a == [random.random() for _ in range(1000)])
random.seed('abc', 1); t('v1', random.random); random.seed(b'abc', version=1); t('v1', random.random); random.seed('', 1); t('v1', random.random)
random.seed(a=5); t('x', random.random)
for f in [lambda: random.seed([]), lambda: random.seed((1,)), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 10, 0), lambda: random.randrange(10, 1, 2), lambda: random.randrange(1.5), lambda: random.randrange('a'), lambda: random.randrange(None), lambda: random.randrange(5, None, 2), lambda: random.randint(5, 1), lambda: random.randint(1.5, 3), lambda: random.randint('a', 3), lambda: random.choice([]), lambda: random.choice(5), lambda: random.choice({1, 2}), lambda: random.choice({}), lambda: random.choice(''), lambda: random.shuffle((1, 2)), lambda: random.shuffle('ab'), lambda: random.shuffle(5), lambda: random.sample({1, 2}, 1), lambda: random.sample([1], 2), lambda: random.sample([1], -1), lambda: random.sample(5, 1), lambda: random.sample([1], 1, counts=[1, 2]), lambda: random.sample([1], 1, counts=[0]), lambda: random.sample([1], 1, counts=[1.5]), lambda: random.choices([], k=1), lambda: random.choices([1], [0], k=1), lambda: random.choices([1], [1, 2]), lambda: random.choices([1, 2], 5), lambda: random.choices([1], [1], cum_weights=[1]), lambda: random.choices([1], k='a'), lambda: random.choices([1], [float('inf')]), lambda: random.choices(5), lambda: random.getrandbits(-1), lambda: random.getrandbits(2.5), lambda: random.getrandbits(), lambda: random.random(1), lambda: random.expovariate(0), lambda: random.gammavariate(0, 1), lambda: random.gammavariate(1, -1), lambda: random.betavariate(0, 1), lambda: random.paretovariate(0), lambda: random.weibullvariate(1, 0), lambda: random.lognormvariate(1e4, 0), lambda: random.setstate((3, [], None)), lambda: random.setstate((3, (1,), None)), lambda: random.randbytes(-1), lambda: random.uniform('a', 1), lambda: random.choices([1], [1], k=-1)]: t('e', f)
r = random.Random(5); t('R', lambda: (r.random(), r.randint(1, 10), r.gauss(0, 1), r.choice('abc')))
r2 = random.Random('s'); t('R', r2.random); r.x = 5; t('R', lambda: r.x)
class M(random.Random):
    def random(self): return 0.25
m = M(3); t('M', lambda: (m.random(), m.randint(1, 100), m.choice(range(50)), m.uniform(0, 8), m.sample(range(10), 3) if 0 else 0))
class G(random.Random):
    def getrandbits(self, k): return (1 << k) - 1 >> 1
g = G(3); t('G', lambda: (g.randint(1, 100), g.choice(range(50)), g.uniform(0, 8)))
class S(random.Random):
    def seed(self, a=None, version=2): print('seed', a); super().seed(7)
s = S(3); t('S', s.random)
