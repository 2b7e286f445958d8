# Deeply mixed control flow: loops, try, with, functions, returns.
class Ctx:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        print("<%s" % self.n, end=" ")
        return self.n

    def __exit__(self, t, v, tb):
        print("%s%s>" % (self.n, "!" if t else ""), end=" ")
        return t is ValueError


def f(kind):
    for i in range(4):
        with Ctx(i) as n:
            try:
                if kind == "break" and i == 2:
                    break
                if kind == "continue" and i % 2:
                    continue
                if kind == "return" and i == 1:
                    return "returned"
                if kind == "value" and i == 1:
                    raise ValueError
                if kind == "key" and i == 1:
                    raise KeyError(i)
                print("body%d" % n, end=" ")
            except KeyError as e:
                print("caught", e, end=" ")
                if i:
                    return "after key"
            else:
                print("else", end=" ")
            finally:
                print("fin", end=" ")
        print("after", end=" ")
    else:
        return "loop else"
    return "end"


for kind in ("plain", "break", "continue", "return", "value", "key"):
    print(kind, end=": ")
    print(f(kind))


def g(n):
    out = []
    while n:
        n -= 1
        if n == 7:
            continue
        elif n == 2:
            break
        elif n % 2:
            for k in range(n):
                if k == 3:
                    break
                if k == 1:
                    continue
                out.append((n, k))
            else:
                out.append("full")
        else:
            if n > 4:
                out.append(n)
            else:
                pass
    else:
        out.append("never broke")
    return out


print(g(10), g(2), g(1), g(0))


def h(x):
    if x < 0:
        return "neg"
    elif x == 0:
        r = "zero"
    elif x < 10 and x % 2:
        r = "odd"
    elif x in (2, 4) or x == 6:
        r = "even"
    else:
        r = None
    return r or "big"


print([h(x) for x in (-1, 0, 3, 4, 6, 8, 50)])


def nested(n):
    def inner(k):
        if k > 2:
            return [k]
        for j in range(3):
            if j == k:
                return inner(k + 1) + [j]
        return []
    try:
        return inner(n)
    finally:
        n = None


print(nested(0), nested(2), nested(5))
i = 0
while True:
    i += 1
    try:
        if i < 3:
            continue
        if i == 5:
            break
        1 / (i - 4)
    except ZeroDivisionError:
        print("zde at", i)
        continue
    finally:
        print("f%d" % i, end=" ")
    print("tail", i)
print(i)
