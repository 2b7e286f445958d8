# The markers below failing statements: one chain of exceptions, each with its traceback.
import sys
class A:
    def __init__(self): self.value = 1; self.other_name = 2
    def method(self): return self.valu
    @property
    def prop(self): return self.othername
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError('exit')
def gen():
    yield 1
    raise ValueError("gen")
def g1(): list(gen())
def g2():
    for x in gen(): pass
def g3(): sum(x / 0 for x in [1])
def g4(): [x / 0 for x in [1]]
def g5(): {k: v / 0 for k, v in {1: 2}.items()}
def w1():
    with A(): raise ValueError("in")
def p1(): A().prop
def m1(): A().method()
def mutual_a(n): return mutual_b(n - 1) if n else 1 / 0
def mutual_b(n):
    return mutual_a(n - 1) if n else 1 / 0
def mut(): mutual_a(7)
def rec(n): return rec(n + 1) + 1
def r1(): rec(0)
def fin():
    try: 1 / 0
    finally: [][1]
def nested3():
    try:
        try:
            try: 1/0
            except ZeroDivisionError: raise ValueError(1)
        except ValueError as e: raise KeyError(2) from e
    except KeyError: raise TypeError(3)
def supp():
    try: 1/0
    except ZeroDivisionError: raise ValueError(1) from None
def same():
    try: 1/0
    except ZeroDivisionError as e: raise e
def bare():
    try: 1/0
    except ZeroDivisionError: raise
def srt(): sorted([3, 2, 1], key=lambda v: v / 0)
def cb(): list(map(lambda v: v.foo, [1]))
def imp(): import nonexistent_mod
def imp2(): from sys import nonexistent_name
def imp3(): from math import sqrtt
def unb():
    print(loc)
    loc = 1
def glob(): print(sy.path)
def bltn(): prnt(1)
def tern(): return (1 if True else 2) + "a" if 1 else 2
def multi():
    x = [1,
         2,
         3][5]
def multi2():
    return (1 +
            "a" +
            2)
def call_multi():
    f(
        1,
        2,
    )
def f(a): pass
def kw(): f(b=1)
def asrt(): assert 1 == 2, "message here"
def asrt2(): assert (1,
     )== 2
def dele():
    d = {}
    del d["k"]
def setit():
    t = (1, 2)
    t[0] = 5
def attrset(): (5).foo = 3
def unpack(): a, b = 1, 2, 3
def unpack2(): a, b = 5
def strf(): "%d" % "x"
def fmt(): "{} {}".format(1)
def mod(): 5 % 0
def ind(): [1, 2, 3][10]
def dd(): {}["a" + "b"]
def ch(): 1 < 2 < "a"
def wal(): (y := 5) / 0
def lst(): [1, 2, *5]
def dct(): {**5}
def cl():
    class X:
        a = 1 / 0
def deco():
    @f
    @(lambda q: q.zzz)
    def inner(): pass
def dflt():
    def inner(a=1 / 0): pass
def note():
    e = ValueError("x"); e.add_note("n1"); raise e from KeyError("c")
def sysex(): sys.exit("bye")
def sysex2(): sys.exit(3)
def nonstr(): raise ValueError({"a": 1}, [2])
def cyc():
    a = ValueError(1); b = ValueError(2); a.__cause__ = b; b.__cause__ = a; raise a
def cyc2():
    a = ValueError(1); b = ValueError(2); a.__context__ = b; b.__context__ = a; raise a
def bad(): raise 5
def bad2(): raise ValueError from 5
def exccls():
    try: 1/0
    except 5: pass
def reprec():
    l = []
    l.append(l); repr(l); raise ValueError(l)
def tb():
    try: 1/0
    except Exception as e: t = e.__traceback__
    raise ValueError("w").with_traceback(t)
def long_expr(): return 1 + 2 * 3 - (4 / 5) // (6 % 0) ** 7
def neg2(): return -("a" * 2)
def notin(): return 5 in 6
def attr_of_mod(): sys.pth
def attr_of_type(): A.methd
def attr_of_none(): None.foo
def attr_of_func(): f.foo
def many(): return [i for i in range(3) if i / (i - 1)]
def tabs():
	x = {	"a": 1 }["b"]
	return x
def semi(): x = 1; y = x / 0; return y
def awaitx(): return (lambda: 1 / 0)()
def st(): raise StopIteration(5)
def st2():
    def g(): raise StopIteration(1); yield
    next(g())
def ni(): raise NotImplementedError
def keyerr(): raise KeyError("multi\nline")
def oserr(): open("/nonexistent/file")
def uni(): "abc\udc80".encode()
def uni2(): b"\xff".decode()
def uni3(): raise ValueError("x")

last = None
for text in ['g1()',
             'g3()',
             'g4()',
             'g5()',
             'p1()',
             'm1()',
             'mut()',
             'fin()',
             'nested3()',

             'same()',
             'bare()',
             'srt()',
             'cb()',
             'imp()',
             'imp3()',
             'unb()',
             'glob()',
             'bltn()',
             'tern()',
             'multi()',
             'multi2()',
             'call_multi()',
             'kw()',
             'asrt()',
             'asrt2()',
             'dele()',
             'setit()',
             'attrset()',
             'unpack()',
             'unpack2()',
             'strf()',
             'fmt()',
             'mod()',
             'ind()',
             'dd()',
             'ch()',
             'wal()',
             'dct()',
             'cl()',
             'deco()',
             'dflt()',

             'nonstr()',
             'bad2()',
             'reprec()',
             'tb()',
             'long_expr()',
             'neg2()',
             'notin()',
             'attr_of_mod()',
             'attr_of_type()',
             'attr_of_none()',
             'attr_of_func()',
             'many()',
             'tabs()',
             'semi()',
             'awaitx()',
             'st()',
             'ni()',
             'keyerr()',
             'uni()',
             'uni2()']:
    try:
        eval(text)
    except Exception as e:
        first = e
        seen = set()
        while first.__context__ is not None and id(first) not in seen:
            seen.add(id(first))
            first = first.__context__
        if first.__context__ is None and first is not last:
            first.__context__ = last
        last = e
raise last
