# The blog's sequence: one stream shared by all functions.
import numpy as np

np.random.seed(0)
print(np.random.randn(2))
print(np.random.randint(0, 100, 3))
print(np.random.rand(2))
print(np.random.choice([1, 2, 3, 4], 3))
print(np.random.permutation(5))
print(np.random.normal(1, 2, 2))
print(np.random.uniform(0, 10, 2))
x = np.arange(5)
np.random.shuffle(x)
print(x)
print(np.random.random())
print(np.random.randint(low=0, high=500))
for seed in range(5):
    np.random.seed(seed)
    print(np.random.randn(1)[0], np.random.randint(9), np.random.rand(), np.random.randn(), np.random.choice(7), np.random.permutation(4), np.random.uniform(-1, 1), np.random.normal(), np.random.randint(2 ** 40))
np.random.seed(0)
data = np.random.randn(20, 2, 2)
picked = []
for _ in range(5):
    i = np.random.randint(low=0, high=len(data))
    picked.append((i, float(data[i].sum())))
    data = np.delete(data, i, axis=0)
print(picked, data.shape, repr(data.sum()))
np.random.seed(0)
data = np.random.randn(20, 2, 2).tolist()
picked = []
for _ in range(5):
    i = np.random.randint(low=0, high=len(data))
    picked.append((i, data[i][0][0]))
    del data[i]
print(picked, len(data))
np.random.seed(10)
np.random.seed(np.int64(3))
print(np.random.rand())
np.random.seed(3)
print(np.random.rand())
import random
random.seed(3)
print(random.random(), np.random.rand())
