# Operators through dunder methods of the built-in types; NotImplemented results; type mixing errors.
print((5).__add__(2), (5).__mul__(2.5), (5.0).__add__(2), "a".__add__("b"), [1].__add__([2]), (1,).__mul__(2), "ab".__contains__("a"), [1, 2].__getitem__(1), {"k": 1}.__getitem__("k"), (1, 2).__len__(), "abc".__len__(), {1: 2}.__contains__(1), {1}.__or__({2}), {1, 2}.__and__({2}), {1: 1}.__or__({2: 2}))
print((5).__add__("a"), "a".__mul__(2), "a".__eq__(1), (1).__lt__("a"), [1].__eq__((1,)), [].__lt__(5), {1}.__sub__([1]), (5).__radd__(1), (2).__rpow__(3), (1.5).__rsub__(2), "a".__ne__("b"), (3).__floordiv__(2), (7).__mod__(3), (7).__divmod__(2), (1).__lshift__(3), (6).__xor__(3), (6).__rand__(3))
print(int.__add__(1, 2), str.__add__("a", "b"), list.__len__([1, 2]), dict.__getitem__({"a": 5}, "a"), float.__mul__(2.0, 3.0), bool.__and__(True, False), (True).__and__(1), (True).__xor__(True), True.__add__(True), object.__eq__(1, 1), object.__eq__(1, 2), object.__ne__(1, 1), object.__repr__(5)[:11])
a, b = 7, 2
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, a & b, a | b, a ^ b, a << b, a >> b, -a, +a, ~a, a < b, a <= b, a == b, a != b, a >= b, a > b, not a, a and b, a or b, a is b, a is not b, a in [b], a not in [b], a if b else 0)


def err(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (1,), lambda: (1,) + [1], lambda: {} + {}, lambda: {1} + {2}, lambda: None + 1, lambda: 1 - "a", lambda: "a" - "b", lambda: [1] - [1], lambda: "a" * "b", lambda: [1] * [2], lambda: "a" * 1.5, lambda: 1.5 * "a", lambda: "a" / 2, lambda: [] / 2, lambda: "a" // 2, lambda: [] % 2, lambda: {} % 2, lambda: 2 ** "a", lambda: "a" ** 2, lambda: 1 & 2.0, lambda: 1 | "a", lambda: 1.0 ^ 1, lambda: 1 << 1.0, lambda: "a" >> 1, lambda: 1 @ 2, lambda: [] @ [], lambda: -"a", lambda: -[], lambda: +None, lambda: ~1.5, lambda: ~"a", lambda: 1 < "a", lambda: "a" < 1, lambda: [] < (), lambda: None < None, lambda: {} > {}, lambda: 1 >= None, lambda: print < print, lambda: 1 in 1, lambda: 1 in None, lambda: "a" in 1, lambda: 1 in "a", lambda: len + 1, lambda: int + 1, lambda: int | 5 and 1, lambda: abs("a"), lambda: b"a" + "a", lambda: "a" + b"a", lambda: b"a" * b"b", lambda: range(3) + range(2), lambda: (x for x in []) + 1, lambda: ... + 1, lambda: NotImplemented + 1, lambda: object() + object(), lambda: type + 1, lambda: (lambda: 0) * 2, lambda: Exception() + 1, lambda: slice(1) + 1, lambda: {1: 2}.keys() + [1], lambda: None[0], lambda: 5[0], lambda: (5)(), lambda: len[0], lambda: int[0], lambda: None(), lambda: "a"(), lambda: {}(), lambda: [1, 2][None], lambda: "abc"["a"], lambda: (1, 2)["x"], lambda: {1}[0], lambda: iter(None), lambda: [*1], lambda: {**1}, lambda: len(None), lambda: len(5), lambda: hash([]), lambda: {[]: 1}):
    err(f)


def aug(op, x, y):
    ns = {"x": x, "y": y}
    try:
        exec("x %s= y" % op, ns)
        print(ns["x"], end=" | ")
    except TypeError as e:
        print(e, end=" | ")


for op in ("+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "@"):
    aug(op, 12, 5)
    aug(op, [1], [2])
    aug(op, "a", 1)
    aug(op, {1}, {1, 2})
print()
