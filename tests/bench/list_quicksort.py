# Sorting in Python itself: quicksort, merge sort, heap, insertion.
def quicksort(a, lo, hi):
    while lo < hi:
        p = a[(lo + hi) // 2]
        i, j = lo, hi
        while i <= j:
            while a[i] < p:
                i += 1
            while a[j] > p:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - lo < hi - i:
            quicksort(a, lo, j)
            lo = i
        else:
            quicksort(a, i, hi)
            hi = j


def mergesort(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right = mergesort(a[:mid]), mergesort(a[mid:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            out.append(left[i])
            i += 1
        else:
            out.append(right[j])
            j += 1
    return out + left[i:] + right[j:]


def heapsort(a):
    n = len(a)

    def sift(i, n):
        v = a[i]
        while True:
            c = 2 * i + 1
            if c >= n:
                break
            if c + 1 < n and a[c + 1] > a[c]:
                c += 1
            if a[c] <= v:
                break
            a[i] = a[c]
            i = c
        a[i] = v

    for i in range(n // 2 - 1, -1, -1):
        sift(i, n)
    for i in range(n - 1, 0, -1):
        a[0], a[i] = a[i], a[0]
        sift(0, i)


def main():
    seed = 1
    xs = []
    for _ in range(150000):
        seed = (seed * 16807) % 2147483647
        xs.append(seed)
    a, c = xs[:], xs[:100000]
    quicksort(a, 0, len(a) - 1)
    b = mergesort(xs)
    heapsort(c)
    print(a == b == sorted(xs), c == sorted(xs[:100000]), a[100], b[-1])


main()
