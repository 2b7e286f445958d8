# Classes, caches and mutation, operators, descriptors, special methods and their messages.
def t(f, *a):
    try: print(repr(f(*a)))
    except Exception as e: print(type(e).__name__, e)
# diamond
class Base:
    def __init__(self): self.log = ['Base']
    def f(self): return ['Base.f']
class L(Base):
    def __init__(self): super().__init__(); self.log.append('L')
    def f(self): return ['L.f'] + super().f()
class R(Base):
    def __init__(self): super().__init__(); self.log.append('R')
    def f(self): return ['R.f'] + super().f()
class D(L, R):
    def __init__(self): super().__init__(); self.log.append('D')
    def f(self): return ['D.f'] + super().f()
d = D(); print(d.log, d.f(), [c.__name__ for c in D.__mro__])
# caches and mutation
class A:
    n = 0
    def f(self): return 'f1'
    def g(self): return self.f()
a = A()
def call(o): return o.f(), o.n, o.g()
for i in range(3): print(call(a))
A.f = lambda self: 'f2'
print(call(a))
a.f = lambda: 'inst'
print(call(a))
del a.f
print(call(a))
A.n = 5; print(call(a)); a.n = 7; print(call(a), A.n); del a.n; print(call(a))
A.n += 1; print(call(a))
class B(A): pass
b = B(); print(call(b)); B.f = lambda self: 'B.f'; print(call(b)); del B.f; print(call(b))
A.n = property(lambda self: 'prop'); print(call(a), call(b))
A.n = 3; print(call(a)); 
class Desc:
    def __get__(self, o, t): return 'desc'
    def __set__(self, o, v): print('set', v)
A.n = Desc(); a.n = 4; print(call(a)); del A.n
t(lambda: a.n)
A.__call__ = lambda self, x: x * 2
print(a(4)); del A.__call__
t(lambda: a(4))
A.__len__ = lambda self: 42
print(len(a), bool(a)); A.__bool__ = lambda self: False; print(bool(a)); del A.__bool__; del A.__len__; print(bool(a)); t(lambda: len(a))
A.__add__ = lambda s, o: ('add', o)
print(a + 1, b + 2); del A.__add__; t(lambda: b + 2)
A.__getattr__ = lambda s, n: 'ga ' + n
print(a.zork, b.zork); del A.__getattr__; t(lambda: a.zork)
A.__setattr__ = lambda s, n, v: print('sa', n, v)
def setter(o): o.q = 1
setter(a); setter(b); del A.__setattr__; setter(a); print(a.q)
# many attributes, deletion order
class M: pass
m = M()
for i in range(300): setattr(m, f'a{i}', i)
print(sum(getattr(m, f'a{i}') for i in range(300)), len(m.__dict__), list(m.__dict__)[:3])
m2 = M()
for i in range(20): setattr(m2, f'a{i}', i)
for i in range(0, 20, 2): delattr(m2, f'a{i}')
m2.a0 = 'new'
print(m2.__dict__); t(lambda: m2.a4)
m3 = M(); m3.x = 1; m3.y = 2; del m3.y; m3.z = 3; print(m3.__dict__, m3.x); del m3.x; print(vars(m3))
m3.__dict__['dyn'] = 5; print(m3.dyn); m3.__dict__.update(p=1, q=2); print(m3.p + m3.q); m3.w = 9; print(m3.__dict__)
m3.__dict__ = {'only': 1}; print(m3.only); t(lambda: m3.w); m3.k = 2; print(m3.__dict__)
# __class__ assignment
class X:
    def who(self): return 'X', self.v
class Y:
    def who(self): return 'Y', self.v
x = X(); x.v = 1; print(x.who()); x.__class__ = Y; print(x.who(), type(x), isinstance(x, Y)); x.u = 3; print(x.__dict__)
for i in range(3):
    z = X(); z.v = i; z.__class__ = Y; print(z.who())
