# min and max: default, key, several arguments, errors, first of equals.
print(min(3, 1, 2), max(3, 1, 2), min([3, 1]), max("hello"), min({2: 0, 1: 9}), max((1, 2), (1, 3)), min("b", "a", key=ord))
print(min([], default=5), max([], default=None), min([1], default=9), max((), default="d"))
print(min([-3, 2, 1], key=abs), max(["a", "bbb", "cc"], key=len), max([(1, "a"), (1, "b")], key=lambda t: t[0]), min([1.0, 1, True]), max([1, 1.0, True]), max([True, 1]))
print(max(range(10)), min(x * x for x in range(-3, 3)), max([[1, 2], [1, 3], [0, 9]]), min("abc", "abd"), max(1, 2.5, -1), min(2 ** 70, 1e21), max({"b", "a"}))
print(max(float("nan"), 1), max(1, float("nan")), min(float("nan"), 1), min(1, float("nan")))
print(max([1, 2, 3], key=lambda x: -x), min(*[4, 2, 8]), max(*"xyz"), max([1], [2]), max([5, 3], key=None))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: min([]))
err(lambda: max(()))
err(lambda: max())
err(lambda: min(5))
err(lambda: max(1, 2, default=3))
err(lambda: max(1, "a"))
err(lambda: min([1, None]))
err(lambda: max([1, 2], key=5))
err(lambda: max([1, 2], foo=1))
err(lambda: min([1, 2], key=lambda x: 1 // (x - 1)))
err(lambda: max(None))
err(lambda: max(iter([])))
