# Arrays printed inside strings, f-strings, containers and with several print arguments.
import numpy as np

a = np.arange(3)
b = np.array([[1.5, 2], [3, 4]])
print(a, b, sep="\n")
print("a =", a, "b =", b)
print(f"a={a} b={b!r}")
print("%s and %r" % (a, a), "{} {!r}".format(a, b), str(a) + repr(b))
print([a, b], (a,), {"a": a, "b": b}, {1: [a]}, [[a], [b]])
print([a[0], b[0, 0], a.sum(), b.mean()], (a.dtype, b.dtype), a.shape, b.shape)
print(f"{a[1]} {b[0, 0]} {a.mean():.3f} {b.sum():>10} {a.sum():03d} {b.max():e} {a[1]!r} {b[1, 1]!s:>6} {a.size} {a.dtype}")
print(a.tolist(), b.tolist(), str(a.tolist()), repr(b[0].tolist()))
for row in b:
    print("row", row, "sum", row.sum())
for i, v in enumerate(b.ravel()):
    print(i, v, end=" | ")
print()
print(*a, *b[0], sep=",")
print(" ".join(f"{v:6.2f}" for v in b.ravel()), " ".join(map(str, a)), ", ".join(repr(v) for v in b[0]))
print(str(np.array([])), repr(np.array([])), [np.array([])], str(np.zeros((0, 2))), repr(np.zeros((2, 0), int)))
print(np.float64(1.0), [np.float64(1.0)], np.float32(1.1), [np.float32(1.1)], np.int64(3), [np.int64(3)], np.bool_(True), [np.bool_(True)], (np.float64(0.1),), {np.int64(1): np.float64(2)})
print(repr(np.arange(3).astype(float)), repr(np.arange(3) > 1), repr(a[:0]), repr(a[None]), repr(b.T), repr(b[:, 0]), repr(b[0]))
