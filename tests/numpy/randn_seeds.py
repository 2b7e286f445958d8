# np.random.randn and rand: bit for bit, shapes, the cached second Gaussian.
import numpy as np

for seed in (0, 1, 42, 2021, 4294967295):
    np.random.seed(seed)
    print(seed, repr(np.random.randn()), repr(np.random.rand()), np.random.randn(3).tolist(), np.random.rand(2).tolist(), repr(np.random.randn()), repr(np.random.randn()))
np.random.seed(0)
print(np.random.randn(3, 4))
print(np.random.rand(2, 3))
print(np.random.randn(2, 2, 2))
print(np.random.randn(0), np.random.randn(2, 0).shape, np.random.rand(1, 1, 1), type(np.random.randn()).__name__, type(np.random.rand()).__name__, np.random.randn(2).dtype)
np.random.seed(5)
a = np.random.randn(5)
np.random.seed(5)
b = [np.random.randn() for _ in range(5)]
np.random.seed(5)
c = np.random.randn(5, 1).ravel()
print(a.tolist() == b, (a == c).all())
np.random.seed(5)
x = np.random.randn()
np.random.seed(5)
print(x == np.random.randn(), x)
np.random.seed(1234)
big = np.random.randn(500, 32)
print(big.shape, repr(big.mean()), repr(big.std()), repr(big.max()), repr(big[499, 31]), repr(big.sum()))
u = np.random.rand(100000)
print(repr(u.min()), repr(u.max()), repr(u[-1]), (u < 0.5).sum())


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: np.random.randn(-1))
err(lambda: np.random.randn("a"))
err(lambda: np.random.randn(2.5))
err(lambda: np.random.rand((2, 3)))
