# Linked list, queue, binary search tree, trie, heap, LRU cache.
class Node:
    def __init__(self, v, nxt=None):
        self.v, self.nxt = v, nxt


class LinkedList:
    def __init__(self, items=()):
        self.head = None
        for x in reversed(list(items)):
            self.head = Node(x, self.head)

    def __iter__(self):
        n = self.head
        while n:
            yield n.v
            n = n.nxt

    def __len__(self):
        return sum(1 for _ in self)

    def reverse(self):
        prev, n = None, self.head
        while n:
            n.nxt, prev, n = prev, n, n.nxt
        self.head = prev
        return self

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


class Tree:
    def __init__(self):
        self.root = None

    def add(self, k, v=None):
        def go(n):
            if n is None:
                return [k, v, None, None]
            if k == n[0]:
                n[1] = v
            else:
                side = 2 if k < n[0] else 3
                n[side] = go(n[side])
            return n
        self.root = go(self.root)

    __setitem__ = add

    def __getitem__(self, k):
        n = self.root
        while n:
            if n[0] == k:
                return n[1]
            n = n[2] if k < n[0] else n[3]
        raise KeyError(k)

    def __contains__(self, k):
        try:
            self[k]
            return True
        except KeyError:
            return False

    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n[2])
                yield n[0]
                yield from walk(n[3])
        return walk(self.root)

    def height(self):
        h = lambda n: 0 if n is None else 1 + max(h(n[2]), h(n[3]))
        return h(self.root)


l = LinkedList("abc")
print(l, len(l), l.reverse(), list(l), LinkedList(), "b" in l)
t = Tree()
for k in (50, 30, 70, 20, 40, 60, 80, 30):
    t[k] = k * 2
print(list(t), t.height(), t[40], 60 in t, 65 in t, [k for k in t if k > 45])
try:
    t[1]
except KeyError as e:
    print("KeyError", e)


class Trie:
    def __init__(self):
        self.kids, self.end = {}, False

    def add(self, w):
        n = self
        for c in w:
            n = n.kids.setdefault(c, Trie())
        n.end = True

    def find(self, prefix):
        n = self
        for c in prefix:
            if c not in n.kids:
                return []
            n = n.kids[c]
        return sorted(n.words(prefix))

    def words(self, sofar):
        if self.end:
            yield sofar
        for c, k in self.kids.items():
            yield from k.words(sofar + c)


tr = Trie()
for w in "car card care cat dog do".split():
    tr.add(w)
print(tr.find("car"), tr.find("do"), tr.find("x"), tr.find(""))


class LRU:
    def __init__(self, n):
        self.n, self.d = n, {}

    def get(self, k):
        if k not in self.d:
            return None
        v = self.d.pop(k)
        self.d[k] = v
        return v

    def put(self, k, v):
        self.d.pop(k, None)
        if len(self.d) == self.n:
            del self.d[next(iter(self.d))]
        self.d[k] = v


c = LRU(2)
c.put("a", 1)
c.put("b", 2)
print(c.get("a"), c.put("c", 3), c.get("b"), c.get("a"), c.d)


class Heap:
    def __init__(self, key=lambda x: x):
        self.a, self.key = [], key

    def push(self, x):
        a, k = self.a, self.key
        a.append(x)
        i = len(a) - 1
        while i and k(a[i]) < k(a[(i - 1) // 2]):
            j = (i - 1) // 2
            a[i], a[j] = a[j], a[i]
            i = j

    def pop(self):
        a, k = self.a, self.key
        a[0], a[-1] = a[-1], a[0]
        x = a.pop()
        i = 0
        while (c := 2 * i + 1) < len(a):
            if c + 1 < len(a) and k(a[c + 1]) < k(a[c]):
                c += 1
            if k(a[i]) <= k(a[c]):
                break
            a[i], a[c] = a[c], a[i]
            i = c
        return x


h = Heap(key=lambda p: -p[0])
for p in ((2, "low"), (9, "high"), (5, "mid"), (7, "upper")):
    h.push(p)
print([h.pop() for _ in range(4)])
