# Dynamic programming: edit distance, LCS, LIS, coins, Pascal, partitions, matrix chains.
def edit(a, b):
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1]


def lcs(a, b):
    t = [[""] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a)):
        for j in range(len(b)):
            t[i + 1][j + 1] = t[i][j] + a[i] if a[i] == b[j] else max(t[i][j + 1], t[i + 1][j], key=len)
    return t[-1][-1]


def lis(a):
    best = []
    for i, x in enumerate(a):
        best.append(max((best[j] for j in range(i) if a[j] < x), key=len, default=[]) + [x])
    return max(best, key=len, default=[])


def coins(total, kinds):
    best = [0] + [None] * total
    for t in range(1, total + 1):
        best[t] = min((best[t - k] + 1 for k in kinds if t >= k and best[t - k] is not None), default=None)
    return best[total]


def memo(f):
    table = {}

    def g(*a):
        try:
            return table[a]
        except KeyError:
            r = table[a] = f(*a)
            return r
    g.table = table
    return g


@memo
def partitions(n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    return partitions(n, k - 1) + partitions(n - k, k)


@memo
def chain(i, j):
    if i == j:
        return 0
    return min(chain(i, k) + chain(k + 1, j) + dims[i] * dims[k + 1] * dims[j + 1] for k in range(i, j))


dims = [40, 20, 30, 10, 30]
print(edit("kitten", "sitting"), edit("", "abc"), edit("same", "same"), lcs("AGGTAB", "GXTXAYB"), lcs("abc", ""), lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 2, 1]))
print(coins(63, [1, 5, 10, 21, 25]), coins(3, [2]), coins(0, [1]), [partitions(n, n) for n in range(12)], partitions(60, 60), len(partitions.table) > 100, chain(0, 3))
tri = [[1]]
for _ in range(7):
    tri.append([a + b for a, b in zip([0] + tri[-1], tri[-1] + [0])])
for row in tri:
    print(" ".join(map(str, row)).center(24).rstrip())
f = [0, 1]
while f[-1] < 10 ** 30:
    f.append(f[-1] + f[-2])
print(f[-1], len(f), [x for x in f if x % 2 == 0][:6])


def paths(r, c, blocked=frozenset()):
    g = [[0] * c for _ in range(r)]
    g[0][0] = 1
    for i in range(r):
        for j in range(c):
            if (i, j) in blocked:
                g[i][j] = 0
            elif i or j:
                g[i][j] = (g[i - 1][j] if i else 0) + (g[i][j - 1] if j else 0)
    return g[-1][-1]


print(paths(3, 3), paths(10, 10), paths(4, 4, {(1, 1), (2, 2)}), paths(1, 5))
