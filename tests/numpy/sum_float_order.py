# Pairwise summation: the last digits depend on the order of additions.
import numpy as np

np.random.seed(3)
for n in (1, 5, 7, 8, 9, 16, 63, 100, 127, 128, 129, 130, 200, 256, 257, 1000, 1024, 5000, 10001):
    x = np.random.randn(n)
    print(n, repr(x.sum()), repr(x.mean()), repr(x[::2].sum()), repr(x[::-1].sum()))
y = np.random.rand(300, 40)
print(repr(y.sum()), repr(y.T.sum()), repr(y[:, :13].sum()), repr(y[:, 3].sum()), repr(y.sum(axis=0)[5]), repr(y.sum(axis=1)[7]), repr(y.T.sum(axis=1)[5]), repr(y.T.sum(axis=0)[7]), repr(y.mean(axis=0)[1]), repr(y.std()))
z = np.random.rand(7, 200, 3)
print(repr(z.sum()), repr(z.sum(axis=0)[3, 1]), repr(z.sum(axis=1)[3, 1]), repr(z.sum(axis=2)[3, 1]), repr(z.sum(axis=(0, 1))[1]), repr(z.sum(axis=(1, 2))[2]), repr(z.sum(axis=(0, 2))[5]), repr(z.mean()), repr(z.std(axis=1)[2, 2]))
f = np.random.rand(3000).astype(np.float32)
print(repr(f.sum()), repr(f.mean()), repr(f[::3].sum()), repr(f.std()), repr(f.reshape(30, 100).sum(axis=0)[4]), repr(f.reshape(30, 100).sum(axis=1)[4]), repr(f.reshape(30, 100).mean(axis=1)[4]))
print(repr(np.full(1000, 0.1).sum()), repr(np.full(1000, 0.1, np.float32).sum()), repr(sum(np.full(1000, 0.1))), repr(np.full(100, 0.1).mean()), repr((np.arange(1000) * 0.1).sum()))
