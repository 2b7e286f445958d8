# np.linspace.
import numpy as np

for args in ((0, 1), ):
    print(len(np.linspace(*args)), np.linspace(*args)[:3], np.linspace(*args)[-1])
for args in ((0, 1, 5), (0, 10, 11), (1, 2, 4), (5, 1, 5), (0, 1, 1), (0, 1, 0), (-1, 1, 3), (0, 0.1, 3), (2, 2, 3), (0, 1, 7), (1, 100, 10)):
    print(args, np.linspace(*args).tolist())
print(np.linspace(0, 1, 5, endpoint=False), np.linspace(0, 10, 4, endpoint=False), np.linspace(1, 2, num=3))
print(repr(np.linspace(0, 10, 5, dtype=int)), repr(np.linspace(0, 1, 3, dtype=np.float32)))
print(np.linspace(0, 1, 3).dtype, np.linspace(0, 3, 4).dtype)
a, step = np.linspace(0, 1, 5, retstep=True)
print(a, step)
a = np.linspace(0, 1, 11)
print(a[3], a[6], a[7], a.sum())
try:
    np.linspace(0, 1, -1)
except ValueError as e:
    print(e)
try:
    np.linspace(0, 1, 2.5)
except TypeError as e:
    print(e)
