# The blog's loop with lists: 32 rows of nested lists picked and deleted.
import numpy as np


def func():
    np.random.seed(1)
    data = np.random.randn(500, 32, 32, 3).tolist()
    selected = []
    for _ in range(100):
        i = np.random.randint(low=0, high=len(data))
        selected.append(data[i])
        del data[i]
    return len(data), sum(s[0][0][0] for s in selected)


for _ in range(2):
    print(func())
