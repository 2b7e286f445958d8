# np.random.choice: with and without replacement, with probabilities.
import numpy as np

for seed in (0, 17):
    np.random.seed(seed)
    print(np.random.choice(5), np.random.choice(5, 3), np.random.choice([10, 20, 30], 4), np.random.choice(10, (2, 3)).tolist(), np.random.choice(5, 5, replace=False), np.random.choice(100, 4, replace=False), np.random.choice([1.5, 2.5]), np.random.choice(np.array([7, 8, 9]), size=2))
    print(np.random.choice(3, 6, p=[0.1, 0.2, 0.7]), np.random.choice([5, 6, 7], p=[0, 1, 0]), np.random.choice(4, 3, replace=False, p=[0.1, 0.2, 0.3, 0.4]), np.random.choice(3, p=[0.5, 0.25, 0.25]), np.random.choice(10, (2, 2), replace=False).tolist(), np.random.choice([True, False], 4))
    print(np.random.choice(5, 2, False), np.random.choice(4, 4, False, [0.25] * 4), np.random.choice(1000, 5), np.random.choice(3, 0), np.random.choice(3, 2, p=np.array([0.2, 0.3, 0.5])))
print(type(np.random.choice(5)).__name__, type(np.random.choice([1.5])).__name__, np.random.choice(5, 1), np.random.choice(np.int64(5)), np.random.choice(range(3)))


def err(f):
    try:
        print(f())
    except Exception as x:
        print(type(x).__name__ + ":", x)


err(lambda: np.random.choice(0))
err(lambda: np.random.choice(-1))
err(lambda: np.random.choice([]))
err(lambda: np.random.choice(3, 5, replace=False))
err(lambda: np.random.choice(3, p=[0.5, 0.5]))
err(lambda: np.random.choice(3, p=[0.5, 0.5, 0.5]))
err(lambda: np.random.choice(3, p=[-0.5, 0.5, 1.0]))
err(lambda: np.random.choice([[1, 2], [3, 4]]))
err(lambda: np.random.choice(2.5))
err(lambda: np.random.choice(3, 2, replace=False, p=[1, 0, 0]))
np.random.seed(2)
counts = [0] * 4
for v in np.random.choice(4, 1000, p=[0.1, 0.2, 0.3, 0.4]):
    counts[v] += 1
print(counts, np.random.rand())
