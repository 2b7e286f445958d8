# Containers that change while they are compared, hashed, sorted: must never crash (argument 1: seed).
import sys
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (seed >> 33) % n
D = {}; S = set(); L = []
def mess():
    k = rnd(14)
    if k == 0: D.clear()
    elif k == 1: D.pop(rnd(20), None)
    elif k == 2: D[rnd(300)] = [rnd(3)]
    elif k == 3: S.clear()
    elif k == 4: S.add(rnd(100))
    elif k == 5: S.discard(rnd(100))
    elif k == 6: L.clear()
    elif k == 7: L.append(Mut(rnd(5)))
    elif k == 8: del L[rnd(5):]
    elif k == 9: L[:] = [Mut(rnd(4)) for _ in range(rnd(30))]
    elif k == 10:
        for i in range(100): D[i] = i
    elif k == 11: raise ValueError("mess")
    elif k == 12: S.update(range(rnd(200)))
    elif k == 13: L.insert(0, Mut(1)); L.pop()
class Mut:
    def __init__(self, n): self.n = n
    def __hash__(self):
        if rnd(10) == 0: mess()
        return self.n
    def __eq__(self, o):
        if rnd(4) == 0: mess()
        return rnd(4) == 0
    def __lt__(self, o):
        if rnd(5) == 0: mess()
        return rnd(2) == 0
    def __index__(self):
        mess(); return self.n
    def __repr__(self):
        if rnd(5) == 0: mess()
        return "Mut"
    def __del__(self):
        if rnd and rnd(50) == 0: D.pop(rnd(30), None)
def it():
    for i in range(rnd(10)):
        if rnd(4) == 0: mess()
        yield Mut(rnd(10))
def m(): return Mut(rnd(6))
def key(x):
    if rnd(6) == 0: mess()
    return x if rnd(2) else rnd(5)
def step():
    k = rnd(45)
    if k == 0: D[m()] = 1
    elif k == 1: del D[m()]
    elif k == 2: D[m()]
    elif k == 3: D.pop(m(), 1)
    elif k == 4: D.setdefault(m(), 2)
    elif k == 5: D.update((x, 1) for x in it())
    elif k == 6: D == {m(): 1, m(): 2, 3: m()}
    elif k == 7: D.update({m(): 1, m(): 2})
    elif k == 8: repr(D)
    elif k == 9: m() in D.items(), (m(), m()) in D.items(), m() in D.values()
    elif k == 10:
        for x in D: mess()
    elif k == 11: S.add(m())
    elif k == 12: S.remove(m())
    elif k == 13: S.update(it())
    elif k == 14: S & {m(), m(), m()}
    elif k == 15: S | {m()}, S - {m(), m()}, S ^ {m(), m()}
    elif k == 16: S.intersection_update(it())
    elif k == 17: S.difference_update(it())
    elif k == 18: S.symmetric_difference_update(it())
    elif k == 19: S == {m(), m()}, S <= {m()}, S.issuperset(it())
    elif k == 20: repr(S)
    elif k == 21: frozenset(S), hash(frozenset([m(), m()]))
    elif k == 22: L.append(m())
    elif k == 23: L.remove(m())
    elif k == 24: L.index(m())
    elif k == 25: L.count(m())
    elif k == 26: m() in L
    elif k == 27: L.sort()
    elif k == 28: L.sort(key=key)
    elif k == 29: sorted(L, key=key, reverse=True)
    elif k == 30: L[m():m()] = it()
    elif k == 31: L[m():m():m()]
    elif k == 32: del L[m():m():m()]
    elif k == 33: L[m()] = m()
    elif k == 34: L[::m()] = it()
    elif k == 35: L == [m() for _ in range(len(L))], L < [m(), m()]
    elif k == 36: repr(L)
    elif k == 37: L.extend(it())
    elif k == 38: list(map(key, it())), list(filter(key, L)), list(zip(L, it()))
    elif k == 39: L.insert(m(), 5), L.pop(m())
    elif k == 40: L.__init__(it())
    elif k == 41: tuple(L) == tuple(m() for _ in range(len(L))), tuple(it())
    elif k == 42: L * m()
    elif k == 43: max(L), min(L, key=key), sum([1 for x in L if x == m()])
    elif k == 44: L.extend(range(rnd(100))); del L[50:]
for i in range(4000):
    try: step()
    except Exception as e: pass
    if len(L) > 300: L.clear()
    if len(D) > 500: D.clear()
print("ok")
