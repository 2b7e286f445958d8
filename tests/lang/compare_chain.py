# Chained comparison, is, in, not in; each operand is evaluated once.
def v(x):
    print("<%s>" % x, end=" ")
    return x


print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(3) > v(2) >= v(2) != v(1))
print(1 < 2 > 1 == 1 in [1, 2])
print(1 == 1.0 == True, 1 < 2 < 3 < 4 < 5, not 1 < 2 < 2)
x = None
print(x is None, x is not None, [] is not [], 1 in [1], 4 not in (1, 2, 3))
print("a" in "abc", "" in "abc", "bc" in "abc", "d" not in "abc", 2 in {1: 2}, 1 in {1: 2})
print([1, 2] < [1, 3], [1] < [1, 0], (1, 2) == (1, 2), [1] == (1,), (2,) > (1, 5), [] < [0])
print("a" < "b", "a" < "B", "abc" < "abd", "" < "a", "Z" < "a", "é" > "z")
print({1: 2} == {1: 2}, {1, 2} == {2, 1}, {1} < {1, 2}, {1, 2} <= {1, 2}, {1} == frozenset([1]))
print(1 == "1", None == 0, [] == False, () == [], b"a" == "a", 1 != "1")
print(float("nan") in [float("nan")], (lambda n: n in [n])(float("nan")))


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


err(lambda: 1 < "x")
err(lambda: [] < ())
err(lambda: {} < {})
err(lambda: None < None)
err(lambda: 1 in 5)
err(lambda: 1 in "abc")
err(lambda: [1, "a"] < [1, 2])
err(lambda: sorted([1, "a", None]))
err(lambda: max(1, "a"))
err(lambda: object() < object())
print(1 < float("inf"), 2 ** 100 > 1e10, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53)
print(2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, -10 ** 400 < float("-inf"), 10 ** 400 < float("inf"))
