# The same precision for all elements of an array: the most that one of them needs, at most 8.
import numpy as np

print(np.array([1, 1.1, 1.12, 1.123, 1.1234]))
print(np.array([1.123456789, 1.0]))
print(np.array([0.5, 0.25, 0.125, 0.0625, 0.03125]))
print(np.array([10.5, 100.25, 1000.125]))
print(np.array([1 / 3, 100]), np.array([1 / 3, 1000000.5]))
print(repr(np.array([1.10000000001, 2.0])), repr(np.array([1.00000001, 2.0])), repr(np.array([1.000000001, 2.0])))
print(np.array([2.675, 1.005]), np.array([0.29999999999999998, 0.3]), np.array([1e-8, 0.1]), np.array([0.1, 0.00000001]))
print(np.array([123456.123456, 654321.654321]), np.array([9.999999999, 1.0]), np.array([0.999999999]), np.array([9.99999999e7]))
print(np.array([[0.1, 0.22], [0.333, 4]]))
print(np.array([5.0, 10.0, 15.0]), np.array([5., 10.5]), np.array([1e2, 1e3]), np.array([1.0, 123.456, 7.89012]))
np.random.seed(1)
print(np.random.randn(3, 3))
print(repr(np.random.rand(5)))
print(np.random.rand(3) * 100, np.random.rand(3) * 1e-3, np.random.randn(4) * 1e6)
print(np.float32(np.pi), np.array([np.pi], np.float32), np.array([np.pi, 1], np.float32) * 100, np.array([1 / 3] * 3, np.float32))
print(np.array([16777217.0, 0.1], np.float32), np.array([0.1, 0.2, 0.3], np.float32), np.array([0.3, 1e-3], np.float32))
