# Backtracking: n queens, sudoku, knapsack, subset sums, permutations with constraints.
def queens(n):
    def place(row, cols, d1, d2):
        if row == n:
            yield list(cols)
            return
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                yield from place(row + 1, cols + [c], d1 | {row + c}, d2 | {row - c})
    yield from place(0, [], set(), set())


print([sum(1 for _ in queens(n)) for n in range(1, 7)], next(queens(6)))
print("\n".join(" ".join("Q" if c == q else "." for c in range(5)) for q in next(queens(5))))
puzzle = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"


def solve(s):
    grid = [int(c) if c != "." else 0 for c in s]
    rows, cols, boxes = ([set() for _ in range(9)] for _ in range(3))
    for i, v in enumerate(grid):
        if v:
            rows[i // 9].add(v)
            cols[i % 9].add(v)
            boxes[i // 27 * 3 + i % 9 // 3].add(v)
    steps = 0

    def options(i):
        used = rows[i // 9] | cols[i % 9] | boxes[i // 27 * 3 + i % 9 // 3]
        return [v for v in range(1, 10) if v not in used]

    def go():
        nonlocal steps
        steps += 1
        empty = [i for i in range(81) if not grid[i]]
        if not empty:
            return True
        i = min(empty, key=lambda i: len(options(i)))
        for v in options(i):
            grid[i] = v
            where = (rows[i // 9], cols[i % 9], boxes[i // 27 * 3 + i % 9 // 3])
            for w in where:
                w.add(v)
            if go():
                return True
            for w in where:
                w.discard(v)
            grid[i] = 0
        return False

    return go(), grid, steps


ok, grid, steps = solve(puzzle)
print(ok, steps)
for r in range(9):
    print("".join(map(str, grid[9 * r:9 * r + 9])))


def knapsack(items, cap):
    best = [(0, ())] * (cap + 1)
    for name, w, v in items:
        for c in range(cap, w - 1, -1):
            best[c] = max(best[c], (best[c - w][0] + v, best[c - w][1] + (name,)))
    return best[cap]


print(knapsack([("a", 12, 4), ("b", 2, 2), ("c", 1, 1), ("d", 4, 10), ("e", 1, 2)], 15))


def subset(nums, target, i=0):
    if target == 0:
        return []
    if i == len(nums) or target < 0:
        return None
    r = subset(nums, target - nums[i], i + 1)
    return [nums[i]] + r if r is not None else subset(nums, target, i + 1)


print(subset([3, 34, 4, 12, 5, 2], 9), subset([3, 34, 4], 2), subset([1] * 10, 10))
for s, e, n, d, m, o, r, y in ((9, 5, 6, 7, 1, 0, 8, 2),):
    send, more, money = s * 1000 + e * 100 + n * 10 + d, m * 1000 + o * 100 + r * 10 + e, m * 10000 + o * 1000 + n * 100 + e * 10 + y
    print(send, more, money, send + more == money)
