# List, set, dict comprehensions and generator expressions.
print([x for x in range(5)], [x * y for x in range(3) for y in range(3)], [x for x in range(20) if x % 2 if x % 3])
print([[i * j for j in range(3)] for i in range(3)], [y for x in [[1, 2], [3]] for y in x])
print({x: x * x for x in range(4)}, sorted({x % 3 for x in range(10)}), sum(x for x in range(10)), list(x for x in "ab"))
print({k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()}, [(a, b) for a, *b in [(1, 2, 3), (4,)]])
x = "outer"
print([x for x in range(3)], x)
print([x for _ in range(2)], [(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([f() for f in [lambda i=i: i for i in range(3)]])


def f(n):
    k = 10
    return [k * i for i in range(n)], {k + i for i in range(2)} == {10, 11}, list(k for _ in range(n))


print(f(3))


class C:
    size = 3
    items = [i for i in range(size)]
    doubled = [i * 2 for i in items]


print(C.items, C.doubled)
g = (print("lazy", i) or i for i in range(3))
print("before")
print(next(g), list(g))
print([i if i % 2 else -i for i in range(5)], [i for i in range(10) if i > 3 and i < 7], [*(i for i in range(2)), 9])
print([a + b + c for a in "ab" for b in "cd" if b != "c" for c in "ef"])
print(dict((i, str(i)) for i in range(2)), tuple(i for i in range(3)), max(len(w) for w in ["a", "bbb"]))
print([[j for j in range(i)] for i in range(4)], {(i, j): i + j for i in range(2) for j in range(2)})
print(any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in []), "".join(c.upper() for c in "abc"))
try:
    [undefined for i in range(1)]
except NameError as e:
    print(e)
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [i for i in 5]
except TypeError as e:
    print(e)
try:
    {[]: 1 for i in range(1)}
except TypeError as e:
    print(e)
