# More than 1000 elements: the middle is left out.
import numpy as np

print(np.arange(1000)[:5], str(np.arange(1000)).count("\n"), "..." in str(np.arange(1000)))
print(np.arange(1001))
print(repr(np.arange(1001)))
print(np.arange(2000) / 3)
print(repr(np.arange(2000) / 3))
print(np.zeros(1500), repr(np.zeros(1500, dtype=np.float32)), np.zeros(2000, bool))
print(np.arange(2500).reshape(50, 50))
print(repr(np.arange(2500).reshape(50, 50)))
print(np.arange(2500).reshape(500, 5))
print(np.arange(2500).reshape(5, 500))
print(np.arange(1200).reshape(4, 300) / 7)
print(repr(np.arange(1200).reshape(300, 4) * 0.25))
print(np.arange(100000) * 1000)
print(np.arange(1006, dtype=np.uint8))
