# random: getstate/setstate, Random objects, reproducibility.
import random

random.seed(5)
a = [random.random() for _ in range(3)]
random.seed(5)
b = [random.random() for _ in range(3)]
print(a == b, a)
state = random.getstate()
c = [random.random(), random.gauss(0, 1), random.randint(1, 100)]
random.setstate(state)
print(c == [random.random(), random.gauss(0, 1), random.randint(1, 100)])
r1, r2 = random.Random(1), random.Random(1)
print(r1.random() == r2.random(), r1.randint(0, 10 ** 6), r2.randint(0, 10 ** 6), r1.choice("xyz"), r1.sample(range(20), 4), r1.getrandbits(20))
r1.seed(9)
print(r1.random(), r1.shuffle([1, 2]), r1.uniform(0, 1))
random.seed(5)
print(random.random() == a[0])


def err(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(random.randint, 5, 1)
err(random.randrange, 0)
err(random.randrange, 5, 5)
err(random.randrange, 1, 10, 0)
err(random.randrange)
err(random.choice, [])
err(random.sample, range(3), 5)
err(random.sample, [1, 2], -1)
err(random.sample, {1, 2}, 1)
err(random.choices, [], k=1)
err(random.choices, [1, 2], weights=[1])
err(random.choices, [1, 2], weights=[0, 0])
err(random.shuffle, (1, 2))
err(random.shuffle, 5)
err(random.getrandbits, -1)
err(random.seed, [1])
err(random.random, 1)
err(random.randint, 1)
err(random.randint, "a", 2)
err(random.choice, 5)
