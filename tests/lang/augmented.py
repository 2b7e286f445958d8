# Augmented assignment to names, attributes, items, slices.
x = 10
x += 5; x -= 3; x *= 4; x //= 5; x %= 7; x **= 3; x <<= 2; x >>= 1; x |= 8; x &= 0xFE; x ^= 3
print(x)
y = 7.5
y /= 2
y //= 1
y **= 2
print(y)
s = "a"
s += "b"
s *= 3
print(s)
lst = [1]
alias = lst
lst += (2, 3)
lst *= 2
print(lst, alias is lst)
lst[0] += 10
lst[-1] -= 1
lst[1:3] += ["x"]
print(lst)
t = (1,)
u = t
t += (2,)
print(t, u)
d = {"n": 1, "l": []}
d["n"] += 1
d["l"] += [1]
d["l"] *= 2
print(d)


class C:
    v = 1


c = C()
c.v += 1
print(c.v, C.v, c.__dict__)
C.v *= 5
print(C.v, c.v)
st = {1, 2}
alias = st
st |= {3}
st -= {1}
print(st == {2, 3}, alias is st)
n = [[0] * 2 for _ in range(2)]
n[0][1] += 5
n[1] += [7]
print(n)


def counter(i=[0]):
    i[0] += 1
    return i[0]


arr = [0, 0, 0]
arr[counter()] += 1
print(arr)


def f():
    z += 1


try:
    f()
except UnboundLocalError as e:
    print(e)
try:
    q += 1
except NameError as e:
    print(e)


def err(g):
    try:
        g()
    except Exception as e:
        print(type(e).__name__ + ":", e)


def e1():
    a = 1
    a += "x"


def e2():
    a = [1]
    a += 5


def e3():
    a = "s"
    a -= "t"


def e4():
    a = None
    a **= 2


def e5():
    a = {}
    a["k"] += 1


def e6():
    a = (1, 2)
    a[0] += 1


def e7():
    a = []
    a @= 1


def e8():
    a = {1}
    a |= [1]


for g in (e1, e2, e3, e4, e5, e6, e7, e8):
    err(g)
m = 5
m += m * m
print(m)
m = m + 1 if m > 3 else 0
m += 1 if m else 2
print(m)
