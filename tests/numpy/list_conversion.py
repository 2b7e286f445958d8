# Between arrays, lists, tuples and Python numbers.
import numpy as np

a = np.array([[1, 2], [3, 4]])
print(list(a), a.tolist(), tuple(map(tuple, a)), [list(r) for r in a], [[int(v) for v in r] for r in a], np.array(a.tolist()), np.array(list(a)), list(a.ravel()), sum(a.tolist(), []))
for t in (np.bool_, np.uint8, np.int32, np.int64, np.float32, np.float64):
    x = np.array([0, 1, 2]).astype(t)
    l = x.tolist()
    print(t.__name__, l, type(l[0]).__name__, type(x[1]).__name__, type(x[1].item()).__name__, list(x), [repr(v) for v in x])
print(np.array([0.1, 1 / 3], np.float32).tolist(), float(np.float32(0.1)), np.float32(0.1).item(), np.array([1e20]).tolist(), np.array([2 ** 62]).tolist())
print(int(a[0, 1]), float(a[1, 0]), str(a[0, 0]), bool(a[0, 0]), [1, 2, 3][a[0, 0]], "x" * int(a[0, 1]), range(a[1, 1]), list(range(a[0, 1], a[1, 1])), "%d" % a[1, 0], "ab"[a[0, 0]])
z = np.zeros((2, 0, 3))
print(z.tolist(), np.zeros((0,)).tolist(), np.array(5).tolist(), np.array([[]]).tolist(), list(np.zeros((0, 3))), np.array([[[7]]]).tolist())
d = {"a": a.tolist(), "t": a.shape, "m": a.mean(), "s": a.sum()}
print(d, d["a"][1][0], isinstance(d["s"], int), isinstance(d["m"], float))
print(np.array((1, 2, 3)), np.array([(1, 2), [3, 4]]), np.array([range(3)] * 2), np.array([a[0], (5, 6)]), np.array([np.float64(1), 2]), np.array([True, 2, 3.5]), np.array([[True], [0]]), np.array([a, a]).shape, np.array({1: 2}.keys() and [1]))
print(sorted(a.ravel().tolist(), reverse=True), dict(zip("ab", a.tolist())), {tuple(r) for r in a.tolist()} == {(1, 2), (3, 4)}, [r.tolist() for r in a.T], a.tolist() == [[1, 2], [3, 4]], "-".join(map(str, a.ravel())), "".join(str(v) for v in a[0]))
