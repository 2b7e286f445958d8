# Sign columns.
import numpy as np

print(np.array([-1, 2, -3]), np.array([1, -20]), np.array([-1.5, 2]), np.array([1.5, -2.25]), np.array([-0.0, 0.0]), np.array([-10, 5.5]))
print(repr(np.array([-1, 2, -3])), repr(np.array([-1.5, 2])), repr(np.array([-0.0])), repr(np.array([-1e-10, 1.0])))
print(np.array([[-1, 10], [100, -1000]]))
print(np.array([[-1.5, 10], [100.25, -0.125]]))
print(repr(-np.arange(5)), repr(np.arange(-2, 3) / 2), repr(-np.ones((2, 2))))
print(np.array([-1.0, float("nan")]), np.array([float("-inf"), 1.0]), np.array([-5]), -np.arange(3.0))
print(repr(np.arange(-30, 0)))
print(repr(np.linspace(-1, 1, 9)))
print(np.array([-1e-5, 1e5]), np.array([-1e10]), np.array([1e-20, -1.0]))
print(repr(np.array([-128, 127], np.int32)), np.array([-1.5], np.float32))
print(-np.float64(2.5), -np.int64(3), repr(-np.zeros(1)))
