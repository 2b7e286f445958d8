# Mixed basic and advanced indexing in three dimensions.
import numpy as np

b = np.arange(60).reshape(3, 4, 5)
cases = [("b[0]", b[0]), ("b[:, 1, :]", b[:, 1, :]), ("b[[0, 2]]", b[[0, 2]]), ("b[[0, 2], 1]", b[[0, 2], 1]), ("b[[0, 2], :, 1]", b[[0, 2], :, 1]), ("b[:, [0, 1], 2:4]", b[:, [0, 1], 2:4]),
         ("b[1, :, [0, 1]]", b[1, :, [0, 1]]), ("b[1:, [0, 1], [2, 3]]", b[1:, [0, 1], [2, 3]]), ("b[[0, 1], :, [2, 3]]", b[[0, 1], :, [2, 3]]), ("b[..., [1, 1]]", b[..., [1, 1]]), ("b[[[0], [1]], [0, 1]]", b[[[0], [1]], [0, 1]]),
         ("b[b[:, 0, 0] > 10]", b[b[:, 0, 0] > 10]), ("b[:, b[0, :, 0] > 5]", b[:, b[0, :, 0] > 5]), ("b[1, b[1] > 35]", b[1, b[1] > 35]), ("b[None, [0]]", b[None, [0]]), ("b[[0], None]", b[[0], None]), ("b[:, [0], None, 1]", b[:, [0], None, 1]), ("b[-1, ::-1, [0, -1]]", b[-1, ::-1, [0, -1]])]
for name, v in cases:
    print(name, v.shape, v.ravel()[:8].tolist(), v.sum())
w = b.copy()
w[:, [0, 1], 2] = 0
w[[0, 2], :, 4] = -1
w[1, [2, 3]] = [[7], [8]]
w[..., 0][[0, 1]] = 99
print(w)
w[w > 50] = 50
w[0][w[0] < 0] = 5
w[:, 3, [0, 1]] += 1000
print(w)
w[np.array([True, False, True]), 1:3, 0] = [[1, 2], [3, 4]]
print(w[:, :, 0])
for bad in (lambda: b[[0, 3]], lambda: b[:, [4]], lambda: b[[0, 1], [0, 1, 2]], lambda: b[0, 0, 0, 0], lambda: b[[0, 1], :, :, 0], lambda: b[..., [5]], lambda: b[np.ones((3, 5), bool)]):
    try:
        print(bad())
    except IndexError as e:
        print(e)
