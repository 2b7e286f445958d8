# Permutations in place, heaps of swaps, the pancake problem, gray codes.
def fannkuch(n):
    perm = list(range(n))
    count = [0] * n
    best = checksum = 0
    r = n
    sign = 1
    while True:
        first = perm[0]
        if first:
            p = perm[:]
            flips = 0
            while first:
                p[:first + 1] = p[first::-1]
                flips += 1
                first = p[0]
            if flips > best:
                best = flips
            checksum += sign * flips
        if sign > 0:
            perm[0], perm[1] = perm[1], perm[0]
            sign = -1
        else:
            perm[1], perm[2] = perm[2], perm[1]
            sign = 1
            i = 2
            while i < n:
                if count[i] < i:
                    count[i] += 1
                    break
                count[i] = 0
                i += 1
                if i == n:
                    return checksum, best
                perm.insert(i, perm.pop(0))


def heap_permutations(a, n):
    if n == 1:
        return a[0] * a[-1] + 1
    total = 0
    for i in range(n):
        total += heap_permutations(a, n - 1)
        j = 0 if n % 2 else i
        a[j], a[n - 1] = a[n - 1], a[j]
    return total


def gray(n):
    codes = [0]
    for bit in range(n):
        codes += [c | 1 << bit for c in reversed(codes)]
    return codes


def main():
    g = gray(20)
    print(fannkuch(9), heap_permutations(list(range(9)), 9), sum(a ^ b for a, b in zip(g, g[1:])))


main()
