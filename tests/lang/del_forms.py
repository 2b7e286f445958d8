# del of names, items, slices, attributes, in functions and in nested targets.
a, b, c, d = 1, 2, 3, 4
del a
del b, c
del (d)
print([n in globals() for n in "abcd"])
x, y, z = 1, 2, 3
del (x, y), [z]
print("x" in globals())
lst = list(range(10))
del lst[0], lst[-1], lst[2:4], lst[::3]
print(lst)
dct = {"a": {"b": [1, 2, 3]}, "c": 1}
del dct["a"]["b"][0], dct["c"]
print(dct)


class O:
    pass


o = O()
o.p = O()
o.p.q = 1
o.r = [1, 2]
del o.p.q, o.r[0]
print(o.p.__dict__, o.r)
del o.p
print(sorted(o.__dict__))


def f(p):
    q = 1
    del p
    try:
        p
    except UnboundLocalError as e:
        print(e)
    del q
    q = 2
    return q


print(f(1))


def err(g):
    try:
        g()
    except Exception as e:
        print(type(e).__name__ + ":", e)


def d1():
    del o.nope


def d2():
    del dct["nope"]


def d3():
    del lst[100]


def d4():
    del undefined_thing


def d5():
    del (1, 2)[0]


def d6():
    del "abc"[0]


def d7():
    del len.x


def d8():
    del o[0]


for g in (d1, d2, d3, d4, d5, d6, d7, d8):
    err(g)
for src in ("del f()", "del 5", "del x + 1", "del (a, 5)", "del *a", "del None", "del [a, f()]", "del lambda: 0"):
    try:
        exec(src)
    except SyntaxError as e:
        print(src, "->", e.msg)
while True:
    w = 1
    del w
    break
for v in range(3):
    if v == 1:
        del v
        continue
print(v)
