# math and sys together: statistics by hand.
import math
import sys


def stats(xs):
    n = len(xs)
    mean = math.fsum(xs) / n
    var = math.fsum((x - mean) ** 2 for x in xs) / n
    s = sorted(xs)
    med = s[n // 2] if n % 2 else (s[n // 2 - 1] + s[n // 2]) / 2
    return {"n": n, "mean": mean, "std": math.sqrt(var), "median": med, "min": s[0], "max": s[-1]}


for xs in ([1, 2, 3, 4], [2.5], [1e10, 1.0, -1e10], [i * 0.1 for i in range(11)], [math.sin(i) for i in range(100)]):
    for k, v in stats(xs).items():
        print(f"{k}={v:.6g}" if isinstance(v, float) else f"{k}={v}", end=" ")
    print()


def newton(f, df, x, tol=1e-12):
    for i in range(100):
        d = f(x) / df(x)
        x -= d
        if abs(d) < tol:
            return x, i
    raise ArithmeticError("no convergence")


print(newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0))
print(newton(math.cos, lambda x: -math.sin(x), 1.0), math.isclose(newton(math.cos, lambda x: -math.sin(x), 1.0)[0], math.pi / 2))


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + 4 * sum(f(a + i * h) for i in range(1, n, 2)) + 2 * sum(f(a + i * h) for i in range(2, n, 2)))


print(simpson(math.sin, 0, math.pi), simpson(math.exp, 0, 1), simpson(lambda x: x ** 3, 0, 2))
try:
    stats([])
except ZeroDivisionError as e:
    print(e)
primes = [p for p in range(2, 60) if all(p % q for q in range(2, math.isqrt(p) + 1))]
print(primes, math.prod(primes), math.gcd(*[p * 6 for p in primes]), sys.maxsize == 2 ** 63 - 1)
print([math.floor(x) for x in (-1.5, -0.5, 0.5, 1.5)], [round(math.log(x), 4) for x in (1, 2, 10)], math.degrees(math.atan2(1, 1)), [round(math.cos(math.radians(d)), 10) + 0.0 for d in (0, 60, 90, 180)])
