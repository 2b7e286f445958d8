# math: gcd, lcm, factorial, comb, perm, isqrt.
import math

print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-12, 18), math.gcd(), math.gcd(12, 18, 27), math.gcd(2 ** 100, 6 ** 50) == 2 ** 50, math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.lcm(3, 4, 5))
print([math.factorial(i) for i in range(12)], math.factorial(30), len(str(math.factorial(200))))
print([math.comb(5, k) for k in range(7)], math.comb(50, 25), math.perm(5, 2), math.perm(5), math.perm(3, 5), math.comb(100, 50))
print([math.isqrt(n) for n in range(17)], math.isqrt(10 ** 40), math.isqrt(10 ** 40 - 1), math.isqrt(2 ** 64 - 1))
print(math.floor(10 ** 30 / 7) == 10 ** 30 // 7, math.sqrt(10 ** 40), math.log(10 ** 30), math.trunc(1e15 + 0.5))


def err(f, *a):
    try:
        print(f(*a))
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(math.sqrt, -1)
err(math.log, 0)
err(math.log, -1)
err(math.log, 2, 1)
err(math.log, 2, 0)
err(math.log2, 0)
err(math.log10, -5)
err(math.log, "a")
err(math.sin, "x")
err(math.sin)
err(math.sin, 1, 2)
err(math.sin, math.inf)
err(math.acos, 2)
err(math.exp, 1000)
err(math.pow, 10, 400)
err(math.pow, -8, 1 / 3)
err(math.pow, 0, -1)
err(math.factorial, -1)
err(math.factorial, 2.5)
err(math.factorial, "a")
err(math.gcd, 1.5)
err(math.isqrt, -1)
err(math.isqrt, 2.0)
err(math.comb, -1, 2)
err(math.comb, 5, -2)
err(math.perm, 2.5)
err(math.floor, "a")
err(math.floor, math.nan)
err(math.ceil, math.inf)
err(math.trunc, [])
err(math.fmod, 1, 0)
err(math.fmod, math.inf, 1)
err(math.remainder, 1, 0)
err(math.ldexp, 1.0, 5000)
err(math.ldexp, 1.0, -5000)
err(math.gamma, 0)
err(math.gamma, -1)
err(math.cosh, 1000)
err(math.atanh, 1)
err(math.acosh, 0.5)
err(math.log1p, -1)
err(math.fsum, [1, "a"])
err(math.fsum, [1e308, 1e308])
err(math.dist, [1], [1, 2])
err(math.sqrt, 10 ** 400)
err(math.nope if hasattr(math, "nope") else len)
try:
    math.nope
except AttributeError as e:
    print(e)
