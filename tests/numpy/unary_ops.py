# Unary minus, plus, abs, round, conversion.
import numpy as np

for a in (np.array([1, -2, 3]), np.array([1.5, -2.5, 0.0]), np.array([1, 2], np.uint8), np.array([-1.5], np.float32), np.array([-5], np.int32)):
    print(-a, +a, abs(a), (-a).dtype, abs(a).dtype, np.abs(a) if hasattr(np, "abs") else abs(a))
a = np.array([0.5, 1.5, 2.5, -0.5, 1.25, 1.35, 123.456])
print(a.round() if hasattr(a, "round") else "", a.round(1), a.round(2), a.round(-1))
print(int(np.array([5])), float(np.array([2.5])), int(np.array([[7]])), bool(np.array([0.0])), complex if False else "")
for f in (lambda: int(np.array([1, 2])), lambda: float(np.array([])), lambda: int(np.arange(4)), lambda: "x" * np.array([1, 2]) if False else [1, 2][np.array([0])] if False else float(np.zeros((2, 1)))):
    try:
        print(f())
    except TypeError as e:
        print(e)
print(np.array([1, 2]).item(1), np.array([[1, 2], [3, 4]]).item(1, 0), np.array([5]).item(), np.arange(6).reshape(2, 3).item(4), type(np.array([1.5]).item()).__name__)
for f in (lambda: np.arange(3).item(), lambda: np.arange(3).item(5), lambda: np.arange(4).reshape(2, 2).item(2, 0)):
    try:
        print(f())
    except (ValueError, IndexError) as e:
        print(type(e).__name__, e)
b = np.array([1, -1])
c = -b
c[0] = 100
print(b, c, -(-b), abs(-b) is b)
print(hash(np.int64(5)) == 5, np.array(3).__index__() if False else [0, 1, 2, 3][np.array(3)])
try:
    hash(b)
except TypeError as e:
    print(e)
try:
    {b: 1}
except TypeError as e:
    print(e)
