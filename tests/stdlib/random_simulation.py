# Programs with random: Monte Carlo pi, shuffled deck, random walk, weighted draws.
# stress: 120
import random

random.seed(2024)
inside = 0
for _ in range(20000):
    x, y = random.random(), random.random()
    if x * x + y * y <= 1:
        inside += 1
print(inside, 4 * inside / 20000)
deck = [r + s for s in "SHDC" for r in "23456789TJQKA"]
random.shuffle(deck)
print(deck[:7], deck[-1])
hands = [sorted(deck[i::4]) for i in range(4)]
print(hands[0][:5], len(hands[3]))
pos = 0
path = []
for _ in range(30):
    pos += random.choice((-1, 1))
    path.append(pos)
print(path)
counts = {}
for c in random.choices(["red", "green", "blue"], weights=[5, 3, 2], k=1000):
    counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items()))
g = [random.gauss(100, 15) for _ in range(5000)]
mean = sum(g) / len(g)
print(mean, (sum((v - mean) ** 2 for v in g) / len(g)) ** 0.5, min(g), max(g))
words = ["".join(random.choice("abcdefgh") for _ in range(random.randint(3, 6))) for _ in range(8)]
print(words, random.sample(words, 3))
m = [[random.randrange(10) for _ in range(4)] for _ in range(3)]
print(m, sum(map(sum, m)))
bits = random.getrandbits(200)
print(bits, bin(bits).count("1"))
print([round(random.uniform(-1, 1), 6) for _ in range(5)], [random.randint(-10 ** 12, 10 ** 12) for _ in range(3)])
