# Tables of elementary functions (libm's values).
import math

for d in range(0, 361, 30):
    r = math.radians(d)
    print(d, r, math.sin(r), math.cos(r), math.tan(r))
for i in range(-5, 6):
    x = i / 5
    print(x, math.asin(x), math.acos(x), math.atan(x), math.exp(x), math.sinh(x), math.cosh(x), math.tanh(x), math.asinh(x))
for i in range(1, 12):
    x = i * i / 3
    print(x, math.log(x), math.log2(x), math.log10(x), math.sqrt(x), math.exp(-x), math.log(x, 7), math.pow(x, 0.3), x ** 0.3)
print([math.atan2(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1)], math.hypot(1e200, 1e200), math.hypot(3, 4, 12), math.dist([1, 2, 3], [4, 6, 15]))
print([math.gamma(x / 2) for x in range(1, 10)], [math.lgamma(x) for x in (0.5, 1, 3, 100, 1e10)], [math.erf(x) for x in (-1, 0, 0.5, 2)], [math.erfc(x) for x in (0, 1, 5, 10)])
print(math.expm1(1e-12), math.log1p(1e-12), math.exp(700), math.exp(-750), math.log(1e-300), math.cbrt(27), math.cbrt(-8), math.exp2(10), math.exp2(0.5))
