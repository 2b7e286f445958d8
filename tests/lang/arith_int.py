# Integer arithmetic: operators, signs, zero division.
for a in (7, -7, 0, 1):
    for b in (2, -2, 3):
        print(a, b, a + b, a - b, a * b, a // b, a % b, divmod(a, b))
print(7 / 2, -7 / 2, 6 / 3, 0 / 5)
print(2 ** 10, 2 ** 0, (-2) ** 3, 0 ** 0, 2 ** -1, (-2) ** -3)
print(-2 ** 2, (-2) ** 2, 2 ** 3 ** 2)
print(5 & 3, 5 | 3, 5 ^ 3, ~5, ~-1, -6 & 0xFF, -6 | 1, -6 ^ 3)
print(1 << 10, 1024 >> 3, -1 >> 5, -17 >> 2, 5 << 0)
print(+5, -5, - -5, +-5, ~~5)
print(0b1011, 0o17, 0xff, 0XFF, 0B1, 0O7, 1_000_000, 0x_ff)


def err(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: 1 // 0)
err(lambda: 1 % 0)
err(lambda: 1 / 0)
err(lambda: divmod(1, 0))
err(lambda: 0 ** -1)
err(lambda: 1 << -1)
err(lambda: 1 >> -1)
err(lambda: 1 << "a")
err(lambda: 1 + "a")
err(lambda: "a" + 1)
err(lambda: 1 - None)
err(lambda: [] * [])
err(lambda: -"a")
err(lambda: ~1.5)
err(lambda: +[])
err(lambda: 1.0 // 0)
err(lambda: 1.0 % 0)
err(lambda: 1.0 / 0.0)
err(lambda: 1 & 1.0)
err(lambda: 1 < "a")
err(lambda: None >= 1)
err(lambda: 10 @ 3)