# shapes with different orders
class O: pass
def mk(flag):
    o = O()
    if flag: o.a = 1; o.b = 2
    else: o.b = 2; o.a = 1
    return o
print([ (mk(i % 2).a, mk(i % 2).b, list(mk(i%2).__dict__)) for i in range(4)])
# operators
class P:
    def __init__(s, v): s.v = v
    def __add__(s, o): return f'P.add({s.v})'
    def __radd__(s, o): return f'P.radd({s.v})'
    def __eq__(s, o): return NotImplemented
    def __lt__(s, o): return 'P.lt'
    def __gt__(s, o): return 'P.gt'
    def __pow__(s, o, m=None): return ('pow', o, m)
    def __rpow__(s, o): return ('rpow', o)
    def __divmod__(s, o): return 'divmod'
    def __matmul__(s, o): return 'matmul'
    def __rmatmul__(s, o): return 'rmatmul'
    def __round__(s, n=None): return ('round', n)
    def __trunc__(s): return 7
    def __floor__(s): return 8
    def __complex__(s): return 1j
    def __bytes__(s): return b'bb'
    def __reversed__(s): return 'rev'
    def __length_hint__(s): return 3
    def __dir__(s): return ['z', 'a']
    def __sizeof__(s): return 5
class Q(P):
    def __radd__(s, o): return f'Q.radd({s.v})'
class Q2(P): pass
print(P(1) + P(2), P(1) + Q(2), P(1) + Q2(2), Q(1) + P(2), 5 + P(1), [1] + P(1), 'a' + P(3), (1,) + P(4), 2.5 + P(5))
print(P(1) == P(1), P(1) != P(2), P(1) < 3, 3 < P(1), 3 > P(1), pow(P(1), 2, 3), P(1) ** 2, 2 ** P(1), divmod(P(1), 2), P(1) @ 2, 2 @ P(1), round(P(1)), round(P(1), 2), bytes(P(1)), reversed(P(1)), dir(P(1)))
for f in [lambda: P(1) >= 3, lambda: P(1) - 1, lambda: 1 - P(1), lambda: P(1) % 2, lambda: ~P(1), lambda: divmod(1, P(1)), lambda: P(1) << 2, lambda: 1 @ 2, lambda: [] - [], lambda: {} + {}, lambda: None + 1, lambda: 'a' - 'b', lambda: [1] + (2,), lambda: (1,) + [2], lambda: 'a' * 'b', lambda: [1] * 1.5, lambda: 1.5 * 'a', lambda: None * 2, lambda: -'a', lambda: +[], lambda: ~1.5, lambda: abs('x'), lambda: 1 < 'a', lambda: [] < (), lambda: None >= None, lambda: {} < {}, lambda: 1j < 2j, lambda: len(5), lambda: 5[0], lambda: None['a'], lambda: (1,2)['a'], lambda: [1]['a'], lambda: 'abc'[1.5], lambda: 1 in 5, lambda: 'a' in 5, lambda: 5 in 'abc', lambda: iter(5), lambda: next(5), lambda: next(iter([])), lambda: int([]), lambda: float([]), lambda: hash({}), lambda: {[]: 1}, lambda: {1, []}, lambda: 2 ** 'a', lambda: pow(2, 'a'), lambda: pow(2, 3, 'a'), lambda: divmod(1, 'a'), lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1 << -1, lambda: 0 ** -1, lambda: range(1.5), lambda: [1,2][2**70], lambda: [0] * (2**70), lambda: isinstance(1, 'a'), lambda: issubclass(int, 'a'), lambda: callable(P), lambda: (lambda: 1)(1), lambda: b'a' + 'b', lambda: 'a' + b'b', lambda: {1} + {2}, lambda: {1} | [2], lambda: {1: 2} | [1]]:
    t(f)
def aug(x, op, y):
    ns = {'x': x, 'y': y}
    exec('x ' + op + ' y', ns)
    return ns['x']
