# np.insert in two and three dimensions, repeated positions, dtype of the result.
import numpy as np

a = np.arange(5)
for pos, vals in ((0, 9), (5, 9), (-1, 9), ([0, 0], 9), ([0, 5], [8, 9]), ([5, 0], [8, 9]), ([1, 3, 3], [7, 8, 9]), (slice(1, 4), 9), (2, [7, 8, 9]), ([], 5), (np.array([1, 2]), 0), (range(2), -1)):
    print(pos if not isinstance(pos, np.ndarray) else pos.tolist(), vals, np.insert(a, pos, vals).tolist())
m = np.arange(6).reshape(2, 3)
for ax in (0, 1, -1):
    for pos in (0, 1, -1, [0, 1]):
        print(ax, pos, np.insert(m, pos, 9, axis=ax).tolist())
print(np.insert(m, 1, [7, 8], axis=1).tolist(), np.insert(m, 1, [[7, 8, 9]], axis=0).tolist(), np.insert(m, [0, 3], [[7], [8]], axis=1).tolist() if False else np.insert(m, 3, 0, axis=1).tolist(), np.insert(m.T, 0, [5, 6], axis=0).tolist())
b = np.arange(8).reshape(2, 2, 2)
print(np.insert(b, 1, 9, axis=2).tolist(), np.insert(b, 0, [[1, 1], [2, 2]], axis=0).shape, np.insert(b, 4, 9).tolist())
print(np.insert(a, 1, 2.7).dtype, np.insert(a.astype(float), 1, 3), np.insert(np.zeros(2, np.float32), 1, 0.1), np.insert(np.zeros(2, np.uint8), 1, 7).dtype, np.insert([1.5, 2.5], 1, 2), np.insert((1, 2), 0, [0]))
r = np.insert(a, 0, 9)
r[:] = 0
print(a, r.base is None, r.flags.owndata)
