# Arbitrary precision integers.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, b - a, a * b, b // a, b % a, -b // a, -b % a)
print(divmod(b, a), divmod(-b, a), divmod(b, -a), divmod(-b, -a))
print(2 ** 64, 2 ** 63, 2 ** 63 - 1, -2 ** 63, 2 ** 100, (-2) ** 101)
print(a ** 3, a ** 0, a ** 1)
print(1 << 100, (1 << 100) >> 98, -(1 << 100) >> 99, a & b, a | b, a ^ b, ~a)
print(-a & b, -a | b, -a ^ b, -a & -b, -a | -b, -a ^ -b)
print(a == a + 0, a < b, a > b, a != b, a <= a, hash(a) == hash(a + 0))
print(a / b, b / a, int(a / 1), float(a), a * 1.0, a + 0.5)
print(int("123456789012345678901234567890"), int("-" + "9" * 30), str(a)[:5], len(str(2 ** 1000)))
print(hex(a), oct(a), bin(2 ** 70), hex(-a))
print(a.bit_length(), (2 ** 100).bit_length(), (-1).bit_length(), (0).bit_length(), (255).bit_count())
print(pow(a, 3, 1000007), pow(3, a, 1000007), pow(3, -1, 7), pow(2, 10 ** 6, 10 ** 9 + 7))
x = 1
for i in range(1, 31):
    x *= i
print(x)
for i in range(30, 1, -1):
    x //= i
print(x)
# The edges of machine words, and back again.
for e in (31, 32, 46, 47, 48, 52, 53, 62, 63, 64, 127, 128):
    n = 2 ** e
    print(e, n - 1, n, n + 1, -n, -n - 1, (n + 1) - n, (n * n) // n == n, -(-n) == n)
print(sum([2 ** 62] * 4), max(2 ** 64, 2 ** 63), sorted([2 ** 65, -2 ** 65, 0, 2 ** 64]))
print((2 ** 200 + 1) % 2 ** 100, (2 ** 200) // 3, 10 ** 50 // 10 ** 48)
print(True + 2 ** 64, int(True), int(1e18), int(1.5e25))
print({2 ** 80: "big"}[2 ** 80], 2 ** 80 in [2 ** 80], [2 ** 80].index(2 ** 80))
try:
    pow(2, -1, 4)
except ValueError as e:
    print(e)
try:
    pow(2, 3, 0)
except ValueError as e:
    print(e)
