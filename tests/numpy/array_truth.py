# Arrays in conditions, chained logic, any/all idioms, len-0 arrays.
import numpy as np

print(bool(np.array([1])), bool(np.array([0])), bool(np.array([[2.5]])), bool(np.array(0)), bool(np.array(3)), bool(np.float64(0)), bool(np.int64(5)), not np.array([0]), bool(np.array([np.nan])))
a = np.array([1, 2, 3])


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: "y" if a else "n")
err(lambda: a and 1)
err(lambda: a or 1)
err(lambda: not a)
err(lambda: a == a and 1)
err(lambda: 0 < a < 5)
err(lambda: [a, a].index(a[:2]) if False else [a] == [a.copy()])
err(lambda: a in [a.copy()])
err(lambda: [1, 2].count(a) if False else max(a, a + 1))
err(lambda: sorted([a, a]))
err(lambda: (a, 1) == (a.copy(), 1))
print([a] == [a], a in [a], (a, 1) == (a, 1), [a].index(a))
print("y" if (a > 0).all() else "n", "y" if (a > 5).any() else "n", (a > 1) & (a < 3), (a < 2) | (a > 2), ~(a > 1))
while np.array([False]):
    print("never")
if len(np.zeros(0)) == 0 and np.zeros(0).size == 0:
    print("empty")
x = np.float64(0.0)
print(x or "default", np.int64(3) and "yes", np.bool_(False) or "f", not np.bool_(True), [v for v in a if v > 1], [bool(v) for v in np.array([0, 1, 2])], sum(1 for v in a if v % 2))
print(None is a, a is not None, a == None if False else "", np.array([None]) is None if False else "", isinstance(a > 1, np.ndarray), (a > 1).dtype == bool, True if np.bool_(True) else False, np.bool_(True) is True, np.bool_(True) == True)
d = {np.int64(1): "a", np.float64(2.0): "b", "k": np.arange(2)}
print(d[1], d[2], d, 1 in d, np.int64(2) in d)
