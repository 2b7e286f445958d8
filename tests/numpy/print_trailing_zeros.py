# Which zeros are trimmed, and how columns line up.
import numpy as np

for v in ([1.0, 2.0], [1.5, 2.0], [1.25, 2.5], [100.0, 2.5], [0.1, 10.0], [1.10, 1.01], [3.0], [-3.0, 3.0], [0.5], [1e-3, 1.0], [1.0, 0.333], [12.0, 0.05, 100.125], [1e5, 2e5], [123.0, 4.0], [0.0], [0.0, 0.5], [1e-7], [99.99, 100.0], [1.0001, 1.0], [1.000000001, 1.0]):
    print(np.array(v), repr(np.array(v)), np.array(v, dtype=np.float32), repr(np.array(v, dtype=np.float32)))
print(np.array([[1.0, 2.5], [10.25, 3.0]]))
print(np.array([[1.0, 2.0], [10.0, 3.0]]))
print(np.array([[0.001, 1000.0], [0.1, 10.0]]))
print(np.array([[1.0, -2.5], [-10.25, 3.0]]))
print(np.array([[1e-10, 1.0]]), np.array([[1e10, 1.0]]))
print(np.array([[[1.5]], [[22.25]]]))
print(repr(np.array([[1.0, 2.5], [10.25, 3.0]])))
print(np.arange(0, 1, 0.125), np.arange(0, 3, 0.5), np.arange(5) / 4, np.arange(5) * 1.0, np.ones(3) / 3, np.ones(2) * 2 / 3, np.array([1e3, 1e4, 1e5]) / 7)
print(np.linspace(0, 100, 5), np.linspace(0, 1, 4), np.linspace(1e-3, 1e3, 3), np.linspace(-1e6, 1e6, 3))
