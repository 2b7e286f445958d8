# Search: n queens, subsets, sudoku-like backtracking on sets and lists.
def queens(n, row, cols, up, down):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        if not cols[c] and not up[row + c] and not down[row - c + n]:
            cols[c] = up[row + c] = down[row - c + n] = True
            count += queens(n, row + 1, cols, up, down)
            cols[c] = up[row + c] = down[row - c + n] = False
    return count


def queens_sets(n, queens, diffs, sums):
    p = len(queens)
    if p == n:
        return 1
    found = 0
    for q in range(n):
        if q not in queens and p - q not in diffs and p + q not in sums:
            found += queens_sets(n, queens + [q], diffs | {p - q}, sums | {p + q})
    return found


def subsets(values, target):
    def go(i, left):
        if left == 0:
            return 1
        if i == len(values) or left < 0:
            return 0
        return go(i + 1, left - values[i]) + go(i + 1, left)
    return go(0, target)


def main():
    print(queens(10, 0, [False] * 10, [False] * 20, [False] * 21), queens_sets(8, [], set(), set()), subsets([3, 5, 8, 13, 21, 7, 9, 11, 2, 6, 14, 17, 4, 10, 19, 23, 12, 15, 16, 18, 20, 22, 24], 120))


main()
