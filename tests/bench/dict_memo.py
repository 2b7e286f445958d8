# Dicts with int and tuple keys: memo tables, a sparse grid, two-sum.
def partitions(n, largest, memo):
    if n == 0:
        return 1
    if n < 0 or largest == 0:
        return 0
    key = (n, largest)
    if key not in memo:
        memo[key] = partitions(n - largest, largest, memo) + partitions(n, largest - 1, memo)
    return memo[key]


def stairs(n):
    memo = {0: 1, 1: 1, 2: 2}
    for i in range(3, n):
        memo[i] = (memo[i - 1] + memo[i - 2] + memo[i - 3]) % 1000007
    return memo[n - 1]


def grid_paths(size):
    grid = {}
    for x in range(size):
        for y in range(size):
            if x == 0 or y == 0:
                grid[x, y] = 1
            elif (x * y) % 7 == 3:
                grid[x, y] = 0
            else:
                grid[x, y] = (grid[x - 1, y] + grid[x, y - 1]) % 1000007
    return grid[size - 1, size - 1]


def two_sum(values, target):
    seen = {}
    hits = 0
    for i, v in enumerate(values):
        if target - v in seen:
            hits += seen[target - v] & 1
        seen[v] = i
    return hits


def main():
    values = [(i * 7919) % 100003 for i in range(500000)]
    print(partitions(260, 260, {}) % 1000000007, stairs(900000), grid_paths(700), two_sum(values, 100003))


main()
