# Sorting: stability, key, reverse, errors, user comparison.
data = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("b", 1)]
print(sorted(data))
print(sorted(data, key=lambda t: t[1]))
print(sorted(data, key=lambda t: t[1], reverse=True))
print(sorted(data, key=lambda t: t[0]))
print(sorted("The quick brown Fox".split(), key=str.lower))
print(sorted([3, 1, 2], reverse=True), sorted((3, 1, 2)), sorted({3: 0, 1: 0}), sorted("cab"))
print(sorted([1, True, 1.0, 0, False]), sorted([0.5, 1, -3, 2 ** 70, -2 ** 70, 1e10]))
print(sorted([[2], [1, 5], [1]]), sorted([(1, "b"), (1, "a")]), sorted(["é", "e", "z", "É"]))
n = 1
rnd = []
for i in range(300):
    n = (n * 1103515245 + 12345) % 2 ** 31
    rnd.append(n % 100)
s = sorted(enumerate(rnd), key=lambda p: p[1])
print(all(s[i][1] < s[i + 1][1] or (s[i][1] == s[i + 1][1] and s[i][0] < s[i + 1][0]) for i in range(299)))
s = sorted(enumerate(rnd), key=lambda p: p[1], reverse=True)
print(all(s[i][1] > s[i + 1][1] or (s[i][1] == s[i + 1][1] and s[i][0] < s[i + 1][0]) for i in range(299)))
print(sum(sorted(rnd)), sorted(rnd)[:10], sorted(rnd, key=lambda x: -x)[:5])


class P:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return self.v > other.v

    def __repr__(self):
        return "P%d" % self.v


print(sorted([P(1), P(3), P(2)]), min([P(1), P(3)], key=lambda p: p.v), max([P(1), P(3)], key=lambda p: p.v))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def mutate():
    lst = [3, 2, 1]
    lst.sort(key=lambda x: lst.append(x) or x)
    return lst


def empty_during():
    lst = [3, 2, 1]
    seen = []
    lst.sort(key=lambda x: seen.append(len(lst)) or x)
    return seen, lst


err(mutate)
err(empty_during)
err(lambda: sorted([1, 2], key=5))
err(lambda: sorted([1, 2], key=lambda: 0))
err(lambda: sorted([3, "x", 1]))
err(lambda: sorted(5))
err(lambda: sorted([1, 0, 2], key=lambda x: 1 // x))
err(lambda: sorted([], 5))
