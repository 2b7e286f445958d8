# Conway's game of life on a grid of lists, and a cellular automaton of integers.
def step(grid, n):
    out = []
    for y in range(n):
        up, row, down = grid[y - 1], grid[y], grid[(y + 1) % n]
        line = []
        for x in range(n):
            l, r = x - 1, (x + 1) % n
            k = up[l] + up[x] + up[r] + row[l] + row[r] + down[l] + down[x] + down[r]
            line.append(1 if k == 3 or (k == 2 and row[x]) else 0)
        out.append(line)
    return out


def rule(number, width, steps):
    cells = [0] * width
    cells[width // 2] = 1
    alive = 0
    table = [number >> i & 1 for i in range(8)]
    for _ in range(steps):
        cells = [table[cells[i - 1] << 2 | cells[i] << 1 | cells[(i + 1) % width]] for i in range(width)]
        alive += sum(cells)
    return alive


def main():
    n = 64
    grid = [[1 if (x * 7 + y * 13 + x * y) % 5 == 0 else 0 for x in range(n)] for y in range(n)]
    for _ in range(450):
        grid = step(grid, n)
    print(sum(map(sum, grid)), rule(110, 1000, 2000), rule(30, 1000, 2000))


main()
