# Scalars behave like numbers: methods, attributes, comparisons, formatting, containers.
import numpy as np

f, i, b, g, u = np.float64(2.5), np.int64(7), np.bool_(True), np.float32(0.1), np.uint8(200)
for s in (f, i, b, g, u):
    print(type(s).__name__, s, repr(s), s.dtype, s.shape, s.ndim, s.size, s.itemsize, s.nbytes, s.item(), type(s.item()).__name__, s.tolist(), bool(s), s == s, s != s, hash(s) == hash(s.item()), isinstance(s, (int, float)), float(s), int(s))
print(f.is_integer(), np.float64(3.0).is_integer(), f.sum(), f.max(), i.mean(), f.astype(int), i.astype(float), b.astype(int), round(f), round(f, 1), round(i, -1), abs(-f), -i, +f, ~i, f // 1, f % 1, divmod(i, 2), i ** 2, i / 2, i // 2, i % 4)
print(i + 1, 1 + i, i + 1.5, i * f, f / i, i & 3, i | 8, i ^ 1, i << 2, i >> 1, 2 ** i, f ** 2, 10 % i, 10 // i, i - f, b + b, b * 3, b & True, b | False)
print(i < 10, 10 > i, f <= 2.5, i == 7.0, f == 2.5, i in (7, 8), f in [2.5], {7: "x"}[i], {i: 1}[7], max(i, 3), min(f, 1), sum([i, f]), sorted([i, f, 1]), [0] * i, "a" * i, range(i)[2], list(range(i))[-1], [10, 20, 30][np.int64(1)], (1, 2)[np.uint8(1)], "abc"[np.int32(2)])
print(f"{f:.2f} {f:8.3f}| {i:5d} {i:x} {i:,} {b!s} {g:.3f} {u:b} {f:e} {i:>4} {f}", "%d %s %.1f %r" % (i, f, f, i), "{:.1f} {}".format(f, i), str(f) + str(i), repr([f, i, b, g, u]))
print(i and "yes", np.int64(0) or "no", not b, b is True, b == True, b and 5, [x for x in (f, i, b) if x], any([np.bool_(False), b]), all([b, i]))
print(type(f + 1).__name__, type(i + 1).__name__, type(i + True).__name__, type(i / 1).__name__, type(f * 2).__name__, type(g * 2).__name__, type(g + f).__name__, type(b + 1).__name__, type(b + b).__name__, type(b & b).__name__, type(-f).__name__, type(i == 7).__name__, type(f < 3).__name__, type(1.5 + i).__name__, type(2 * f).__name__)
for bad in (lambda: f[0], lambda: len(f), lambda: f(), lambda: f.nope, lambda: iter(i), lambda: f + "a", lambda: "a" + f, lambda: [1][f], lambda: f & 1, lambda: range(f), lambda: i < "a", lambda: np.float64("abc"), lambda: np.int64("x"), lambda: f.item(1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__ + ":", e)
