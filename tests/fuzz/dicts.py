# Random operations on dicts by a seed (argument 1); the oracle and every manager print the same.
import sys
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (seed >> 33) % n
class Key:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == (o.v if isinstance(o, Key) else o)
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"K{self.v!r}"
class Bad:
    def __hash__(self): return rnd(4)
    def __eq__(self, o):
        if rnd(10) == 0: raise ValueError("bad eq")
        return False
    def __repr__(self): return "Bad"
class Mut:
    """Changes the dict while it is compared."""
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n
    def __eq__(self, o):
        if self is o: return True
        if rnd(3) == 0: D.pop(rnd(10), None)
        if rnd(9) == 0: D.clear()
        if rnd(3) == 0: D[rnd(100)] = 1
        return rnd(3) == 0
    def __repr__(self): return "Mut"
size = [5, 12, 40, 300][rnd(4)]
def key():
    k = rnd(12)
    n = rnd(size)
    if k < 4: return n
    if k == 4: return float(n)
    if k == 5: return n / 2
    if k < 8: return "k" + str(n)
    if k == 8: return (n, str(n))
    if k == 9: return Key(n) if rnd(2) else Key("k" + str(n))
    if k == 10: return [True, False, None, -n, 2**70 + n, frozenset([n])][rnd(6)]
    return -1
def pairs(): return [(key(), i) for i in range(rnd(8))]
D = {}
def step(i):
    global D
    k = rnd(40)
    if k < 9: D[key()] = i
    elif k < 13: del D[key()]
    elif k < 17: return D[key()]
    elif k == 17: return D.get(key()), D.get(key(), "no")
    elif k == 18: return D.setdefault(key(), i)
    elif k == 19: return D.pop(key())
    elif k == 20: return D.pop(key(), "none")
    elif k == 21: return D.popitem()
    elif k == 22: D.update(pairs())
    elif k == 23: D.update(dict(pairs()), a=i)
    elif k == 24: return key() in D
    elif k == 25: return D | dict(pairs())
    elif k == 26: D |= dict(pairs())
    elif k == 27: D = D.copy()
    elif k == 28: return D == dict(D), D == dict(list(D.items())[1:]), D != {}
    elif k == 29: return list(D.keys()), list(D.values()), list(D.items())
    elif k == 30: return list(reversed(D)), list(reversed(D.items()))[:3], list(reversed(D.values()))[:3]
    elif k == 31: return D.keys() & set(pairs()[0:1] and [key()]), (D.keys() | [key()]) == (set(D) | {1}), D.keys() - [key(), key()] == set(D)
    elif k == 32: return D.items() >= dict(pairs()[:1]).items(), D.keys() <= {1, 2}, D.keys() == set(D), D.items().isdisjoint([(key(), 3)])
    elif k == 33:
        for q in D:
            if rnd(5) == 0: del D[q]

    elif k == 34:
        for q, w in D.items():
            D[q] = 7
    elif k == 35 and rnd(5) == 0: D.clear()
    elif k == 36: return dict.fromkeys([key() for _ in range(3)], i)
    elif k == 37: return dict(zip("abc", pairs())), {**D, **dict(pairs())} == D, dict(D, z=1)['z']
    elif k == 38: return (key(), 0) in D.items(), len(D), bool(D), i in D.values()
    elif k == 39 and rnd(6) == 0:
        while len(D) > 2: D.pop(next(iter(D)))
for i in range(6000):
    try:
        r = step(i)
        print(i, r)
    except Exception as e:
        print(i, type(e).__name__, e)
    if i % 40 == 0: print(D)
print(sorted(map(repr, D.items())))
