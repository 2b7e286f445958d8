# str and repr of one-dimensional integer arrays.
import numpy as np

for v in ([1], [1, 2, 3], [1, 20, 300], [-1, 5], [-100, 5, 20], [0], [10 ** 15, 1], [10 ** 18, -10 ** 18], list(range(30)), list(range(-15, 15)),
          list(range(0, 3000, 100)), [2 ** 63 - 1, -2 ** 63]):
    a = np.array(v)
    print(a)
    print(repr(a))
print(np.array([1, 2, 3], np.int32))
print(repr(np.array([1, 2, 3], np.int32)))
print(repr(np.array([1, 200, 3], np.uint8)))
print(repr(np.arange(40, dtype=np.int32)))
print(repr(np.arange(40, dtype=np.uint8)))
print([np.array([1, 2]), np.array([3])], {"a": np.array([1])}, (np.arange(3),))
print("%s|%r" % (np.arange(3), np.arange(3)), f"{np.arange(3)} {np.arange(2)!r}", str(np.arange(3)) + "!", "{}".format(np.arange(2)))
