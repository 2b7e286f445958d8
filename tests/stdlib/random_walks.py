# Programs that use random: walks, maze, markov text, Monte Carlo integration, genetic search.
# stress: 120
import random

random.seed(11)
x = y = 0
far = 0
for _ in range(1000):
    dx, dy = random.choice([(0, 1), (1, 0), (0, -1), (-1, 0)])
    x, y = x + dx, y + dy
    far = max(far, abs(x) + abs(y))
print(x, y, far)


def maze(w, h):
    grid = [["#"] * (2 * w + 1) for _ in range(2 * h + 1)]

    def carve(c, r):
        grid[2 * r + 1][2 * c + 1] = " "
        dirs = [(0, 1), (1, 0), (0, -1), (-1, 0)]
        random.shuffle(dirs)
        for dc, dr in dirs:
            nc, nr = c + dc, r + dr
            if 0 <= nc < w and 0 <= nr < h and grid[2 * nr + 1][2 * nc + 1] == "#":
                grid[2 * r + 1 + dr][2 * c + 1 + dc] = " "
                carve(nc, nr)
    carve(0, 0)
    return ["".join(r) for r in grid]


print("\n".join(maze(8, 4)))
text = "the cat sat on the mat the cat ate the rat on the mat".split()
table = {}
for a, b in zip(text, text[1:]):
    table.setdefault(a, []).append(b)
w, out = "the", ["the"]
for _ in range(12):
    w = random.choice(table.get(w) or ["the"])
    out.append(w)
print(" ".join(out))
n = 5000
print(sum(random.uniform(0, 1) ** 2 for _ in range(n)) / n, sum(random.random() < 0.3 for _ in range(n)))
goal = "hognose"
letters = "abcdefghijklmnopqrstuvwxyz"
best = [random.choice(letters) for _ in goal]
score = lambda s: sum(a == b for a, b in zip(s, goal))
tries = 0
while score(best) < len(goal):
    tries += 1
    child = best[:]
    child[random.randrange(len(goal))] = random.choice(letters)
    if score(child) >= score(best):
        best = child
print("".join(best), tries)
urn = ["red"] * 5 + ["blue"] * 3
draws = {}
for _ in range(200):
    k = tuple(sorted(random.sample(urn, 2)))
    draws[k] = draws.get(k, 0) + 1
print(sorted(draws.items()))
items = list("abcdef")
for i in range(len(items) - 1, 0, -1):
    j = random.randint(0, i)
    items[i], items[j] = items[j], items[i]
print(items, random.random())
