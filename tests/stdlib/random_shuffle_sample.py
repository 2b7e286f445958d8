# shuffle, sample, choice, choices.
import random

random.seed(321)
for n in (0, 1, 2, 5, 10, 52):
    x = list(range(n))
    random.shuffle(x)
    print(x)
for n, k in ((5, 5), (10, 3), (100, 10), (1000, 5), (10 ** 6, 4), (21, 5), (22, 6), (50, 40), (3, 0), (1, 1)):
    print(n, k, random.sample(range(n), k))
print(random.sample("hello world", 4), random.sample((1, 2, 3), 2), random.sample([[1], [2], [3]], 2), random.sample(["a", "b"], counts=[5, 2], k=4))
print([random.choice("abc") for _ in range(10)], [random.choice([None, 1.5, "x"]) for _ in range(5)], random.choice((7,)), random.choice(range(10, 20)), random.choice({1: "a", 0: "b"}))
print(random.choices("abc", k=8), random.choices([1, 2], weights=[1, 0], k=5), random.choices([1, 2, 3], [5, 1, 1], k=8), random.choices("xyz", cum_weights=[1, 1, 5], k=6), random.choices([9]), random.choices(range(1000), k=3), random.choices("ab", [0.5, 1.5], k=5))
words = "one two three four five six".split()
random.shuffle(words)
print(words, sorted(words), random.sample(words, len(words)))
m = [[1, 2], [3, 4], [5, 6]]
random.shuffle(m)
print(m, [random.sample(r, 2) for r in m])
a, b = list(range(8)), list(range(8))
random.seed(5)
random.shuffle(a)
random.seed(5)
random.shuffle(b)
print(a == b, a)
