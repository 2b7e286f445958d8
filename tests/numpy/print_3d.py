# Three and four dimensions: blank lines between blocks.
import numpy as np

print(np.arange(24).reshape(2, 3, 4))
print(repr(np.arange(24).reshape(2, 3, 4)))
print(np.zeros((1, 1, 1)), repr(np.zeros((1, 1, 1))))
print(np.arange(16).reshape(2, 2, 2, 2))
print(repr(np.arange(16).reshape(2, 2, 2, 2)))
print(np.arange(8).reshape(2, 2, 2) / 2)
print(repr(np.arange(8, dtype=np.float32).reshape(2, 2, 2)))
print(repr(np.zeros((2, 1, 2), dtype=bool)))
print(np.ones((2, 2, 1, 1), dtype=np.uint8))
print(repr(np.ones((1, 1, 1, 1, 1))))
print(np.arange(120).reshape(2, 2, 30))
