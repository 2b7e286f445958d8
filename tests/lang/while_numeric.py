# While loops with numbers: gcd, powers, digits, bisection, Newton, collatz, base conversion.
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def power(b, e):
    r = 1
    while e:
        if e & 1:
            r *= b
        b *= b
        e >>= 1
    return r


def digits(n):
    out = []
    while True:
        n, d = divmod(n, 10)
        out.append(d)
        if not n:
            break
    return out[::-1]


def sqrt(x):
    lo, hi = 0.0, max(1.0, x)
    while hi - lo > 1e-12 * max(1.0, x):
        mid = (lo + hi) / 2
        if mid * mid > x:
            hi = mid
        else:
            lo = mid
    return round((lo + hi) / 2, 9)


def newton(x):
    g, steps = x, 0
    while abs(g * g - x) > 1e-12 and steps < 100:
        g = (g + x / g) / 2
        steps += 1
    return g, steps


def collatz(n):
    steps = high = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
        high = max(high, n)
    return steps, high


def convert(n, base):
    out = ""
    while n:
        out = "0123456789ABCDEF"[n % base] + out
        n //= base
    return out or "0"


print(gcd(1071, 462), gcd(2 ** 60, 6 ** 30), power(3, 40), power(2, 100), power(1.5, 5), digits(9070), digits(0), sqrt(2), sqrt(144), newton(2.0), collatz(27), collatz(97), convert(255, 16), convert(0, 2), convert(10 ** 20, 8))
n = 600851475143
f, factors = 2, []
while f * f <= n:
    while n % f == 0:
        factors.append(f)
        n //= f
    f += 1
factors.append(n)
print(factors)
year, money = 0, 1000.0
while money < 2000:
    money *= 1.05
    year += 1
print(year, round(money, 2))
x = 0.1
seen = 0
while x < 1e10:
    x *= 2
    seen += 1
    if seen > 1000:
        break
else:
    print("grew past", x, seen)
e = term = 1.0
k = 1
while term > 1e-17:
    term /= k
    e += term
    k += 1
print(e, k)
eps = 1.0
while 1.0 + eps / 2 > 1.0:
    eps /= 2
print(eps)
i = 10
while i := i - 3:
    if i < 0:
        break
    print(i, end=" ")
print(i)
a, b, c = 0, 0, 0
while a < 20:
    a += 1
    if a % 2:
        continue
    b += a
    while c < b:
        c += 7
        if c % 5 == 0:
            break
    else:
        b -= 1
print(a, b, c)
