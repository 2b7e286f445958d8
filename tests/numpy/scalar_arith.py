# Scalars: types of results, with Python numbers and with each other.
import numpy as np

vals = [np.bool_(True), np.uint8(200), np.int32(7), np.int64(-3), np.float32(1.5), np.float64(0.1), True, 3, 2.5]
for a in vals:
    row = []
    for b in vals:
        r = a + b
        row.append("%s:%s" % (type(r).__name__, r))
    print(type(a).__name__, *row)
for a in vals:
    row = []
    for b in vals:
        r = a / b
        row.append("%s:%s" % (type(r).__name__, r))
    print(type(a).__name__, *row)
i, f = np.int64(7), np.float64(2.5)
print(i // 2, i % 4, i ** 2, -i, abs(-i), divmod(i, 2), i << 1, i >> 1, i & 3, i | 8, i ^ 1, ~i, 2 ** i, 10 - i, 10 // i, 10 % i)
print(f // 1, f % 1, f ** 2, -f, abs(-f), divmod(f, 1), 2 ** f, 10 - f, 10 / f, f * 2, 2 * f, f - 1)
for r in (i // 2, i ** 2, -i, 2 ** i, f // 1, f % 1, i / 2, i * 1.0, i + True, f + i, abs(i), i == 7, i < 3, ~i, i & 1):
    print(type(r).__name__, r, end="; ")
print()
print(np.bool_(True) & np.bool_(False), np.bool_(True) | False, ~np.bool_(True), not np.bool_(True), np.bool_(True) + np.bool_(True), np.bool_(1) ^ np.bool_(1), type(np.bool_(True) & True).__name__)
print(i == 7, f == 2.5, i != 7, i > 3, 3 < i, i <= f, hash(i) == hash(7), hash(f) == hash(2.5), {7: "a"}[i], i in [7], [10] * np.int64(2), "ab" * np.int64(2))
print([1, 2, 3][np.int64(1)], (1, 2, 3)[np.uint8(2)], list(range(np.int32(3))), range(10)[np.int64(2)], "abc"[np.int64(0)], [0, 1, 2][np.int64(1):])
print(i.item(), type(i.item()).__name__, f.item(), type(f.item()).__name__, i.dtype, f.shape, f.ndim, f.size, i.itemsize, i.nbytes, type(np.bool_(True).item()).__name__)
print(isinstance(f, float), isinstance(i, int), isinstance(f, np.float64), isinstance(i, np.int64), isinstance(np.float32(1), float), isinstance(np.bool_(1), bool))
print(f.sum(), f.mean(), f.max(), i.astype(float), f.astype(int), f.tolist(), i.tolist(), f.is_integer(), i.T, f.copy(), i.reshape(1))