for args in [(1, '+=', 'a'), ([1], '+=', 5), ([1], '+=', (2, 3)), ((1,), '+=', (2,)), ('a', '+=', 1), ([1], '*=', 'a'), ([1], '*=', 2), (1, '**=', 'a'), ({1}, '|=', {2}), ({1}, '|=', [2]), ({1: 2}, '|=', {3: 4}), (5, '//=', 'x'), (5, '@=', 1), (None, '-=', 1), (P(1), '+=', 1), (P(1), '-=', 1)]:
    t(aug, *args)
# natives and functions as attributes
class N:
    f = len
    g = staticmethod(len)
    h = str.upper
    k = print
print(N().f([1, 2]), N().g([1]), N.f([1, 2, 3])); t(lambda: N().h())
def deco(f): 
    def inner(*a, **k): return ('inner',) + f(*a, **k)
    inner.__wrapped__ = f; inner.count = 3
    return inner
class W:
    @deco
    def m(self, *a, **k): return a, k
w = W(); print(w.m(1, x=2), w.m.count, W.m.__wrapped__.__name__, w.m == w.m, w.m is w.m, w.m.__self__ is w, w.m.__func__ is W.m)
def ff(a, b=2, *c, d, e=5, **k): "doc"; return a
print(ff.__name__, ff.__doc__, ff.__defaults__, ff.__kwdefaults__, ff.__module__, ff.__qualname__, ff.__dict__, ff.__annotations__)
ff.attr = 1; ff.__doc__ = 'new'; ff.__name__ = 'gg'; ff.__defaults__ = (9,); print(ff.attr, ff.__doc__, ff.__name__, ff(1, d=2), ff.__dict__)
t(lambda: setattr(ff, '__name__', 5)); t(lambda: setattr(ff, '__dict__', 5)); t(lambda: ff.nope); t(lambda: delattr(ff, 'nope'))
# __new__
class Sing:
    inst = None
    def __new__(cls, *a):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
    def __init__(self, v=0): self.v = v
print(Sing(1) is Sing(2), Sing.inst.v)
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())
class BadInit:
    def __init__(self): return 5
t(BadInit)
class NoArgs: pass
t(NoArgs, 1); t(lambda: NoArgs(x=1))
class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)
print(type(OnlyNew(1)).__name__); t(OnlyNew)
# properties
class Pr:
    def __init__(self): self._x = 1
    def getx(self): 'the doc'; return self._x
    def setx(self, v): self._x = v
    def delx(self): del self._x
    x = property(getx, setx, delx)
    y = property(lambda s: 7, doc='ydoc')
    @property
    def z(self): raise AttributeError('inside')
    @property
    def w(self): return self.missing
p = Pr(); p.x = 5; print(p.x, Pr.x.__doc__, Pr.y.__doc__, p.y); del p.x; t(lambda: p.x); t(lambda: p.z); t(lambda: p.w); t(lambda: setattr(p, 'y', 1)); print(hasattr(p, 'z'), getattr(p, 'w', 'dflt'))
class Pr2(Pr):
    @Pr.x.getter
    def x(self): return 'over'
    @property
    def y(self): return super().y + 1
print(Pr2().x, Pr2().y)
# super misc
class SA:
    def __setattr__(self, n, v): super().__setattr__(n, v * 2)
    def __getattribute__(self, n): return super().__getattribute__(n)
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return 'st'
    attr = 'attr'
class SB(SA):
    @classmethod
    def make(cls): return 'B' + super().make()
    @staticmethod
    def st2(): return super(SB, SB).st()
    def g(self):
        def inner(): return super(SB, self).attr
        return inner(), [super(SB, self).attr for _ in range(2)]
