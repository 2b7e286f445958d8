# bool, uint8, int32 and float32 arrays: padding and dtype suffix.
import numpy as np

print(np.array([True, False, True]), repr(np.array([True, False])), repr(np.array([True])), repr(np.array([False, False])))
print(np.zeros(30, dtype=bool))
print(repr(np.zeros(30, dtype=bool)))
print(np.array([1, 10, 100], np.uint8), repr(np.array([1, 10, 100], np.uint8)))
print(np.array([1.5, 2.5], np.float32), repr(np.array([1.5, 2.5], np.float32)), repr(np.array([0.1, 1 / 3], np.float32)))
print(repr(np.array([], dtype=np.float32)), repr(np.array([], dtype=bool)), repr(np.array([], dtype=int)), repr(np.array([])), np.array([]))
print(repr(np.arange(30, dtype=np.float32) / 7))
print(repr(np.arange(24, dtype=np.uint8).reshape(2, 12)))
print(repr(np.arange(24, dtype=np.int32).reshape(2, 12) - 12))
print(repr(np.array([[0.1, 0.25]], dtype=np.float32)))
print(repr(np.array([16777216, 0.5], dtype=np.float32)), repr(np.array([1e20], dtype=np.float32)), np.array([3.4e38], np.float32))
print(repr(np.zeros((0, 2), np.uint8)), repr(np.zeros((3, 0, 2))), repr(np.zeros((0,), bool)), np.zeros((2, 0)), np.zeros((0, 2, 3)))
print(repr(np.arange(17, dtype=np.int32) * 1000), repr(np.arange(16, dtype=np.int32) * 1000))
print(repr(np.arange(14, dtype=np.float32) + 0.25))
