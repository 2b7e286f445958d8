# Copies are C-contiguous; writes after a copy do not reach the original.
import numpy as np

a = np.arange(12).reshape(3, 4)
for name, v in (("copy", a.copy()), ("T copy", a.T.copy()), ("slice copy", a[:, ::2].copy()), ("reverse copy", a[::-1].copy()), ("array()", np.array(a.T)), ("astype", a.T.astype(float)), ("fancy", a[[2, 0]]), ("mask", a[a > 3]), ("ravel T", a.T.ravel()), ("flatten", a.flatten()), ("plus 0", a[:, 1] + 0)):
    print(name, v.shape, v.flags.owndata, v.base is None, v.ravel().tolist())
    v.ravel()[:1] = 99
print(a.tolist())
c = a.copy()
c[0] = 0
d = a[1].copy()
d[:] = -1
print(a[0], a[1], c[0], d)
