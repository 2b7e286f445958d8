# A dice and cards game: seeded random, math, formatted results.
# stress: 120
import math
import random

random.seed("game")
players = {"Ann": 100, "Bob": 100, "Cy": 100}
log = []
for rnd in range(1, 9):
    bets = {p: random.randint(1, max(1, m // 4)) for p, m in players.items() if m > 0}
    rolls = {p: sorted(random.choices(range(1, 7), k=3), reverse=True) for p in bets}
    best = max(rolls.values())
    winners = [p for p in bets if rolls[p] == best]
    pot = sum(bets.values())
    for p in bets:
        players[p] -= bets[p]
    for p in winners:
        players[p] += pot // len(winners)
    log.append((rnd, winners, pot, best))
for r, w, pot, best in log:
    print(f"{r:>2} {','.join(w):<10} {pot:>4} {best}")
print(players, sum(players.values()))
deck = [(r, s) for s in range(4) for r in range(2, 15)]


def rank(hand):
    rs = sorted((r for r, _ in hand), reverse=True)
    counts = sorted(((rs.count(r), r) for r in set(rs)), reverse=True)
    flush = len({s for _, s in hand}) == 1
    straight = rs[0] - rs[4] == 4 and len(set(rs)) == 5
    kind = tuple(c for c, _ in counts)
    return (8 if flush and straight else 7 if kind[0] == 4 else 6 if kind == (3, 2) else 5 if flush else 4 if straight else 3 if kind[0] == 3 else 2 if kind[:2] == (2, 2) else 1 if kind[0] == 2 else 0, counts)


tally = {}
for _ in range(600):
    k = rank(random.sample(deck, 5))[0]
    tally[k] = tally.get(k, 0) + 1
print(sorted(tally.items()), math.comb(52, 5), sum(tally.values()))
samples = [random.gauss(0, 1) for _ in range(500)]
mean = math.fsum(samples) / 500
sd = math.sqrt(math.fsum((x - mean) ** 2 for x in samples) / 499)
print(f"{mean:.6f} {sd:.6f} {math.floor(min(samples))} {math.ceil(max(samples))}")
buckets = [0] * 8
for x in samples:
    buckets[min(7, max(0, math.floor(x) + 4))] += 1
print(buckets, "\n".join(f"{i - 4:>2} {'#' * (b // 10)}" for i, b in enumerate(buckets)), sep="\n")
