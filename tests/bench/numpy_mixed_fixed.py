# The blog's loop, repaired: rows are copied into lists, the array shrinks.
import numpy as np


def func():
    np.random.seed(3)
    data = np.random.randn(500, 32, 32, 3)
    selected = []
    for _ in range(100):
        i = np.random.randint(low=0, high=len(data))
        selected.append(data[i].tolist())
        data = np.delete(data, i, axis=0)
    return data.shape, selected[0][0][0][0], len(selected)


for _ in range(5):
    print(func())
