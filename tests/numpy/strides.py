# Strides of views.
import numpy as np

a = np.arange(24).reshape(2, 3, 4)
for name, v in (("a", a), ("T", a.T), ("[0]", a[0]), ("[:,1]", a[:, 1]), ("[...,2]", a[..., 2]), ("[::-1]", a[::-1]), ("[:, ::2]", a[:, ::2]), ("[..., ::-2]", a[..., ::-2]), ("[None]", a[None]), ("[:, None]", a[:, None]),
                ("reshape(6,4)", a.reshape(6, 4)), ("reshape(-1)", a.reshape(-1)), ("transpose", a.transpose(1, 0, 2)), ("copy of T", a.T.copy()), ("astype f4", a.astype(np.float32)), ("u1", a.astype(np.uint8)), ("[0, 0, 0:0]", a[0, 0, 0:0]), ("[1:]", a[1:]), ("[:, 1:, 1:3]", a[:, 1:, 1:3])):
    print(name, v.shape, v.strides, v.nbytes, v.itemsize, v.flags.c_contiguous, v.flags.f_contiguous)
print(np.zeros(0).strides, np.zeros((3, 0)).strides, np.zeros(()).strides, np.zeros((1, 5)).strides, np.zeros((5, 1)).strides, np.array(5).nbytes)
print(np.zeros(3, bool).strides, np.zeros((2, 3), np.int32).strides, np.arange(3)[::-1].strides, np.arange(10)[::3].strides, np.arange(10)[::-3].strides)
b = a[::-1, ::-1, ::-1]
print(b[0, 0, 0], b[1, 2, 3], b.ravel()[:3], b.reshape(-1)[:3], b.copy().strides, b.tolist()[0][0])
c = a[:, 1:, ::2]
c[...] = 0
print(a)
print(a.T.shape, a.T[3, 2, 1] == a[1, 2, 3], a.T.sum(axis=0).shape, (a.T + 1).strides, (a[:, ::2] + 1).strides, a.T.tolist()[0])
