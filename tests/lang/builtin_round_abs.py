# round (half to even, digits), abs, divmod, pow.
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, -2.6, 1e15 + 0.5, 0.49999999999999994)])
print([round(x, 1) for x in (0.25, 0.35, 0.05, 1.45, -0.25, 1234.56)], [round(x, 2) for x in (2.675, 1.005, 0.125, 0.375, 1e-5)], [round(x, -1) for x in (15.0, 25.0, 5.0, 14.9)])
print([round(n, -1) for n in (15, 25, 5, 14, -15, -25, 16)], round(12345, -2), round(1250, -2), round(1350, -2), round(5, 3), round(2 ** 70, -5), round(7, -10), round(5), round(True), round(1e300), round(1e22, 3), round(1.5e-10, 12))
print(round(3.7, None), type(round(3.7)).__name__, type(round(3.7, 0)).__name__, type(round(5, 0)).__name__, round(-0.4), round(-0.4, 0), round(float("inf"), 2), round(float("nan"), 1), round(1e308, -308), round(5e-324, 400))
print(abs(-5), abs(5), abs(-2.5), abs(-0.0), abs(True), abs(-2 ** 70), abs(float("-inf")))
print([divmod(a, b) for a in (7, -7) for b in (2, -2)], divmod(7.5, 2), divmod(-7.5, 2), divmod(2 ** 70, 10 ** 10), divmod(5, 2.5), divmod(True, 2), divmod(-1, 2 ** 70), divmod(0.0, -3))
print(pow(2, 10), pow(2, -1), pow(2, 0.5), pow(2, 10, 1000), pow(-2, 3, 5), pow(2, 3, -5), pow(3, -1, 11), pow(0, 0), pow(0, 0, 1), pow(2.0, 3), pow(base=2, exp=5), pow(2, 5, mod=7), pow(10, 100, 7), pow(-3, -1, 7))


class R:
    def __round__(self, n=None):
        return "rounded %s" % n

    def __abs__(self):
        return "abs"

    def __divmod__(self, o):
        return "divmod %s" % o

    def __rdivmod__(self, o):
        return "rdivmod %s" % o

    def __pow__(self, o, m=None):
        return "pow %s %s" % (o, m)


print(round(R()), round(R(), 2), abs(R()), divmod(R(), 1), divmod(1, R()), pow(R(), 2), pow(R(), 2, 3))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: round("a"))
err(lambda: round(1.5, "a"))
err(lambda: round(1.5, 1.0))
err(lambda: round(float("inf")))
err(lambda: round(float("nan")))
err(lambda: round())
err(lambda: abs(None))
err(lambda: divmod(1, 0))
err(lambda: divmod(1.0, 0.0))
err(lambda: divmod("a", 1))
err(lambda: pow(2, 3, 0))
err(lambda: pow(2, -1, 6))
err(lambda: pow(2.0, 3, 5))
err(lambda: pow("a", 2))
err(lambda: pow(0, -1))
err(lambda: pow(2, 3, 1.5))
err(lambda: pow(1))
