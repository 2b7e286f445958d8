# Division by zero gives inf/nan and goes on (the warning goes to stderr only).
import numpy as np

a = np.array([1.0, -1.0, 0.0])
r = a / 0
print(r)
print(a // 0, a % 0, 1 / np.zeros(2), np.zeros(2) / np.zeros(2), np.arange(3) / 0, np.arange(3) // 0, np.arange(3) % 0)
print(np.float64(1) / 0.0, np.float64(0) / 0, np.int64(7) / 0, np.float32(1) / 0, np.int64(7) // 0, np.int64(7) % 0, np.float64(7) // 0, np.float64(7) % 0)
try:
    1 / np.array([1, 2]).tolist()[0] / 0
except ZeroDivisionError as e:
    print("python ints still raise:", e)
try:
    float(np.float64(1)) / 0
except ZeroDivisionError as e:
    print("python floats too:", e)
b = np.array([4.0, 2.0])
b /= 0
print(b)
c = np.array([0.0])
c **= -1
print(c, np.array([-1.0]) ** 0.5, np.array([1e300]) * 1e300, np.zeros(0).mean(), np.zeros(3).mean())
x = np.array([[1.0, 0.0], [0.0, 0.0]])
print(x / x, x / x.sum(axis=1, keepdims=True), (x / x)[0, 0])
print("end")
