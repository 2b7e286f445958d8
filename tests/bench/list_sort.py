# Sorting: with and without key, strings, tuples, nearly sorted, a class with __lt__.
def numbers(n):
    seed = 42
    out = []
    for _ in range(n):
        seed = (seed * 69069 + 1) & 0xFFFFFFFF
        out.append(seed >> 4)
    return out


class Item:
    def __init__(self, rank, name):
        self.rank, self.name = rank, name

    def __lt__(self, other):
        return self.rank < other.rank


def main():
    xs = numbers(220000)
    a = sorted(xs)
    b = sorted(xs, key=lambda v: v % 1000)
    c = sorted(xs, key=lambda v: (-(v & 255), v))
    d = sorted(str(v) for v in xs[:60000])
    e = a[:]
    for i in range(0, len(e), 1000):
        e[i] = 0
    e.sort()
    f = [v / 7 for v in xs]
    f.sort(reverse=True)
    items = [Item(v, str(v)) for v in xs[:20000]]
    items.sort()
    pairs = sorted((v % 100, v) for v in xs[:60000])
    print(a[0], a[-1], b[5], c[7], d[3], e[200], f[0], items[0].name, pairs[77])


main()
