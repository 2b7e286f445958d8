# Slices of lists: reading, assigning, deleting.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[:], a[::2], a[1::3], a[::-1], a[5:2], a[5:2:-1], a[-3:], a[:-3])
print(a[100:], a[-100:3], a[:100], a[3:3], a[-1:-5:-2], a[8::-3], a[None:None:None])
a[2:4] = ["x", "y", "z"]
print(a)
a[2:5] = []
print(a)
a[:0] = [-2, -1]
print(a)
a[len(a):] = [100]
print(a)
a[::2] = "abcdef"[:len(a[::2])]
print(a)
a[1:3] = (i * i for i in range(4))
print(a)
b = [1, 2, 3]
b[:] = b
b[1:2] = b
print(b)
del b[1:3]
print(b)
c = list(range(10))
del c[::3]
print(c)
del c[-2:]
print(c)
del c[::-2]
print(c)
del c[5:2]
print(c)


def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]))
err(lambda: a[::0])
err(lambda: a["x"])
err(lambda: a[1.0])
err(lambda: a["a":])
err(lambda: a[1000])
err(lambda: a.__setitem__(slice(0, 1), 5))
err(lambda: a.__setitem__(1000, 5))
err(lambda: a.__delitem__(1000))
err(lambda: [][0])
err(lambda: [].pop())
err(lambda: [1].pop(3))
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(6), slice(5), slice(None, -1), s == slice(1, 10, 2))
print(slice(-3, None).indices(10), slice(None, None, -1).indices(4), list(range(*slice(1, -1).indices(5))))
