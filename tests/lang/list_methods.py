# Every method of list.
a = [3, 1, 2]
a.append(4)
a.extend((5, 6))
a.extend("xy")
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-1), a)
a.remove("x")
print(a, a.index(2), a.index(2, 1), a.index(2, -6, 10), a.count(3), a.count("no"))
a.reverse()
print(a)
b = a.copy()
b.clear()
print(a, b, a is not b)
c = [3, 1, 2]
print(c.sort(), c)
c.sort(reverse=True)
print(c)
c = ["bb", "a", "ccc"]
c.sort(key=len)
print(c)
print([1, 2] + [3], [1, 2] * 2, 2 * [0], [1] * 0, [1] * -1, [] + [])
d = e = [1]
d += [2]
d *= 2
print(d, e, d is e)
d += "ab"
d += (1,)
print(d)
print([1, [2, [3]]], [[]], [None, True, 1.0, "s", b"b"], list(), list("ab"), list({"k": 1}))
print(1 in [1, 2], "a" not in ["a"], [1, 2] == [1, 2], [1, 2] != [2, 1])


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: [].remove(1))
err(lambda: [1].index(2))
err(lambda: [1] + (2,))
err(lambda: [1] * "a")
err(lambda: [1] * 1.5)
err(lambda: [].extend(5))
err(lambda: [].append())
err(lambda: [].append(1, 2))
err(lambda: [].insert(1))
err(lambda: [].pop("a"))
err(lambda: [].foo)
err(lambda: [].sort(1))
err(lambda: [].sort(foo=1))
err(lambda: hash([]))
err(lambda: list(5))
err(lambda: list(1, 2))
err(lambda: [1, "a"].sort())
