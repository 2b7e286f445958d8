# Generator expressions and laziness, with zip/map/filter/enumerate.
log = []


def src(n):
    for i in range(n):
        log.append(i)
        yield i


g = (x * 2 for x in src(5) if x % 2 == 0)
print(log)
print(next(g), log)
print(list(g), log)
print(sum(x * x for x in range(10)), max((len(s), s) for s in ["a", "bbb", "cc"]), ",".join(str(i) for i in range(4)))
print(list(zip((i for i in range(3)), (j for j in "abcdef"))), dict((k, v) for k, v in [(1, 2)]))
m = map(lambda x, y: x + y, [1, 2, 3], [10, 20])
f = filter(None, [0, 1, "", "a", None, [], [0]])
print(list(m), list(f), list(filter(lambda x: x > 1, range(4))), list(map(str, range(3))), list(enumerate("ab", 5)))
z = zip([1, 2], "ab")
print(next(z), next(z), next(z, "done"), list(zip()), list(zip([1])), list(zip([1, 2], [3], [4, 5])))
it = iter([1, 2, 3, 4])
print(list(zip(it, it)))
try:
    list(zip([1, 2], [1], strict=True))
except ValueError as e:
    print(e)
try:
    list(zip([1], [1, 2], strict=True))
except ValueError as e:
    print(e)
print(list(iter(lambda l=[3, 2, 1]: l.pop(), 1)), list(reversed(range(3))), list(reversed("ab")), list(reversed((1, 2))))
r = reversed([1, 2, 3])
print(next(r), list(r))
print(any(x == 3 for x in src(10)), log[-1], all(x < 2 for x in src(10)), log[-1])
try:
    print(next(iter([])))
except StopIteration as e:
    print("StopIteration", repr(e))


def gen_with_default_scope():
    n = 3
    return list(x + n for x in range(n))


print(gen_with_default_scope())
g = (1 // x for x in (1, 0, 2))
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e)
print(list(g))
for bad in (lambda: map(1), lambda: list(map(5, [1])), lambda: filter(None), lambda: zip(5), lambda: list(map(len, 5)), lambda: enumerate(5),
            lambda: enumerate(), lambda: next(5), lambda: next([]), lambda: iter(5, 6), lambda: reversed(5), lambda: reversed({1})):
    try:
        print(bad())
    except TypeError as e:
        print(e)
