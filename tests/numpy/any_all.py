# any and all.
import numpy as np

m = np.array([[True, False, True], [True, True, True]])
print(m.any(), m.all(), m.any(axis=0), m.all(axis=0), m.all(axis=1), m.any(axis=1, keepdims=True), m.all(axis=(0, 1)), np.any(m), np.all(m, axis=1), np.any([0, 0, 1]), np.all([1, 2, 0]))
print(np.array([0, 0]).any(), np.array([1, 2]).all(), np.array([0.0, np.nan]).any(), np.array([np.nan]).all(), np.zeros(0).any(), np.zeros(0).all(), np.zeros((0, 2)).all(axis=0), np.zeros((2, 0)).any(axis=1), np.array([-0.0]).any())
a = np.arange(6).reshape(2, 3)
print((a > 4).any(), (a >= 0).all(), (a > 2).any(axis=0), (a > 2).all(axis=1), a.any(), a.all(), a.any(axis=1), a.all(axis=0), (a == a).all(), (a == 9).any(), (a[0] < a[1]).all())
print(type(m.any()).__name__, m.any(axis=0).dtype, a.all(axis=0).dtype, any(a[0]), all(a[1]), any(m[0]), np.any(a > 3) and not np.all(a > 3), "yes" if (a > 3).any() else "no", not a.any())
for t in (np.uint8, np.int32, np.float32):
    x = np.array([[0, 1], [0, 0]]).astype(t)
    print(x.any(), x.all(), x.any(axis=0), x.any(axis=1), x.all(axis=0))
b = np.arange(24).reshape(2, 3, 4)
print((b % 5 == 0).any(axis=(0, 1)), (b > 3).all(axis=(1, 2)), (b.T > 20).any(axis=0), (b > 3).all(axis=2, keepdims=True).shape, (b[::-1, ::2] > 11).all(axis=0))
for f in (lambda: m.any(axis=2), lambda: m.all(axis=-3), lambda: np.any()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
