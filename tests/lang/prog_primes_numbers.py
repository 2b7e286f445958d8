# Number theory with big and small ints.
# stress: 120
def sieve(n):
    flags = [True] * (n + 1)
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(flags[i * i::i])
    return [i for i in range(2, n + 1) if flags[i]]


def factor(n):
    out, p = {}, 2
    while p * p <= n:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 + (p > 2)
    if n > 1:
        out[n] = out.get(n, 0) + 1
    return out


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def egcd(a, b):
    x, y, u, v = 1, 0, 0, 1
    while b:
        q = a // b
        a, b, x, y, u, v = b, a - q * b, u, v, x - q * u, y - q * v
    return a, x, y


def crt(pairs):
    r, m = 0, 1
    for a, n in pairs:
        g, p, q = egcd(m, n)
        r = (r * q * n + a * p * m) % (m * n)
        m *= n
    return r, m


print(sieve(60), len(sieve(10000)), [factor(n) for n in (1, 2, 12, 97, 360, 1001, 2 ** 31 - 1, 600851475143)])
print([n for n in range(2 ** 61 - 30, 2 ** 61) if is_prime(n)], is_prime(2 ** 127 - 1), is_prime(2 ** 128 + 1), is_prime(10 ** 30 + 57), [n for n in range(100) if is_prime(n)] == sieve(99))
print(egcd(240, 46), crt([(2, 3), (3, 5), (2, 7)]), pow(7, -1, 31), pow(3, 200, 13))
p, q, e = 61, 53, 17
d = pow(e, -1, (p - 1) * (q - 1))
print(d, [pow(pow(m, e, p * q), d, p * q) for m in (65, 0, 3232)])


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x


def base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n < 0:
        return "-" + base(-n, b)
    return (base(n // b, b) if n >= b else "") + digits[n % b]


print(isqrt(2 * 10 ** 60), isqrt(10 ** 40), [base(255, b) for b in (2, 8, 16, 36)], base(-10 ** 20, 36), all(int(base(n, b), b) == n for n in (0, 1, 999, 2 ** 70) for b in (2, 7, 36)))
pi, k = 0, 0
for k in range(30):
    pi += (4 * 10 ** 40 // (8 * k + 1) - 2 * 10 ** 40 // (8 * k + 4) - 10 ** 40 // (8 * k + 5) - 10 ** 40 // (8 * k + 6)) // 16 ** k
print(str(pi)[:36], sum(int(c) for c in str(2 ** 1000)), len(str(3 ** 2000)), str(7 ** 500)[:20], 2 ** 500 % 10 ** 9, (2 ** 521 - 1) // (2 ** 500) % 97)
x = 27
seen = []
while x != 1:
    seen.append(x)
    x = x // 2 if x % 2 == 0 else 3 * x + 1
print(len(seen), max(seen), sorted(set(n * n % 16 for n in range(100))), [a * a + b * b == c * c and (a, b, c) for c in range(20) for b in range(c) for a in range(1, b) if a * a + b * b == c * c])
