# try/except/else/finally and what flows through.
def run(f):
    try:
        r = f()
    except ZeroDivisionError as e:
        print("ZDE", e)
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e, repr(e), e.args)
    except Exception as e:
        print("other", type(e).__name__, e)
    else:
        print("else", r)
    finally:
        print("finally")


run(lambda: 1 // 0)
run(lambda: {}["k"])
run(lambda: [][1])
run(lambda: int("x"))
run(lambda: 5)


def ret():
    try:
        return "try"
    finally:
        print("cleanup")


def override():
    try:
        return "try"
    finally:
        return "finally wins"


def swallow():
    try:
        raise ValueError
    finally:
        return "swallowed"


def loop():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            print("body", i)
        finally:
            print("fin", i)
    return i


def nested():
    try:
        try:
            raise KeyError("inner")
        except ValueError:
            print("wrong")
        finally:
            print("inner finally")
    except KeyError as e:
        print("outer", e)
        try:
            raise
        except KeyError as e2:
            print("reraised", e2 is e)
    else:
        print("no")


print(ret(), override(), swallow(), loop())
nested()
e = "outer e"
try:
    raise TypeError("x")
except TypeError as e:
    pass
try:
    print(e)
except NameError as ex:
    print(ex)


def bare():
    try:
        raise SystemExit(3)
    except:
        print("bare caught")
    try:
        raise KeyboardInterrupt
    except BaseException as e:
        print(repr(e))


bare()
try:
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")
except TypeError as e:
    print(e, repr(e.__context__))


def gen_ret(n):
    try:
        if n == 0:
            return "zero"
        elif n == 1:
            raise ValueError(n)
        x = 10 // (n - 2)
    except ZeroDivisionError:
        return "zde"
    except ValueError as e:
        return "ve %s" % e
    else:
        return "else %d" % x
    finally:
        print("f%d" % n, end=" ")


print([gen_ret(i) for i in range(4)])
try:
    pass
except undefined_never_evaluated:
    pass
try:
    try:
        1 / 0
    except undefined_name_here:
        pass
except NameError as e:
    print(e, type(e.__context__).__name__)
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)
try:
    raise ValueError from 5
except TypeError as e:
    print(e)
