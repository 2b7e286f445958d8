# Big integers: digits of pi and e, factorials, Fibonacci, modular powers.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return out


def machin(digits):
    one = 10 ** (digits + 10)

    def arctan(x):
        total = term = one // x
        n = 3
        sign = -1
        while term:
            term //= x * x
            total += sign * (term // n)
            sign = -sign
            n += 2
        return total
    return (4 * (4 * arctan(5) - arctan(239))) // 10 ** 10


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def main():
    p = pi_digits(2500)
    m = str(machin(4200))
    f = factorial(14000)
    g = fibonacci(100000)
    w = 0
    for i in range(25000):
        w ^= pow(3 + i, 10 ** 18 + i, 2 ** 61 - 1)
    print("".join(map(str, p[-10:])), m[-10:], f.bit_length(), f % 1000003, g % 10 ** 12, w)


main()
