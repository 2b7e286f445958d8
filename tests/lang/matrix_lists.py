# Nested lists as matrices: transposition, rotation, spirals, flood fill, rows and columns.
m = [[r * 4 + c for c in range(4)] for r in range(3)]
print([list(x) for x in zip(*m)], [r[::-1] for r in m], m[::-1], [list(r) for r in zip(*m[::-1])], [row[:] for row in m] == m, sum(m, []))


def spiral(a):
    a, out = [r[:] for r in a], []
    while a:
        out += a.pop(0)
        a = [list(r) for r in zip(*a)][::-1]
    return out


def fill(grid, r, c, new):
    old = grid[r][c]
    todo = [(r, c)] if old != new else []
    while todo:
        r, c = todo.pop()
        if 0 <= r < len(grid) and 0 <= c < len(grid[0]) and grid[r][c] == old:
            grid[r][c] = new
            todo += [(r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)]
    return grid


def triangle(n):
    rows = [[1]]
    while len(rows) < n:
        p = rows[-1]
        rows.append([1] + [p[i] + p[i + 1] for i in range(len(p) - 1)] + [1])
    return rows


print(spiral(m), spiral([[1]]), spiral([]))
print(["".join(r) for r in fill([list(s) for s in ("..#..", ".##..", "....#")], 0, 0, "x")])
print(triangle(6), [sum(r) for r in triangle(6)])
ident = [[int(i == j) for j in range(3)] for i in range(3)]
mul = lambda a, b: [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
fibm = [[1, 1], [1, 0]]
p = [[1, 0], [0, 1]]
for _ in range(90):
    p = mul(p, fibm)
print(p[0][1], mul(ident, [[1, 2, 3], [4, 5, 6], [7, 8, 9]]), mul([[1, 2]], [[3], [4]]))
magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
lines = magic + [list(c) for c in zip(*magic)] + [[magic[i][i] for i in range(3)], [magic[i][2 - i] for i in range(3)]]
print({sum(l) for l in lines}, max(map(max, magic)), [[min(r), max(r)] for r in magic], [(i, j) for i, r in enumerate(magic) for j, v in enumerate(r) if v == 5])
jag = [[0] * i for i in range(4)]
jag[3][1] = 5
jag[1].append(9)
del jag[0]
print(jag, [len(r) for r in jag], [v for r in jag for v in r])
grid = [["."] * 5 for _ in range(3)]
for i, (r, c) in enumerate([(0, 0), (1, 2), (2, 4), (-1, -5)]):
    grid[r][c] = str(i)
print("\n".join("".join(r) for r in grid))
try:
    grid[3][0]
except IndexError as e:
    print(e)
try:
    grid[0][9] = 1
except IndexError as e:
    print(e)