sb = SB(); sb.k = 4; print(sb.k, SB.make(), sb.make(), SB.st2(), sb.g()); t(lambda: super(SB, sb).nope); t(lambda: super(SA, sb).k)
t(lambda: super(SB, 5)); t(lambda: super().x)
print(SA.__dict__['make'].__func__.__name__, type(SA.__dict__['st']), SA.st())
# weird classes
t(lambda: type('Z', (), {'__slots__': ['a', 'b'], 'f': lambda s: 1})().f())
C1 = type('C1', (), dict(x=1, f=lambda self: self.x)); print(C1().f(), C1.__name__, C1.__module__, C1.__qualname__, C1)
C1.__name__ = 'Renamed'; C1.__qualname__ = 'Q.R'; print(C1, C1.__name__); C1.__doc__ = 'dd'; print(C1.__doc__)
class Outer:
    class Inner:
        def f(self): pass
print(Outer.Inner, Outer.Inner.f.__qualname__, Outer.Inner().__class__.__qualname__)
for i in range(200):
    class Tmp:
        def __init__(self): self.a = 1; self.b = self
        def f(self): return self.a
    o = Tmp(); assert o.f() == 1
print(len([c for c in object.__subclasses__() if c.__name__ == 'Tmp']) > 0)
print(bool.__bases__, type.__mro__, object.__bases__, type(type), isinstance(type, object), isinstance(object, type), issubclass(bool, int))
print(A.__dict__.keys() >= {'f', 'g'}, type(A.__dict__), 'f' in A.__dict__, A.__dict__.get('zzz', 3), len(A.__dict__) > 3)
t(lambda: A.__dict__.__setitem__('x', 1)); 
def setit(): A.__dict__['x'] = 1
t(setit)
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __ne__(s, o): return 'ne'
print(Cmp(1) == Cmp(1), Cmp(1) != Cmp(1), [Cmp(1)] == [Cmp(1)], Cmp(1) in [Cmp(1)], [Cmp(2)].index(Cmp(2)))
class CI:
    def __contains__(s, x): return 'yes'
class CN:
    __contains__ = None
    __iter__ = None
print(1 in CI()); t(lambda: 1 in CN()); t(lambda: list(CN())); t(lambda: iter(CN()))
class Gi:
    def __getitem__(s, i):
        if isinstance(i, slice): return i
        if i >= 3: raise IndexError
        return i * i
print(list(Gi()), 4 in Gi(), Gi()[1:2], max(Gi()), [*Gi()], dict(enumerate(Gi())))
class Hs:
    def __init__(s, h): s.h = h
    def __hash__(s): return s.h
for h in [5, -1, 2**61 - 1, 2**70, True, 'a', 1.5]: t(lambda: hash(Hs(h)))
class Le:
    def __init__(s, n): s.n = n
    def __len__(s): return s.n
for n in [3, -1, 'a', 2**70, True, 1.5]: t(lambda: len(Le(n))); t(lambda: bool(Le(n)))
class Ix:
    def __init__(s, n): s.n = n
    def __index__(s): return s.n
for n in [3, "a", 2**70]: t(lambda: range(100)[Ix(n)]); t(lambda: hex(Ix(n))); t(lambda: [1] * Ix(n) if n != 2**70 else 0)
class Fl:
    def __init__(s, n): s.n = n
    def __float__(s): return s.n
    def __int__(s): return s.n
for n in [3, 1.5, 'a']: t(lambda: float(Fl(n))); t(lambda: int(Fl(n)))
class Fm:
    def __format__(s, spec): return 5
t(lambda: format(Fm(), 'x')); t(lambda: f'{object():x}'); t(lambda: format([], 'd')); t(lambda: format(5, 5)); t(lambda: '{:d}'.format('a'))
class Ctx:
    def __enter__(s): return 'ctx'
    def __exit__(s, *a): print(a[0]); return True
with Ctx() as c: print(c); raise ValueError
class Half:
    def __enter__(s): pass
def wh():
    with Half(): pass
t(wh)
def wn():
    with 5: pass
t(wn)
