# Arrays used element by element and in small operations, as scripts often do.
import numpy as np


def elements(n):
    a = np.zeros(n)
    for i in range(n):
        a[i] = i * 0.5
    s = 0.0
    for i in range(n):
        s += a[i]
    return float(s)


def small(n):
    v = np.array([1.0, 2.0, 3.0])
    w = np.array([0.5, -0.25, 0.125])
    for _ in range(n):
        v = v + w
        v = v * 0.999
    return float(v.sum())


def rows(n):
    m = np.arange(n * 10).reshape(n, 10)
    t = 0
    for row in m:
        t += int(row[3]) + len(row)
    return t


def main():
    print("%.3f %.9f %d" % (elements(500000), small(200000), rows(200000)))


main()
