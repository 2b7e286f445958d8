# argmin, argmax: first of equals, nan, axis, keepdims.
import numpy as np

a = np.array([[3, 1, 1], [9, 7, 9]])
print(a.argmin(), a.argmax(), a.argmin(axis=0), a.argmax(axis=1), np.argmin(a), np.argmax(a, axis=0), np.argmax([1, 5, 5]), np.argmin([2, 0, 0]), a.argmax(axis=-1), a.argmax(axis=1, keepdims=True), a.argmin(axis=0, keepdims=True))
print(np.array([1.0, np.nan, 3]).argmax(), np.array([1.0, np.nan, -3]).argmin(), np.array([np.nan, np.nan]).argmax(), np.array([False, True, True]).argmax(), np.array([False, False]).argmax(), np.array([True, False]).argmin(), np.array([np.inf, np.inf]).argmax(), np.array([-0.0, 0.0]).argmax())
b = np.arange(24).reshape(2, 3, 4)
print(b.argmax(axis=0), b.argmin(axis=1), b.argmax(axis=2), b[::-1].argmax(), b.T.argmax(), b[:, :, ::-1].argmax(axis=2), b[..., 1].argmin(axis=1))
i = a.argmax()
print(i, a.ravel()[i], a.flatten()[i], divmod(i, 3), type(i).__name__, [10, 20, 30][np.argmax([1, 3, 2])])
print(np.argmax(a[0]), np.argmin(a[:, 1]), np.argmax(5), np.array([[5]]).argmax(axis=0), np.array([7], np.uint8).argmin(), np.array([3, 1, 2], np.float32).argmin())


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.argmax([]))
err(lambda: np.zeros(0).argmin())
err(lambda: a.argmax(axis=2))
err(lambda: np.zeros((0, 3)).argmax(axis=0))
err(lambda: np.zeros((0, 3)).argmax(axis=1))
err(lambda: a.argmax(axis=(0, 1)))
np.random.seed(8)
r = np.random.randint(0, 50, (20, 30))
print(r.argmax(), r.argmin(), r.argmax(axis=0), r.argmin(axis=1), r[::2, ::3].argmax(axis=1))
