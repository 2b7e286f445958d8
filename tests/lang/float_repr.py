# The shortest repr of floats, and where the notation switches.
values = [0.0, 1.0, -1.0, 0.1, 0.2, 0.3, 1 / 3, 2 / 3, 1e15, 1e16, 1e17, 123456789012345680.0,
          9999999999999998.0, 1e-4, 1e-5, 0.00012345, 0.000012345, 1.5e300, 5e-324,
          2.2250738585072014e-308, 1.7976931348623157e308, 100.0, 1e2, 1e22, 1e23, 3.14159,
          2.718281828459045, 1.1, 2.5, 1e100, 123e-7, 4.35, 0.1 + 0.7, 1 - 0.9, 9007199254740993.0]
for v in values:
    print(repr(v), str(v), [v], {v: -v})
print(float("inf"), float("-inf"), float("nan"), -float("nan"))
print(1e1, 1E5, 1.e3, .5, 5., 1_0.0_1, 1e+3, 1e-3, 0e0)
print(float("1e5"), float("  -2.5  "), float("+3"), float(".5"), float("5."), float("1_000.5"))
print(float("infinity"), float("-INF"), float("NaN"), float("1e400"), float("1e-400"))
for bad in ("", "abc", "1e", "1__0", "0x10", "1.2.3", "_1", "1 2", "--1"):
    try:
        print(float(bad))
    except ValueError as e:
        print(e)
for bad in (None, [], {}):
    try:
        print(float(bad))
    except TypeError as e:
        print(e)
print(float(), float(True), float(10 ** 22), float(2 ** 53 + 1))
for i in range(-8, 24, 3):
    print(10.0 ** i, 1.25 * 10.0 ** i)
