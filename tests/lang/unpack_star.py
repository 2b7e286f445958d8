# Unpacking with and without a star.
a, b = 1, 2
a, b = b, a
print(a, b)
a, *b = [1, 2, 3]
print(a, b)
*a, b = "abc"
print(a, b)
a, *b, c = (1, 2)
print(a, b, c)
(a, b), [c, *d] = (1, 2), [3, 4, 5]
print(a, b, c, d)
a, (b, (c, *d)), e = 1, (2, (3, 4, 5)), 6
print(a, b, c, d, e)
[a, b] = {1: 2, 3: 4}
print(a, b)
a, b = (x * x for x in (2, 3))
print(a, b)
for i, (j, *k) in enumerate([(1, 2, 3), (4,)]):
    print(i, j, k)
print([*range(3), *"ab"], (*[1], 2, *(3,)), {*[1, 1], 1}, {**{"a": 1}, "b": 2, **{"a": 3}})
x = *[1, 2], 3
print(x)
a = b = c = []
a.append(1)
print(b, c)
i, lst = 0, [0, 0, 0]
i, lst[i] = 1, 9
print(i, lst)
(a,) = [5]
print(a)
_, *_ = 1, 2, 3
print(_)


def err(src):
    try:
        exec(src)
    except Exception as e:
        print(type(e).__name__ + ":", e)


def unpack2(v):
    try:
        a, b = v
        print(a, b)
    except Exception as e:
        print(type(e).__name__ + ":", e)


def unpack_star(v):
    try:
        a, b, *c = v
        print(a, b, c)
    except Exception as e:
        print(type(e).__name__ + ":", e)


for v in ([], [1], [1, 2], [1, 2, 3], "ab", "abc", 5, None, {1, }, iter([1]), range(9)):
    unpack2(v)
    unpack_star(v)
try:
    print([*5])
except TypeError as e:
    print(e)
try:
    print({**[1]})
except TypeError as e:
    print(e)
