# Sets: membership, union and difference, sets of tuples, frozensets as keys.
def life(cells, steps):
    for _ in range(steps):
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx or dy:
                        p = (x + dx, y + dy)
                        counts[p] = counts.get(p, 0) + 1
        cells = {p for p, n in counts.items() if n == 3 or n == 2 and p in cells}
    return cells


def reachable(n):
    seen = {1}
    frontier = {1}
    while frontier:
        following = set()
        for v in frontier:
            following.add(v * 2 % n)
            following.add(v * 3 % n)
            following.add((v + 7) % n)
        frontier = following - seen
        seen |= frontier
    return len(seen)


def algebra(n):
    a = set(range(0, n, 2))
    b = set(range(0, n, 3))
    total = 0
    for k in range(20):
        c = (a & b) | {k}
        d = (a - b) ^ set(range(k))
        total += len(c) + len(d) + len(a | b)
        if c.issubset(a):
            total += 1
    return total


def duplicates(n):
    groups = {}
    for i in range(n):
        key = frozenset((i % 13, i * i % 11, i % 7))
        groups[key] = groups.get(key, 0) + 1
    return len(groups), max(groups.values())


def main():
    print(len(life({(0, 1), (1, 0), (1, 1), (1, 2), (2, 2)}, 400)), reachable(400000), algebra(150000), duplicates(400000))


main()
