# Lists of lists: matrix product, transposition, comprehensions, prefix sums.
def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    out = [[0] * p for _ in range(n)]
    for i in range(n):
        row = a[i]
        target = out[i]
        for j in range(p):
            s = 0
            for k in range(m):
                s += row[k] * b[k][j]
            target[j] = s
    return out


def multiply_zip(a, b):
    cols = list(zip(*b))
    return [[sum(x * y for x, y in zip(row, col)) for col in cols] for row in a]


def prefix(a):
    n = len(a)
    p = [[0] * (n + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(n):
            p[i + 1][j + 1] = a[i][j] + p[i][j + 1] + p[i + 1][j] - p[i][j]
    return p


def main():
    n = 200
    a = [[(i * j) % 11 - 5 for j in range(n)] for i in range(n)]
    b = [[(i + j) % 13 - 6 for j in range(n)] for i in range(n)]
    c = multiply(a, b)
    d = multiply_zip(a[:90], b)
    t = [list(r) for r in zip(*c)]
    p = prefix([[(i ^ j) & 15 for j in range(900)] for i in range(900)])
    f = [[x / 2.0 for x in r if x % 3] for r in c]
    print(sum(map(sum, c)), c[:90] == d, t[5][7] == c[7][5], p[900][900], sum(map(sum, f)))


main()
