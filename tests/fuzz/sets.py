# Random operations on sets by a seed (argument 1); the oracle and every manager print the same.
import sys
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (seed >> 33) % n
big = rnd(3)
size = [10, 60, 1000, 40000][rnd(4)]
def item():
    k = rnd(8)
    n = rnd(size)
    if k < 5: return n
    if k == 5: return -n
    if k == 6: return [n / 2, n * 2**33, n * 1024, 2**61 + n, 10**30 + n][rnd(5)] if big else n
    return (n, n + 1) if big else n * 8
def src():
    k = rnd(9)
    v = [item() for _ in range([3, 10, 50][rnd(3)])]
    if k == 0: return set(v)
    if k == 1: return frozenset(v)
    if k == 2: return dict.fromkeys(v)
    if k == 3: return range(rnd(100), 100 + rnd(100))
    if k == 4: return tuple(v)
    if k == 5: return iter(v)
    if k == 6: return dict.fromkeys(v).keys()
    if k == 7: return S
    return v
S = set()
T = frozenset()
def step(i):
    global S, T
    k = rnd(40)
    if k < 5: S.add(item())
    elif k == 5: S.discard(item())
    elif k == 6: S.remove(item())
    elif k == 7: return S.pop()
    elif k == 8: S.update(src())
    elif k == 9: S.update(src(), src())
    elif k == 10: return list(S.union(src()))[:30]
    elif k == 11: return list(S.intersection(src()))
    elif k == 12: return list(S.difference(src()))[:30]
    elif k == 13: return list(S.symmetric_difference(src()))[:30]
    elif k == 14: S.intersection_update(src()) if rnd(3) == 0 else 0
    elif k == 15: S.difference_update(src())
    elif k == 16: S.symmetric_difference_update(src())
    elif k == 17: return item() in S, len(S)
    elif k == 18: return S.isdisjoint(src()), S.issubset(src()), S.issuperset(src())
    elif k == 19: S = S | set(src())
    elif k == 20: S = S & set(src()) if rnd(4) == 0 else S
    elif k == 21: S = S - set(src())
    elif k == 22: S = S ^ set(src())
    elif k == 23: S |= set(src())
    elif k == 24: S -= set(src())
    elif k == 25: S ^= frozenset(src())
    elif k == 26: T = frozenset(src()); return hash(T), list(T)[:20]
    elif k == 27: return T <= S, T < S, S >= T, S == T, S != T, T == T, T > S
    elif k == 28: S = S.copy()
    elif k == 29: S = set(list(S))
    elif k == 30: T = T | S; return hash(T) , type(T).__name__, type(S | T).__name__
    elif k == 31:
        for x in S:
            if rnd(9) == 0: S.add(item())
    elif k == 32: return [S.pop() for _ in range(rnd(5)) if S]
    elif k == 33: return set(S) in {T, frozenset(S)}
    elif k == 34: return sorted(map(str, S))[:5]
    elif k == 35 and rnd(8) == 0: S.clear()
    elif k == 36: S = {x for x in S}
    elif k == 37: S = set(frozenset(S)); 
    elif k == 38: S = S.difference([1, 2], src())
    elif k == 39: return S.intersection(src(), src()), S.union()
for i in range(1500):
    try:
        r = step(i)
        print(i, r)
    except Exception as e:
        print(i, type(e).__name__, e)
    if i % 20 == 0: print(list(S)[:200])
