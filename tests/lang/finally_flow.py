# finally with return, break, continue, nested, in loops and generators.
def a():
    for i in range(3):
        try:
            if i == 1:
                return i
        finally:
            print("a", i)


def b():
    while True:
        try:
            return "try"
        finally:
            break
    return "after loop"


def c():
    for i in range(2):
        try:
            raise ValueError(i)
        except ValueError:
            continue
        finally:
            print("c", i)
    return "c done"


def d():
    try:
        try:
            return 1
        finally:
            print("inner")
    finally:
        print("outer")


def e():
    x = 1
    try:
        return x
    finally:
        x = 2


def f():
    r = []
    try:
        r.append(1)
        return r
    finally:
        r.append(2)


def g():
    try:
        raise KeyError("first")
    except KeyError:
        try:
            raise ValueError("second")
        except ValueError as v:
            return repr(v.__context__)
        finally:
            print("g inner")
    finally:
        print("g outer")


def h():
    for i in range(5):
        try:
            try:
                if i % 2:
                    continue
                if i == 4:
                    break
            finally:
                print("h1", i)
        finally:
            print("h2", i)
    else:
        print("no else")
    return i


def i():
    try:
        1 / 0
    except ZeroDivisionError as e:
        return "handled"
    else:
        return "else"
    finally:
        print("i")


def j():
    try:
        return k()
    except ValueError as e:
        return "caught " + str(e)


def k():
    try:
        return 1
    finally:
        raise ValueError("from finally")


def l():
    while True:
        try:
            raise ValueError
        except ValueError:
            break
        finally:
            print("l")
    return "l"


def m():
    try:
        yield 1
        yield 2
    finally:
        print("m cleanup")


print(a(), b(), c(), d(), e(), f(), g(), h(), i(), j(), l())
for x in m():
    print(x)
gen = m()
next(gen)
gen.close()
try:
    try:
        raise ValueError("lost?")
    finally:
        print("module finally")
except ValueError as e:
    print(e)


def n(depth):
    try:
        if depth:
            return n(depth - 1)
        raise RuntimeError("deep")
    finally:
        print("n", depth, end=" ")


try:
    n(3)
except RuntimeError as e:
    print(e)
