# Random operations on lists by a seed (argument 1); the oracle and every manager print the same.
import sys
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (seed >> 33) % n
class Idx:
    def __init__(self, i): self.i = i
    def __index__(self): return self.i
class Box:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return isinstance(o, Box) and self.v == o.v or self.v == o
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"Box({self.v})"
def val():
    k = rnd(14)
    if k < 6: return rnd(8) - 3
    if k == 6: return rnd(5) / 2
    if k == 7: return "abc"[rnd(3)] * rnd(3)
    if k == 8: return rnd(2) == 1
    if k == 9: return None
    if k == 10: return (rnd(3), rnd(3))
    if k == 11: return Box(rnd(4))
    if k == 12: return 2 ** (60 + rnd(3))
    return [rnd(2)]
def num(): return rnd(12) - 6
def optnum():
    k = rnd(10)
    if k < 3: return None
    if k == 3: return Idx(num())
    if k == 4: return 10 ** 20 * (1 - 2 * rnd(2))
    return num()
def sl(): 
    st = [None, 1, 1, 2, -1, 3, -2, -3, 10**20][rnd(9)]
    return slice(optnum(), optnum(), st)
def src():
    k = rnd(7)
    v = [val() for _ in range(rnd(6))]
    if k == 0: return tuple(v)
    if k == 1: return iter(v)
    if k == 2: return (x for x in v)
    if k == 3: return range(rnd(5))
    if k == 4: return "xyz"[:rnd(4)]
    if k == 5: return {1: 2, 3: 4}
    return v
def step(L, i):
    k = rnd(36)
    if k <= 2: L.append(val())
    elif k <= 3: L.insert(num(), val())
    elif k == 4: return L.pop()
    elif k == 5: return L.pop(num())
    elif k == 6: L.remove(val())
    elif k == 7: return L.index(val())
    elif k == 8: return L.index(val(), num(), num())
    elif k == 9: return L.count(val())
    elif k == 10: L.reverse()
    elif k == 11: L.extend(src())
    elif k == 12: L[num()] = val()
    elif k == 13: del L[num()]
    elif k == 14: L[sl()] = src()
    elif k == 15: del L[sl()]
    elif k == 16: return L[sl()]
    elif k == 17: return L[num()]
    elif k == 18: return val() in L
    elif k == 19: return L + [val()]
    elif k == 20: return L * rnd(3)
    elif k == 21: L *= rnd(3)
    elif k == 22: L += src()
    elif k == 23: L[:] = L
    elif k == 24: L[1:1] = L
    elif k == 25: return L == list(L), L < L[1:], L[1:] != L, L >= L[:3]
    elif k == 26: L.sort(key=repr, reverse=rnd(2) == 1)
    elif k == 27: L.sort()
    elif k == 28: return sorted(L, key=lambda x: str(x)[:1])
    elif k == 29: return list(reversed(L)), L.copy(), tuple(L)
    elif k == 30: L.clear() if rnd(4) == 0 else None
    elif k == 31: return list(zip(L, src())), list(enumerate(src(), num()))
    elif k == 32: return tuple(L)[sl()], tuple(L) + (1,), tuple(L) * rnd(3), val() in tuple(L), tuple(L).count(val())
    elif k == 33: return tuple(L).index(val(), num())
    elif k == 34: return list(map(lambda a, b: (a, b), L, src())), list(filter(None, L)), L.__length_hint__() if rnd(50) == 0 else iter(L).__length_hint__()
    elif k == 35:
        r = range(num(), num(), [1, 2, -1, -3][rnd(4)])
        return r, list(r), r[num()] if len(r) else 0, r[sl()], val() in r, r == range(num(), num()), len(r), list(reversed(r)), r.count(val()), r.index(num())
L = []
for i in range(3000):
    try:
        r = step(L, i)
        print(i, r)
    except Exception as e:
        print(i, type(e).__name__, e)
    if len(L) > 60: del L[20:]
    if i % 10 == 0: print(L)
