# What exception objects know: arguments, attributes, text, chaining.
import sys
def show(f):
    try: r=f(); print('OK', repr(r))
    except BaseException as e: print(type(e).__name__, '|', str(e), '|', repr(e), '|', e.args)
show(lambda: ValueError(a=1)); show(lambda: BaseException.__new__(ValueError,1,a=2)); show(lambda: OSError(a=1)); show(lambda:StopIteration(1,2).value); show(lambda:StopIteration().value); show(lambda:SystemExit(1,2).code); show(lambda:SystemExit().code)
show(lambda: KeyError(1,2)); show(lambda:str(KeyError('a'))); show(lambda:str(KeyError())); show(lambda:str(KeyError(1,2)))
show(lambda: OSError(2,'x')); show(lambda: OSError(2,'x','f')); show(lambda: OSError(2,'x','f',None,'g')); show(lambda: str(OSError(2,'x','f',None,'g'))); show(lambda: str(OSError(2,'x','f'))); show(lambda: str(OSError(2,'x'))); show(lambda: str(OSError(1,2,3,4,5,6))); show(lambda: OSError(2,'x','f').args); show(lambda: OSError('a').errno); show(lambda: str(OSError(None,None,'f')));show(lambda: str(OSError(2,'m',None)))
show(lambda: OSError(17,'x').__class__); show(lambda: FileNotFoundError(17,'x').__class__); 
show(lambda: ImportError('m',name='n',path='p').__dict__); show(lambda:ImportError('m',foo=1)); show(lambda:ImportError('m',name='n').name); show(lambda:ImportError().msg); show(lambda: ImportError('m','n').msg); show(lambda:str(ImportError('m',name='n')))
show(lambda:NameError('m',name='n').name); show(lambda:NameError('m',foo='n').name); show(lambda:AttributeError('m',name='n',obj=3).obj);show(lambda:AttributeError('m').obj)
show(lambda:SyntaxError('m',('f',1,2,'t')).__dict__); show(lambda:str(SyntaxError('m',('f',1,2,'t')))); show(lambda:SyntaxError('m',('f',1,2,'t')));show(lambda:SyntaxError('m',('f',1,2)));show(lambda:SyntaxError('m',5));show(lambda:SyntaxError('m',('a/b/f',1,2,'t',3,4)).end_lineno);show(lambda:str(SyntaxError('m',('a/b/f',None,2,'t',3,4))));show(lambda:str(SyntaxError('m',(None,5,2,'t',3,4))));show(lambda:str(SyntaxError()));show(lambda:SyntaxError('m',(1,2,3,4,5,6,7)));show(lambda:SyntaxError('m',('f',1,2,'t',5)));
show(lambda:SyntaxError('m',('f',1,2,'t')).print_file_and_line)
show(lambda:str(UnicodeDecodeError('utf8',b'abc\xff',3,4,'bad'))); show(lambda:str(UnicodeDecodeError('utf8',b'abc\xff',1,4,'bad')));show(lambda:str(UnicodeEncodeError('utf8','abc\xff',3,4,'bad')));show(lambda:str(UnicodeEncodeError('utf8','abc\u20ac',3,4,'bad')));show(lambda:str(UnicodeEncodeError('utf8','abc\U00012345',3,4,'bad')));show(lambda:str(UnicodeEncodeError('utf8','abc\U00012345',1,4,'bad')));show(lambda:str(UnicodeTranslateError('abc\U00012345',1,4,'bad')));show(lambda:str(UnicodeTranslateError('abc\U00012345',1,2,'bad')));show(lambda:UnicodeDecodeError('utf8'));show(lambda:UnicodeDecodeError('utf8','abc',3,4,'bad'));show(lambda:UnicodeDecodeError('utf8',b'abc',3,4,'bad'));show(lambda:UnicodeEncodeError('utf8',b'abc',3,4,'bad'))
show(lambda:ValueError('a').with_traceback(5)); show(lambda:ValueError('a').add_note(5)); 
e=ValueError('a'); e.add_note('x'); print(e.__notes__, e.__dict__)
def seta(o,n,v): 
    setattr(o,n,v); return getattr(o,n)
show(lambda:seta(e,'__traceback__',5)); show(lambda:seta(e,'__cause__',5)); show(lambda:seta(e,'__context__',5)); show(lambda:seta(e,'args',5)); show(lambda:seta(e,'args',[1,2])); show(lambda:seta(e,'__suppress_context__',5)); show(lambda:seta(e,'__cause__',None)); show(lambda:e.__suppress_context__); 
show(lambda:delattr(e,'args')); show(lambda:delattr(e,'__traceback__'));show(lambda:delattr(e,'__context__'));show(lambda:delattr(e,'__cause__'));show(lambda:delattr(e,'__suppress_context__'))
class E1(Exception):
    def __init__(self, a, b): self.a=a
show(lambda:E1(1,2)); show(lambda:E1(1,b=2)); show(lambda:E1(1).args)
class E2(Exception): pass
show(lambda:E2(1,a=2)); show(lambda: E2(1))
class E3(Exception):
    def __str__(self): return 'str!'
show(lambda:E3(1))
class O2(OSError):
    def __init__(self, a, b): super().__init__(a,b); 
show(lambda:O2(2,'k').errno)
class O3(OSError): pass
show(lambda:O3(2,'k').errno); show(lambda:O3(2,'k'))
show(lambda:BaseException.__reduce__(e)); show(lambda:e.__setstate__({'q':1}))
try:
    try: 1/0
    except ZeroDivisionError as x:
        raise ValueError('v') from x
except ValueError as y: print(repr(y.__cause__), repr(y.__context__), y.__suppress_context__)
try: raise 5
except TypeError as z: print(z)
try: raise ValueError from 5
except TypeError as z: print(z)
print(repr(ValueError('a',)), repr(ValueError('a',1)), repr(ValueError()), str(ValueError()), str(ValueError(1)), str(ValueError(1,2)))
