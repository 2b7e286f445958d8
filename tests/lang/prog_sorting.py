# Sorting algorithms compared with sorted().
def bubble(a):
    a = a[:]
    for i in range(len(a)):
        for j in range(len(a) - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
    return a


def insertion(a):
    out = []
    for x in a:
        i = len(out)
        while i and out[i - 1] > x:
            i -= 1
        out.insert(i, x)
    return out


def selection(a):
    a = list(a)
    for i in range(len(a)):
        m = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[m] = a[m], a[i]
    return a


def merge(a):
    if len(a) < 2:
        return a
    l, r = merge(a[:len(a) // 2]), merge(a[len(a) // 2:])
    out = []
    while l and r:
        out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r


def quick(a):
    if not a:
        return []
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


def heap(a):
    h = []
    for x in a:
        h.append(x)
        i = len(h) - 1
        while i and h[(i - 1) // 2] > h[i]:
            h[i], h[(i - 1) // 2] = h[(i - 1) // 2], h[i]
            i = (i - 1) // 2
    out = []
    while h:
        out.append(h[0])
        last = h.pop()
        if h:
            h[0] = last
            i = 0
            while True:
                c = min((k for k in (2 * i + 1, 2 * i + 2) if k < len(h)), key=h.__getitem__, default=None)
                if c is None or h[c] >= h[i]:
                    break
                h[i], h[c] = h[c], h[i]
                i = c
    return out


def shell(a):
    a = list(a)
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and a[j - gap] > x:
                a[j] = a[j - gap]
                j -= gap
            a[j] = x
        gap //= 2
    return a


def counting(a):
    lo = min(a, default=0)
    c = [0] * (max(a, default=0) - lo + 1)
    for x in a:
        c[x - lo] += 1
    return [i + lo for i, n in enumerate(c) for _ in range(n)]


data = [(i * 7919 + 13) % 101 - 50 for i in range(60)]
for f in (bubble, insertion, selection, merge, quick, heap, shell, counting):
    print(f.__name__, f(data) == sorted(data), f([]), f([1]), f([2, 1]), f([3, 3, 1]), f(data)[:4])
words = "the quick brown fox jumps over the lazy dog".split()
print(merge(words), quick(words) == sorted(words), heap([2.5, -1, 10 ** 20, True]))
try:
    bubble([1, "a", 2])
except TypeError as e:
    print(e)


def bisect(a, x):
    lo, hi = 0, len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        else:
            hi = mid
    return lo


s = sorted(set(data))
print([bisect(s, x) for x in (-100, s[3], s[3] + 0.5, 100)], all(s[bisect(s, x)] == x for x in s))
