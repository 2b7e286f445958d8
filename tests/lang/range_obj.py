# range objects.
for r in (range(5), range(2, 8), range(0, 10, 3), range(10, 0, -2), range(0), range(5, 2), range(-3, 3),
          range(10 ** 20, 10 ** 20 + 3)):
    print(r, len(r), list(r), bool(r), list(reversed(r)))
r = range(0, 20, 3)
print(r[0], r[-1], r[2:5], r[::-1], r[1:-1:2], r.start, r.stop, r.step)
print(3 in r, 4 in r, 21 in r, 3.0 in r, "a" in r, r.index(9), r.count(9), r.count(10))
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)))
print(sum(range(101)), max(range(5)), min(range(5, 9)), tuple(range(3)), set(range(3)) == {0, 1, 2})
print(len(range(0, 10 ** 15, 7)), 10 ** 15 in range(0, 10 ** 16, 5), range(True, 3))
it = iter(range(3))
print(next(it), next(it), list(it), list(it))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: range(1, 2, 0))
err(lambda: range(1.5))
err(lambda: range("a"))
err(lambda: range())
err(lambda: range(1, 2, 3, 4))
err(lambda: range(3)[5])
err(lambda: range(3).index(7))
err(lambda: range(3)["a"])
err(lambda: len(range(10 ** 30)))
err(lambda: range(3) + range(3))


def assign():
    range(3)[0] = 1


err(assign)
for i in range(3):
    print(i, end=" ")
    i = 10
print(i)
for i in range(0):
    pass
print(i)
for i in range(2 ** 62 - 1, 2 ** 62 + 2):
    print(i, end=" ")
for i in range(2 ** 63 - 1, 2 ** 63 + 1):
    print(i, end=" ")
print()
