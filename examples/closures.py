"""Closures that refer to themselves.

A local function that calls itself lives in a cell that it refers to: a cycle, one for each call of
the function around it. Under reference counting such garbage waits for the search for cycles; the
tracing managers do not notice that it was cyclic.

    hognose --compare examples/closures.py
"""


def paths(width, height):
    """Number of ways through a grid, right and down, by a recursive local function with a memo."""
    memo = {}

    def ways(x, y):
        if x == 0 or y == 0:
            return 1
        if (x, y) not in memo:
            memo[x, y] = ways(x - 1, y) + ways(x, y - 1)
        return memo[x, y]

    return ways(width, height)


total = 0
for i in range(3000):
    total += paths(i % 8, 8)
print(total)
