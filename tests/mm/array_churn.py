# Many arrays, short-lived: sums stay right, memory is reused.
# stress: 120
import gc
import numpy as np

total = 0
for i in range(300):
    a = np.arange(i + 1)
    b = a * 2 + 1
    total += int(b.sum())
print(total)
acc = np.zeros(100)
for i in range(200):
    acc = acc + np.ones(100) * i
print(acc[0], acc.sum())
keep = {}
for i in range(200):
    keep[i % 20] = np.full(50, i)
print(sorted(int(v[0]) for v in keep.values()))
s = np.array([])
for i in range(150):
    s = np.append(s, i)
print(s.sum(), s.size)
d = np.arange(200)
while d.size > 5:
    d = np.delete(d, d.size // 2)
print(d)
grid = np.zeros((20, 20))
for i in range(50):
    grid = (grid + grid.T) / 2 + i
    if i % 10 == 0:
        gc.collect()
print(grid[3, 4], grid.sum())
lists = [np.arange(10).tolist() for _ in range(100)]
print(sum(map(sum, lists)))
masks = [np.arange(30)[np.arange(30) % k == 0] for k in range(1, 10)]
gc.collect()
print([m.sum() for m in masks])
objs = np.zeros(10)
for i in range(1000):
    objs[i % 10] += np.float64(i) * 0.5
print(objs)
