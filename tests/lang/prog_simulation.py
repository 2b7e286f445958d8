# Simulations with integers only: life, Langton's ant, rule 30, Josephus, bowling, dice tables.
# stress: 120
def life(cells):
    n = {}
    for r, c in cells:
        for dr in (-1, 0, 1):
            for dc in (-1, 0, 1):
                if dr or dc:
                    n[r + dr, c + dc] = n.get((r + dr, c + dc), 0) + 1
    return {p for p, k in n.items() if k == 3 or k == 2 and p in cells}


def show(cells):
    rs, cs = [r for r, _ in cells], [c for _, c in cells]
    return "\n".join("".join("#" if (r, c) in cells else "." for c in range(min(cs), max(cs) + 1)) for r in range(min(rs), max(rs) + 1))


g = {(0, 1), (1, 2), (2, 0), (2, 1), (2, 2)}
for _ in range(4):
    g = life(g)
print(show(g), sorted(g))
r = {(0, 1), (0, 2), (1, 0), (1, 1), (2, 1)}
sizes = []
for _ in range(30):
    sizes.append(len(r))
    r = life(r)
print(sizes)


def ant(steps):
    black, pos, d = set(), (0, 0), (0, -1)
    for _ in range(steps):
        if pos in black:
            black.remove(pos)
            d = (d[1], -d[0])
        else:
            black.add(pos)
            d = (-d[1], d[0])
        pos = pos[0] + d[0], pos[1] + d[1]
    return len(black), pos


print(ant(11), ant(500), ant(2000))
row = "." * 15 + "#" + "." * 15
for _ in range(8):
    print(row)
    p = "." + row + "."
    row = "".join("#" if p[i:i + 3] in ("#..", ".##", ".#.", "..#") else "." for i in range(31))


def josephus(n, k):
    people, i, out = list(range(1, n + 1)), 0, []
    while people:
        i = (i + k - 1) % len(people)
        out.append(people.pop(i))
    return out


print(josephus(7, 3), josephus(41, 3)[-2:], josephus(1, 5))


def bowling(rolls):
    score = i = 0
    for _ in range(10):
        if rolls[i] == 10:
            score += 10 + sum(rolls[i + 1:i + 3])
            i += 1
        elif rolls[i] + rolls[i + 1] == 10:
            score += 10 + rolls[i + 2]
            i += 2
        else:
            score += rolls[i] + rolls[i + 1]
            i += 2
    return score


print(bowling([10] * 12), bowling([9, 1] * 10 + [9]), bowling([3, 4] * 10), bowling([10, 7, 3, 9, 0, 10, 0, 8, 8, 2, 0, 6, 10, 10, 10, 8, 1]))
dice = {}
for a in range(1, 7):
    for b in range(1, 7):
        dice[a + b] = dice.get(a + b, 0) + 1
print(dice, max(dice, key=dice.get), "\n".join(f"{k:2} {'*' * v}" for k, v in dice.items()))
doors = [False] * 101
for step in range(1, 101):
    for i in range(step, 101, step):
        doors[i] = not doors[i]
print([i for i, d in enumerate(doors) if d], [n for n in range(1, 500) if n == sum(d for d in range(1, n) if n % d == 0)], [n for n in range(10, 1000) if n == sum(int(c) ** len(str(n)) for c in str(n))])
print([("Fizz" * (i % 3 == 0) + "Buzz" * (i % 5 == 0)) or i for i in range(1, 16)])
