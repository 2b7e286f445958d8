# Tuples.
t = (1, 2, 3)
print(t, (), (1,), (1, 2), ((), ((),)), tuple("ab"), tuple([1, 2]), tuple(), (1, "a", None, 2.5))
print(t[0], t[-1], t[1:], t[::-1], t[5:], len(t), t + (4,), t * 2, 2 * t, t * 0, () + ())
print(t.index(2), t.count(3), 2 in t, 5 in t, min(t), max(t), sum(t))
print(t == (1, 2, 3), t < (1, 2, 4), t < (1, 2), (1, 2) < t, t != [1, 2, 3], hash((1, 2)) == hash((1, 2)))
print({(1, 2): "a"}[(1, 2)], (1, (2, 3)) in {(1, (2, 3))}, sorted([(2, "a"), (1, "b")]))
a = 1,
print(a, type(a), type((1)), type(()))
x = t
x += (9,)
print(t, x)
for i in t:
    print(i, end=" ")
print()


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def assign():
    t[0] = 5


def delete():
    del t[0]


def inner():
    u = ([],)
    try:
        u[0] += [1]
    finally:
        print(u)


err(assign)
err(delete)
err(inner)
err(lambda: t[3])
err(lambda: t["a"])
err(lambda: t.index(9))
err(lambda: t + [1])
err(lambda: t.append(1))
err(lambda: hash(([],)))
err(lambda: t * 1.5)
err(lambda: tuple(5))
m = ([1], [2])
m[0].append(5)
print(m)
print((1, 2, 3)[-3:2], (lambda *a: a)(*t), tuple(i * i for i in t), tuple({"k": 1}), tuple(range(3)))
