# A traceback through several functions.
def level3(n):
    return 10 // n


def level2(n):
    a = n + 1
    return level3(n) + a


def level1(n):
    for i in range(n, -1, -1):
        print(i, level2(i))


level1(2)
