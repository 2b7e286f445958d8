# The continuous distributions, several seeds.
import random

for seed in (1, "abc", 3.75, -17, 10 ** 40):
    random.seed(seed)
    print(seed, random.random(), random.uniform(-5, 5), random.triangular(), random.triangular(0, 10, 2), random.gauss(0, 1), random.gauss(5, 0.1), random.gauss(0, 1), random.normalvariate(0, 1), random.expovariate(2), random.lognormvariate(0, 1), random.betavariate(2, 3), random.gammavariate(0.5, 2), random.gammavariate(1, 1), random.gammavariate(3, 1), random.paretovariate(2), random.weibullvariate(1, 1.5), random.vonmisesvariate(0, 0), random.vonmisesvariate(1, 2), sep="\n    ")
random.seed(8)
g = [random.gauss(0, 1) for _ in range(4)]
random.seed(8)
h = [random.gauss() for _ in range(4)]
print(g == h, g)
random.seed(8)
print(random.gauss(1, 2), random.random(), random.gauss(1, 2))
random.seed(8)
print(random.gauss(1, 2))
random.seed(8)
print(random.gauss(1, 2), [random.uniform(0, 1) for _ in range(2)], random.uniform(3, 3), random.uniform(10, 0), random.triangular(5, 5))
u = [random.random() for _ in range(10000)]
print(sum(u), min(u), max(u), sum(x < 0.5 for x in u))
