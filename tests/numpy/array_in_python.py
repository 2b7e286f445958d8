# Arrays inside Python structures: lists, dicts, classes, closures, generators, f-strings.
import numpy as np


class Layer:
    def __init__(self, n, m, seed):
        np.random.seed(seed)
        self.w = np.random.randn(n, m)
        self.b = np.zeros(m)

    def forward(self, x):
        return (x[:, None] * self.w).sum(axis=0) + self.b

    def __repr__(self):
        return "Layer%s" % (self.w.shape,)


layers = [Layer(3, 4, 1), Layer(4, 2, 2)]
x = np.array([1.0, -1.0, 0.5])
for l in layers:
    x = l.forward(x)
    print(l, x, x.shape)


def batches(data, n):
    for i in range(0, len(data), n):
        yield data[i:i + n]


for b in batches(np.arange(10), 4):
    print(b, b.base is not None, end="; ")
print()
cache = {}


def cached(n):
    if n not in cache:
        cache[n] = np.arange(n) ** 2
    return cache[n]


cached(4)[0] = 100
print(cached(4), cached(3), cache)
history = []
state = np.zeros(3)
for i in range(3):
    state[i] = i + 1
    history.append(state)
print(history)
history = []
state = np.zeros(3)
for i in range(3):
    state[i] = i + 1
    history.append(state.copy())
print(np.array(history), np.stack(history).sum(axis=1))


def make(n):
    buf = np.zeros(n, dtype=int)

    def push(i, v):
        buf[i] += v
        return buf
    return push


p = make(3)
p(0, 5)
print(p(2, 7), [row.sum() for row in np.arange(9).reshape(3, 3)], {i: r.tolist() for i, r in enumerate(np.eye(2) if hasattr(np, "eye") else np.array([[1., 0.], [0., 1.]]))})
print(f"{np.arange(3)!r:>20}|{np.arange(3).sum():>5}|{np.arange(4).mean():.2f}|{np.float64(1 / 3):8.4f}|{np.int64(255):#x}")
m = [[0] * 3 for _ in range(2)]
m[1][np.int64(2)] = np.int64(5)
print(m, [np.float64(0.5), np.int64(2)], (np.float32(0.25),), {np.int64(3)}, str([np.arange(2), np.float64(1)]))
print(sorted([np.float64(2), 1, np.int64(3)]), max(np.float64(2), 5), sum([np.float64(0.5)] * 3), divmod(np.int64(7), 2), abs(np.float64(-2)), round(np.float64(2.5)), round(np.float64(1.256), 2), pow(np.int64(2), 3))
