# Methods of float and conversions.
print((1.5).is_integer(), (2.0).is_integer(), float("inf").is_integer(), (0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (1e20).as_integer_ratio(), (5.5).hex(), float.fromhex("0x1p-2"), float.fromhex("-0x1.8"), (2.5).conjugate(), (2.5).real, (2.5).imag)
print((2.5).__add__(1), (2.5).__int__(), (2.5).__trunc__(), (2.5).__floor__(), (2.5).__ceil__(), (2.5).__round__(), (2.567).__round__(1), (2.5).__eq__(2.5), (2.5).__lt__(3), (2.5).__bool__(), (2.5).__repr__(), (2.5).__format__(".3f"), (2.5).__divmod__(1), (2.5).__neg__(), (2.5).__abs__(), (2.5).__hash__() == hash(2.5))
print(float("1e3"), float("  1.5\n"), float("-inf"), float("nan"), float("1_0.5"), float(b"2.5"), float(5), float(True), float("١.٥"), float("1e-320"), float("0.1e1"), float("+.5"))
print(1e308 * 10, -1e308 * 10, 1e-320 / 10, 0.1 + 0.2 == 0.3, 1 / 3 * 3, 1e16 + 1 == 1e16, 0.1 * 3, 3 * 0.1 == 0.3, 1.1 + 2.2, 1e23, 1.0 - 0.9)
print(5.0 // 2, -5.0 // 2, 5.5 % 2, -5.5 % 2, 5.5 % -2, 1e300 % 7, 2.0 ** 10, 2.0 ** -2, 4.0 ** 0.5, 0.0 ** 0, 1e-5, 1e-4, 123456789012345678.0, 1e15, 1e16, 1.5e16)
print(int(1e20), int(-0.9), int(1e300) == 10 ** 300, round(1e20), float(10 ** 15), float(2 ** 53 + 1), float(2 ** 1023), (0.1).as_integer_ratio(), float(10 ** 308), float("9" * 50))
print(0.0 == -0.0, str(-0.0), -0.0 < 0.0, 1.0 == 1, 1.5 > 1, 0.1 in [0.1], 2.0 in {2: 1}, float("nan") == float("nan"), float("inf") == float("inf"), -float("inf") < -1e308, 1e400 == float("inf"), 2 ** 1024 > 1e308, 2 ** 1024 < float("inf"))
print(max(0.0, -0.0), min(-0.0, 0.0), abs(-0.0), sum([-0.0]), -0.0 + -0.0, 0.0 * -1, round(-0.4), int(-0.0))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: float("1e"))
err(lambda: float("x" * 3))
err(lambda: float("1,5"))
err(lambda: float([]))
err(lambda: float(2 ** 1024))
err(lambda: float.fromhex("xyz"))
err(lambda: 1.5 << 1)
err(lambda: 1.5 & 1)
err(lambda: 2.0 ** 1024)
err(lambda: 1.0 / 0)
err(lambda: 1.0 % 0)
err(lambda: 0.0 ** -1)
err(lambda: (1.5).foo)
err(lambda: float("nan").as_integer_ratio())
err(lambda: [1, 2][1.0])
err(lambda: range(1.0))
err(lambda: "a" * 2.0)
err(lambda: 1.5())
