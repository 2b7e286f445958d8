# Series and numeric methods with math: Taylor, Simpson, bisection, fsum, prod, comb.
import math


def taylor_exp(x, n):
    return math.fsum(x ** k / math.factorial(k) for k in range(n))


print([abs(taylor_exp(x, 30) - math.exp(x)) < 1e-9 for x in (0, 1, -2, 5)])


def bisect(f, a, b):
    for _ in range(200):
        m = (a + b) / 2
        if f(a) * f(m) <= 0:
            b = m
        else:
            a = m
    return (a + b) / 2


print(bisect(lambda x: x * x - 2, 0, 2), bisect(math.sin, 3, 4) - math.pi, bisect(lambda x: math.exp(x) - 3, 0, 2), math.log(3))
print(sum(math.comb(10, k) for k in range(11)), [math.comb(6, k) for k in range(7)], sum((-1) ** k * 4 / (2 * k + 1) for k in range(1000)), math.fsum((-1) ** k * 4 / (2 * k + 1) for k in range(1000)))
print(math.prod(range(1, 11)) == math.factorial(10), math.prod([0.5] * 10), math.prod([], start=7), math.fsum([1e100, 1.0, -1e100]), sum([1e100, 1.0, -1e100]), math.fsum([0.1] * 1000), sum([0.1] * 1000))
e = (1 + 1 / 10 ** 7) ** 10 ** 7
print(abs(e - math.e) < 1e-6, math.isclose(math.tau, 2 * math.pi), [math.isqrt(n * n + n) for n in (1, 10, 10 ** 10, 10 ** 20)])
points = [(math.cos(k * math.tau / 5), math.sin(k * math.tau / 5)) for k in range(5)]
print([(round(x, 6) + 0.0, round(y, 6) + 0.0) for x, y in points], round(math.fsum(math.dist(a, b) for a, b in zip(points, points[1:] + points[:1])), 9))


def entropy(ps):
    return -math.fsum(p * math.log2(p) for p in ps if p)


print(entropy([0.5, 0.5]), entropy([0.25] * 4), round(entropy([0.9, 0.1]), 12), entropy([1.0, 0]))
mean = lambda xs: math.fsum(xs) / len(xs)
xs = [2.5, 3.1, 4.7, 5.0, 6.1]
print(mean(xs), math.sqrt(mean([(x - mean(xs)) ** 2 for x in xs])), math.prod(xs) ** (1 / len(xs)), len(xs) / math.fsum(1 / x for x in xs))
print([f"{math.pi:.{n}f}" for n in range(0, 16, 5)], f"{math.inf} {-math.inf} {math.nan}", f"{math.e:e} {math.tau:g}", repr(math.pi))
