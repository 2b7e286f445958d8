# Mixed arithmetic and comparison of int, bool, float, big int.
vals = [0, 1, -3, True, 2.5, -0.0, 10 ** 18, 2 ** 65, -2 ** 65, 1e20]
for op in ("+", "-", "*", "//", "%", "/", "<", "==", ">="):
    row = []
    for a in vals:
        for b in (3, -2, 0.5, True, 2 ** 64):
            row.append(eval("a %s b" % op))
    print(op, row)
print([type(a + b).__name__ for a in (1, True, 1.0) for b in (1, True, 1.0)], [type(x).__name__ for x in (7 // 2, 7 / 2, 7.0 // 2, 7 % 2.0, 2 ** 3, 2 ** -3, 2.0 ** 3, True + True, True * 2.0, True ** 2, 4 / 2, -True, ~True, abs(True), round(True), int(True), divmod(7, 2)[0], divmod(7.0, 2)[0])])
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53 + 1), 2 ** 53 + 1 > float(2 ** 53), 10 ** 23 == 1e23, 10 ** 22 == 1e22, 0.1 + 0.2 > 0.3, 1 == True == 1.0, hash(2 ** 65) == hash(float(2 ** 65)), 3 in [3.0], [1, True, 1.0].count(1))
x = 1
for i in range(1, 70):
    x = x * 3 - i
print(x, x % 1000007, x // 10 ** 20, x & 0xFFFF, x >> 60, -x >> 100, x ^ -x, x | 1, ~x, x.bit_length(), float(x), int(float(x)) == x, x / 3, x // -7, x % -7)
total = 0
for i in range(-50, 50):
    total += i * i // 3 - i % 7 + (i >> 1) - (i << 2) + (i & 12) - (i | 3) + (i ^ 5)
print(total)
f = 1.0
for i in range(1, 40):
    f = f * 1.1 + i / 3 - f // 7
print(f, round(f, 3), int(f), f % 1, f.is_integer(), -f // 1, divmod(f, 2.5))
s = 0.0
for i in range(1000):
    s += 0.1
print(s, sum([0.1] * 1000), 0.1 * 1000, s == 100.0, abs(s - 100) < 1e-9)
a, b = 0, 1
while b < 10 ** 30:
    a, b = b, a + b
print(b, b - a, b * a % 10 ** 9, b > 1e30, float(b), b // a, (b + a) / a)
print(1_000 * 1_000, 0xFF + 0b11 + 0o7, 7 & -8, -7 & 0xFF, 5 ^ -1, 1 << 62, 1 << 63, (1 << 63) - 1, -(1 << 63), 3 << 61, (1 << 47) - 1, 1 << 47, -(1 << 47) - 1, (1 << 48) * (1 << 48) >> 90)
