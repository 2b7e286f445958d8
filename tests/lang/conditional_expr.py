# Conditional expressions, lambda, precedence of operators, evaluation order.
x = 5
print("a" if x > 3 else "b", "a" if x > 9 else "b" if x > 4 else "c", (1 if x else 2) + 1, 1 if not x else 2 + 1)
print([1, 2][x > 3], (lambda a, b=2: a if a > b else b)(1), (lambda: (yield))().__class__.__name__)
print(2 + 3 * 4 ** 2 // 5 - 1, (2 + 3) * 4, -2 ** 2, 2 ** -1, not True == False, 1 + 2 << 3, 1 | 2 ^ 3 & 4, 7 & 3 == 3, ~1 + 1, - -1, not not 1)
print(1 < 2 == True, (1 < 2) == True, 5 % 3 * 2, -7 // 2 * 2, 2 * 3 % 4, 10 - 5 - 2, 2 ** 2 ** 3, 1 or 0 and 0, (1 or 0) and 0)
print("%d" % 5 + "x", "a" + "b" * 2, [1] + [2] * 2, 1 if 0 else 2 if 0 else 3, not 1 in [2], 1 is not None, 3 - -3)
log = []


def t(n, v=None):
    log.append(n)
    return n if v is None else v


def order():
    print(log)
    log.clear()


t(1) + t(2) * t(3)
order()
{t(1): t(2), t(3): t(4)}
order()
[t(1), t(2)][t(3, 0)]
order()
t(1, print)(end="")
order()
t(1, lambda *a, **k: 0)(t(2), *[t(3)], k=t(4), **{"z": t(5)})
order()
t(1, {}).__setitem__(t(2), t(3))
order()
d = {}
d[t("key")] = t("value")
order()
t("target", d)[t("index")] = t("rhs")
order()
t(1) if t(2) else t(3)
order()
t(1) < t(2) < t(3, 0) < t(4)
order()
a = [0, 0, 0]
a[t(0)], a[t(1)] = t(5), t(6)
order()
d[t("x")] = d[t("y")] = t(1)
order()
a[t(0)] += t(7)
order()
(t(1), *[t(2)], t(3))
order()
f"{t(1)}{t(2)}"
order()
t(1) or t(2)
t(0) and t(3)
order()


def deco_order(f=t("default")):
    pass


order()
t([1, 2, 3])[t(0):t(2):t(1)]
order()
assert t(1), t(2)
order()
