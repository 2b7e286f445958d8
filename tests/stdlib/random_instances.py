# Independent Random objects, subclasses, state.
import random

a, b = random.Random(42), random.Random(42)
print([a.random() for _ in range(3)] == [b.random() for _ in range(3)], a.randint(1, 100), b.randint(1, 100))
random.seed(0)
x = random.random()
c = random.Random(0)
print(c.random() == x, c.random(), random.random())
s = a.getstate()
first = [a.randrange(1000) for _ in range(5)]
a.setstate(s)
print(first == [a.randrange(1000) for _ in range(5)], first, len(s), s[0], type(s[1]).__name__, len(s[1]))
b.setstate(s)
print(b.randrange(1000) == first[0])


class Dice(random.Random):
    def roll(self, n=6):
        return self.randint(1, n)


d = Dice(7)
print([d.roll() for _ in range(10)], d.roll(20), d.choice("abc"), d.sample(range(30), 3), isinstance(d, random.Random))


def stream(seed, n):
    r = random.Random(seed)
    return [r.randrange(100) for _ in range(n)]


print(stream(1, 5), stream(1, 5) == stream(1, 5), stream("s", 3), stream(b"s", 3), stream(2.5, 3), stream(-1, 3) == stream(1, 3))
r = random.Random(5)
deck = list(range(10))
r.shuffle(deck)
print(deck, r.choices(deck, k=3), r.uniform(1, 2), r.gauss(0, 1), r.getrandbits(70))
gens = [random.Random(i) for i in range(3)]
print([[g.randint(0, 9) for g in gens] for _ in range(3)])
random.seed(1)
y = [random.random(), random.Random(9).random(), random.random()]
random.seed(1)
print(y[0] == random.random(), y[2] == random.random(), y)
try:
    a.setstate((1, 2, 3))
except (ValueError, TypeError) as e:
    print(type(e).__name__)
