"""A cache whose entries die old.

Generational managers bet on objects dying young. Entries of a least-recently-used cache live long
enough to be promoted, and die then: watch minor and major collections, and what the longest pause
becomes.

    hognose --compare=generational,marksweep,refcount examples/lru_cache.py
"""


class Entry:
    def __init__(self, key):
        self.key = key
        self.squares = [key * i for i in range(16)]


class Cache:
    def __init__(self, room):
        self.room = room
        self.entries = {}
        self.hits = 0

    def get(self, key):
        entry = self.entries.pop(key, None)
        if entry is None:
            entry = Entry(key)
            if len(self.entries) >= self.room:
                del self.entries[next(iter(self.entries))]
        else:
            self.hits += 1
        self.entries[key] = entry  # the newest is last
        return entry


cache = Cache(20000)
state, total = 1, 0
for _ in range(200000):
    state = (state * 1103515245 + 12345) % 2**31
    total += cache.get((state >> 8) % 40000).squares[3]
print("hits:", cache.hits, "entries:", len(cache.entries), "sum:", total)
