# Floats and list indexing: the spectral norm of an infinite matrix.
def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    n = len(v)
    out = []
    for i in range(n):
        s = 0.0
        for j in range(n):
            s += element(i, j) * v[j]
        out.append(s)
    return out


def times_transposed(v):
    n = len(v)
    return [sum(element(j, i) * v[j] for j in range(n)) for i in range(n)]


def main():
    u = [1.0] * 480
    for _ in range(4):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    top = bottom = 0.0
    for a, b in zip(u, v):
        top += a * b
        bottom += b * b
    print("%.9f" % (top / bottom) ** 0.5)


main()
