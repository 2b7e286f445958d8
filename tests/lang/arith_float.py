# Floats: operators, signs of zero, modulo and floor division, inf and nan.
inf = float("inf")
nan = float("nan")
for a in (7.5, -7.5, 0.0, -0.0, 1e300):
    for b in (2.0, -2.0, 0.3):
        print(a, b, a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b))
print(1e300 * 1e10, -1e300 * 1e10, inf - inf, inf * 0, nan == nan, nan != nan)
print(inf > 1e308, -inf < 0, nan < 1, nan > 1, nan >= nan)
print(5 % inf, -5 % inf, 5 // inf, -5 // inf, inf // 1)
print(2.0 ** 0.5, 2 ** 0.5, 4 ** -0.5, 2.0 ** -1, 0.0 ** 0, nan ** 0, 1 ** nan)
print((-8.0) ** 3, (-2.0) ** -3)
print(0.1 + 0.2, 0.1 * 3, 1 / 3, 2 / 3, 1e16 + 1, 123456789.123456789)
print(-0.0, 0.0 == -0.0, -0.0 + 0, 0.0 * -1)
print(1.5 .is_integer(), (2.0).is_integer(), (0.5).as_integer_ratio(), (0.1).as_integer_ratio())
print(float.fromhex("0x1.8p1"), (3.0).hex(), (0.1).hex(), (-0.0).hex(), inf.hex())
print(int(3.99), int(-3.99), int(1e20), round(2.5), round(3.5), round(-2.5), round(2.675, 2))
print(True + 1.5, 3 * 1.5, 10 ** 20 * 1.0, 10 ** 20 + 0.5, 2 ** 70 / 2 ** 69)


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: 1.0 / 0)
err(lambda: 1.0 // 0.0)
err(lambda: 1.0 % 0.0)
err(lambda: divmod(1.0, 0))
err(lambda: 0.0 ** -1)
err(lambda: 10.0 ** 400)
err(lambda: int(inf))
err(lambda: int(nan))
err(lambda: float(10 ** 400))
err(lambda: 10 ** 400 / 3)
err(lambda: 10 ** 400 * 1.0)
err(lambda: 1.5 << 1)
err(lambda: (inf).as_integer_ratio())
