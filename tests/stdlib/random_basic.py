# random: seeded streams.
import random

for seed in (0, 1, 42, 2 ** 40, -5, 123456789012345678901234567890, 1.5, "text", "", b"bytes", True):
    random.seed(seed)
    print(repr(seed), random.random(), random.random(), random.getrandbits(10), random.randint(1, 6))
random.seed(7)
print([random.randint(0, 9) for _ in range(20)])
print([random.randrange(10) for _ in range(10)], [random.randrange(5, 50, 5) for _ in range(5)], [random.randrange(-3, 3) for _ in range(5)], random.randrange(10 ** 30))
print([random.choice("abcdef") for _ in range(8)], random.choice([1, 2, 3]), random.choice((True, None)), random.choice(range(100)))
x = list(range(10))
random.shuffle(x)
print(x)
print(random.sample(range(100), 5), random.sample([1, 2, 3], 3), random.sample("abcdef", 2), random.sample(range(10 ** 9), 3), random.sample(range(5), 0), random.sample(list(range(30)), 25))
print(random.uniform(1, 10), random.uniform(5, -5), random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.expovariate(1.5), random.triangular(0, 10, 3))
print(random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=6), random.choices("abc", cum_weights=[1, 2, 10], k=4), random.choices(range(5)))
print(random.getrandbits(1), random.getrandbits(32), random.getrandbits(33), random.getrandbits(64), random.getrandbits(100), random.getrandbits(0))
print(random.betavariate(1, 2), random.gammavariate(2, 1), random.lognormvariate(0, 0.5), random.paretovariate(3), random.weibullvariate(1, 2), random.vonmisesvariate(0, 1))
