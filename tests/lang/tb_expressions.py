# The markers below failing expressions: one chain of exceptions, each with its traceback.
def f(a,b): return a/b
def g(x): return x[0]['k'][1]
class A: pass
def nest(d):
    return f(1, 0) + g([{}])
def h(): (1) + "a"
def deep(n): return deep(n-1) if n else 1/0
def note():
    e=ValueError("multi\nline"); e.add_note("note1\nn2"); e.add_note("z"); raise e
def longl():
    return f(1,
       0)
def ind():
	return  1 / 0   # comment
def uni(): return "é" + 1 if "ü" else 2
def sub(): x = {}; x["é"]["b"] += 1
def whole():
    nosuchname
def ctx():
    try: 1/0
    except ZeroDivisionError as e:
        raise KeyError('k') from e
def ctx2():
    try: 1/0
    except ZeroDivisionError as e:
        raise KeyError('k')
def attr(): "abc".uper()
def attr2(): [].appendd(1)
def namer():
    counter = 1
    countr
def notescls():
    e=ValueError(1); e.__notes__ = 5; raise e
def par(): ((1)) + (None)
def neg(): -"a"
def cmpx(): 1 < "a"
def chain(): a = 1; b = "x"; return a + a * a - b // 2
def power(): return 2 ** -3 ** "a"
def callx(): return f(1, b=0).real + 2
def subs(): a=[1]; return a[1:2][5]
def subcall(): a=[1]; return a[5].foo(3)
def aug(): a="x"; a -= 5
def star(): f(*5)
def lam(): (lambda q: q[3])(5)
def cond(): return (1 if 2 else 3)["a"]
def par2(): a=1; return (a)[3]
def fs(): a=0; return f"{1/a} zz"
def fs2(): a=0; return f"x {a} {1/a:>{a}}"
import sys
class Sx(Exception):
    def __str__(self): raise ValueError
def strf(): raise Sx(1)
class Outer:
    class Inner(Exception): pass
def inner(): raise Outer.Inner("q")
def empt(): raise ValueError
def inv(): raise SyntaxError('m',('f.py',3,4,'   abc def\n',3,6))
def inv2(): raise SyntaxError('m',('f.py',3,4,None))
def inv3(): raise SyntaxError('m',('f.py',3,40,'abc'))
def inv4(): raise SyntaxError('m',('f.py',3,1,'abc def ghi jkl',4,6))
def inv5(): raise SyntaxError('m',('f.py',3,2,'\t abc def ghi jkl',3,60))
def inv6(): raise SyntaxError('m',('f.py',3,0,'abc def ghi jkl',3,0))
def inv7(): raise SyntaxError('m',('f.py',3,3,'abc def ghi jkl',3,2))
def inv8(): raise SyntaxError('m')
def inv9(): raise IndentationError('m', ('f.py',3,None,'abc'))
def inv10(): raise SyntaxError('m', (None,None,None,None))
def inv11(): raise SyntaxError('mésg', ('f.py',3,4,'é é é x',3,5))
def inv12(): raise SyntaxError('', ('f.py',3,4,'é é é x',3,5))

last = None
for text in ['f(1,0)',
             "g([{'k':[]}])", 'nest(1)',
             'h()',
             'deep(10)',
             'note()',
             'longl()',
             'ind()',
             'uni()',
             'sub()',
             'whole()',
             'ctx()',
             'ctx2()',
             'attr()',
             'attr2()',
             'namer()',
             'par()',
             'neg()',
             'cmpx()',
             'chain()',
             'power()',
             'callx()',
             'subs()',
             'subcall()',
             'aug()',
             'lam()',
             'cond()',
             'par2()',
             'fs()',
             'fs2()',
             'strf()',
             'inner()',
             'empt()',
             'inv()',
             'inv2()',
             'inv3()',
             'inv4()',
             'inv5()',
             'inv6()',
             'inv7()',
             'inv9()',
             'inv10()',
             'inv11()',
             'inv12()']:
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
