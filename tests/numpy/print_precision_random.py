# Printing random numbers of many magnitudes.
import numpy as np

np.random.seed(12)
for scale in (1e-8, 1e-4, 1e-2, 1.0, 1e2, 1e4, 1e6, 1e9, 1e15):
    x = np.random.randn(5) * scale
    print(x)
    print(repr(x))
for n in (1, 2, 3, 10):
    print(np.random.rand(n))
    print(repr(np.random.rand(2, n)))
print(np.random.randn(3, 3) * np.array([1, 100, 10000]))
print(np.random.randn(4, 1) * np.array([[1e-3], [1], [1e3], [1e5]]))
print(np.random.randint(-1000, 1000, (4, 5)))
print(np.random.randint(0, 10 ** 6, 12))
print(np.random.rand(3).astype(np.float32), np.random.randn(2, 2).astype(np.float32))
print(repr(np.random.randn(4).astype(np.float32) * 1000))
print(np.random.normal(100, 15, 8))
print(np.random.uniform(-1, 1, (2, 6)))
print(np.random.randn(2, 3, 2))
print(np.round(np.random.rand(4), 2) if hasattr(np, "round") else "", np.random.rand(4) > 0.5)
print(np.random.randn(1), np.random.randn(1, 1), np.random.randn(), [np.random.rand()])
