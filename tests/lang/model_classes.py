# The object model: classes, inheritance, properties, __slots__, metaclasses, heirs of built-in types.
class A:
    x = 1
    def __init__(self, a, b=2):
        self.a = a
        self.b = b
    def m(self): return self.a + self.b
    @property
    def p(self): return self.a * 10
    @p.setter
    def p(self, v): self.a = v
    @classmethod
    def c(cls, *a): return cls.__name__, a
    @staticmethod
    def s(*a): return a
a = A(1)
print(a.m(), a.p, a.c(1), A.c(2), a.s(3), A.s(4), a.x)
a.p = 7
print(a.a, a.__dict__, vars(a))
try: del a.p
except AttributeError as e: print(e)
class B(A):
    def __init__(self, *args):
        super().__init__(*args)
        self.z = 3
    def m(self): return super().m() + 100
b = B(5, 6)
print(b.m(), b.__dict__, B.__mro__, B.__bases__, B.__base__)
print(isinstance(b, A), issubclass(B, A), isinstance(b, (int, A)), isinstance(3, int | str))
print(A.__subclasses__())
for f in [lambda: A(), lambda: A(1,2,3), lambda: A(1, c=3), lambda: a.nope, lambda: A.nope, lambda: setattr(a, 'q', 1), lambda: a.q, lambda: delattr(a,'zz'), lambda: a(), lambda: a+1, lambda: 1+a, lambda: a<a, lambda: len(a), lambda: a[0], lambda: iter(a), lambda: 3 in a, lambda: -a, lambda: abs(a), lambda: hash(a)==hash(a), lambda: a==a, lambda: a!=a, lambda: a==1, lambda: int(a), lambda: float(a), lambda: range(a), lambda: a.__len__]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class V:
    def __init__(self, x): self.x = x
    def __add__(self, o):
        if isinstance(o, V): return V(self.x + o.x)
        if isinstance(o, int): return V(self.x + o)
        return NotImplemented
    def __radd__(self, o): return V(o + self.x)
    def __iadd__(self, o): self.x += 1000; return self
    def __mul__(self, o): return NotImplemented
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f'V({self.x})'
    def __neg__(self): return V(-self.x)
    def __bool__(self): return self.x != 0
    def __len__(self): return 5
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 2
    def __contains__(self, x): return x == 42
    def __call__(self, *a, **k): return a, k
    def __index__(self): return self.x
    def __format__(self, spec): return f'<{spec}>'
    def __hash__(self): return 77
v = V(3)
print(v + V(4), v + 1, 1 + v, -v, v == V(3), v != V(3), v < V(4), v > V(4), bool(V(0)), len(v), list(v), 42 in v, 41 in v, v(1, k=2), [1,2,3,4][v], f'{v:abc}', hash(v), {v: 1}[V(3)])
v += 1
print(v)
for f in [lambda: v * 2, lambda: 2 * v, lambda: v + 'x', lambda: 'x' + v, lambda: [1] + v, lambda: v <= v, lambda: sorted([V(3), V(1), V(2)]), lambda: max([V(3), V(1)]), lambda: sum([V(1), V(2)], V(0)), lambda: ~v, lambda: v[10], lambda: 'a' * v, lambda: hex(v)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class NoHash:
    def __eq__(self, o): return True
try: hash(NoHash())
except TypeError as e: print(e)
print(NoHash.__hash__)
class S:
    __slots__ = ('a', '__b')
    def __init__(self): self.a = 1; self.__b = 2
s = S()
print(s.a, s._S__b)
for f in [lambda: setattr(s, 'c', 1), lambda: s.c, lambda: s.__dict__, lambda: delattr(s, 'a'), lambda: s.a, lambda: delattr(s, 'a')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class S2(S):
    pass
s2 = S2(); s2.new = 5
print(s2.__dict__, s2.a)
class S3(S):
    __slots__ = ('d', '__dict__')
s3 = S3(); s3.d = 1; s3.e = 2; print(s3.__dict__, s3.a, s3.d)
class M(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name, kw)
    def __call__(cls, *a):
        print('call', a)
        return super().__call__(*a)
    def hello(cls): return 'hello ' + cls.__name__
    def __len__(cls): return 9
    def __iter__(cls): return iter([1,2])
    def __getattr__(cls, n): return 'meta ' + n
    def __instancecheck__(cls, i): return i == 5
class K(metaclass=M, foo=1):
    def __init__(self, x): self.x = x
k = K(3)
print(k.x, K.hello(), len(K), list(K), K.something, isinstance(5, K), isinstance(k, K), type(K), type(k))
class G:
    def __getattr__(self, n):
        if n == 'bad': raise AttributeError('custom')
        return n.upper()
    def __setattr__(self, n, v):
        object.__setattr__(self, n, v + 1)
    def __delattr__(self, n):
        print('del', n); object.__delattr__(self, n)
g = G(); g.x = 1
print(g.x, g.y, hasattr(g, 'bad'), getattr(g, 'bad', 'dflt'))
del g.x
print(g.x)
class GA:
    def __getattribute__(self, n):
        if n == 'zip': return 'zap'
        return super().__getattribute__(n)
    def __getattr__(self, n): return 'fallback'
ga = GA(); ga.y = 2
print(ga.zip, ga.y, ga.w)
class D:
    def __get__(self, o, t): return ('get', o is None, t.__name__)
    def __set__(self, o, v): print('set', v)
    def __delete__(self, o): print('delete')
    def __set_name__(self, o, n): print('set_name', o.__name__, n)
class E:
    d = D()
e = E(); print(e.d, E.d); e.d = 1; del e.d
class Sub:
    subs = []
    def __init_subclass__(cls, **kw): Sub.subs.append((cls.__name__, kw))
class Sub1(Sub, x=1): pass
print(Sub.subs)
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int])
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), [x for x in It()], 2 in It(), max(It()), tuple(It()), dict.fromkeys(It()))
class BadIter:
    def __iter__(self): return 5
try: list(BadIter())
except TypeError as e: print(e)
class L(list):
    def __len__(self): return 100
    def extra(self): return self[0]
l = L([1,2]); print(l, len(l), l.extra(), l + [3], type(l + [3]), l == [1,2], isinstance(l, list)); l.attr = 1; print(l.__dict__)
class Dd(dict):
    def __missing__(self, k): return k * 2
d = Dd(a=1); print(d['a'], d['zz'], d); d.q = 3; print(d.q)
class T(tuple): 
    def __new__(cls, *a): return super().__new__(cls, a)
t = T(1,2,3); t.foo = 'x'; print(t, t.foo, t.__dict__, t[1:], len(t), t == (1,2,3), hash(t) == hash((1,2,3)))
class St(str):
    def shout(self): return self.upper() + '!'
s = St('hey'); s.foo = 1; print(s, s.shout(), s.foo, s + 'x', type(s + 'x'), len(s), s == 'hey', {s: 1}['hey'])
class I(int):
    def __add__(self, o): return I(int(self) + o * 100)
i = I(5); i.foo = 'bar'; print(i, i + 2, i * 2, 2 + i, i.foo, type(i + 2), i == 5)
class F(float): pass
f = F(1.5); f.z = 1; print(f, f + 1, f.z, repr(f))
class Ex(Exception):
    def __init__(self, msg, code): super().__init__(msg); self.code = code
try: raise Ex('boo', 7)
except Ex as e: print(e, e.code, e.args, repr(e))
