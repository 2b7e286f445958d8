# randint, randrange and getrandbits over many ranges.
# stress: 120
import random

for seed in range(4):
    random.seed(seed)
    print([random.randint(1, 6) for _ in range(12)], [random.randrange(2) for _ in range(12)], [random.randrange(100, 1000, 7) for _ in range(4)], random.randint(0, 2 ** 31), random.randint(-2 ** 40, 2 ** 40), random.randint(0, 10 ** 30))
random.seed(99)
for k in (1, 2, 7, 8, 16, 31, 32, 33, 53, 63, 64, 65, 96, 128, 200):
    print(k, random.getrandbits(k))
for stop in (1, 2, 3, 5, 8, 9, 255, 256, 257, 65536, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 1, 10 ** 18):
    print(stop, random.randrange(stop), random.randrange(stop), random.randint(0, stop))
print(random.randint(5, 5), random.randrange(3, 4), random.randrange(10, 0, -3), [random.randrange(0, -10, -1) for _ in range(4)], random.randint(-3, -1), random.randint(True, 3))
print([random.random() for _ in range(3)], random.randbytes(5) if hasattr(random, "randbytes") else "")
counts = [0] * 7
for _ in range(7000):
    counts[random.randint(0, 6)] += 1
print(counts)
