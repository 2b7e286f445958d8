# math.floor, ceil, trunc, modf, fmod, remainder, frexp at the edges.
import math

xs = [0.0, -0.0, 0.5, -0.5, 1.5, -1.5, 2.9999999999999996, 1e15 + 0.5, -1e16, 1e300, 5e-324, math.pi, -math.e]
for x in xs:
    print(x, math.floor(x) if abs(x) < 1e20 else "big", math.ceil(x) if abs(x) < 1e20 else "big", math.trunc(x) if abs(x) < 1e20 else "big", math.modf(x), math.frexp(x), math.copysign(1, x), math.fabs(x))
for a, b in ((7, 3), (-7, 3), (7, -3), (-7, -3), (7.5, 2), (1e300, 7), (5, math.inf), (0.0, 3), (-0.0, 3), (6, 0.1)):
    print(a, b, math.fmod(a, b), math.remainder(a, b), a % b if b != math.inf else "", a // b)
print(math.ldexp(0.75, 4), math.ldexp(1, -1074), math.ldexp(1, -1080), math.ldexp(-3, 100), math.ulp(1), math.ulp(0.0), math.ulp(1e300), math.nextafter(0, 1), math.nextafter(1, 0), math.nextafter(math.inf, 0))
print([math.isclose(a, b) for a, b in ((1, 1 + 1e-10), (1, 1 + 1e-8), (0, 1e-300), (math.inf, math.inf), (math.nan, math.nan))], math.isclose(100, 101, rel_tol=0.01), math.isclose(100, 102, abs_tol=2))
print([math.isfinite(x) for x in (1, math.inf, math.nan)], [math.isinf(x) for x in (1, -math.inf, math.nan)], [math.isnan(x) for x in (1, math.inf, math.nan)])
try:
    math.isclose(1, 2, rel_tol=-1)
except ValueError as e:
    print(e)
print(math.floor(True), math.ceil(2 ** 70), math.trunc(-2 ** 70), math.floor(-1e-300), math.ceil(1e-300), math.ceil(-0.5), type(math.floor(2.5)).__name__)


class F:
    def __floor__(self):
        return "f"

    def __ceil__(self):
        return "c"

    def __trunc__(self):
        return "t"

    def __float__(self):
        return 2.25

    def __index__(self):
        return 6


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), math.factorial(F()), math.gcd(F(), 4), math.fabs(F()))
