# math: values.
import math

for x in (0.0, 0.5, 1.0, 2.0, -0.5, 10.0, 100.5):
    print(x, math.sin(x), math.cos(x), math.tan(x), math.exp(-x), math.atan(x), math.sinh(x / 50), math.cosh(x / 50), math.tanh(x), math.erf(x), math.fabs(x), math.degrees(x), math.radians(x))
for x in (0.5, 1.0, 2.0, 10.0, 1e10, 1e-10, 1e300, 5e-324):
    print(x, math.log(x), math.log2(x), math.log10(x), math.sqrt(x), math.log1p(x), math.cbrt(x))
print(math.pi, math.e, math.tau, math.inf, math.nan, -math.inf)
print(math.log(8, 2), math.log(100, 10), math.log(2 ** 1000), math.log2(2 ** 1000), math.log10(10 ** 400), math.log(5, 3))
print(math.pow(2, 10), math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(math.nan, 0), math.pow(2, -1), math.exp(1), math.expm1(1e-10), math.exp2(3))
print(math.asin(1), math.acos(0), math.atan2(1, -1), math.atan2(-0.0, -1), math.atan2(0, 0), math.hypot(3, 4), math.hypot(1, 2, 3), math.hypot(), math.dist((0, 0), (3, 4)), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(2.9), math.trunc(-2.9), math.floor(5), math.floor(1e20), math.ceil(-0.5), math.floor(2 ** 70))
print(math.fmod(7, 3), math.fmod(-7, 3), math.fmod(7.5, -2), math.remainder(7, 3), math.remainder(-7.5, 2), math.modf(2.75), math.modf(-2.75), math.frexp(10.0), math.frexp(0.0), math.ldexp(0.5, 5), math.copysign(3, -0.0), math.copysign(-3, 1))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12, abs_tol=1e-10))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e16, 1, -1e16]), math.fsum([]), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([2.5, 2], start=2))
print(math.gamma(5), math.gamma(0.5), math.lgamma(10), math.erfc(1), math.ulp(1.0), math.nextafter(1.0, 2.0), math.sumprod([1], [2]) if hasattr(math, "sumprod") else "")
