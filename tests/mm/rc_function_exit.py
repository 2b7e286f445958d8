# managers: refcount
# Locals die when the frame ends: return, exception, loops, closures.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end="; ")


def early(flag):
    x = D("x")
    if flag:
        return "early"
    y = D("y")
    return "late"


print(early(True))
print(early(False))


def raising():
    z = D("z")
    raise ValueError("boom")


try:
    raising()
except ValueError as e:
    print("caught", e)
print("after except")
for i in range(3):
    o = D(i)
print("loop over")
del o
print()


def closure():
    c = D("captured")

    def inner():
        return c.n
    return inner


f = closure()
print(f())
del f
print()


def args(*a, **k):
    return len(a) + len(k)


print(args(D("p1"), key=5))


def ret():
    return D("returned")


ret()
print("dropped")
v = ret()
print("kept")
v = None
print([D(i).n for i in range(3)])
print((lambda q: q.n)(D("lam")))
x = D("chain") if True else None
x = x and D("and")
x = None
print("end")
