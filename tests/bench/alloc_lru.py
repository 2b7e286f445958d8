# An LRU cache: a dict and a doubly linked list that change all the time.
class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.prev = None
        self.next = None


class Cache:
    def __init__(self, limit):
        self.limit = limit
        self.table = {}
        self.head = Entry(None, None)
        self.tail = Entry(None, None)
        self.head.next = self.tail
        self.tail.prev = self.head
        self.hits = self.misses = 0

    def unlink(self, e):
        e.prev.next = e.next
        e.next.prev = e.prev

    def front(self, e):
        e.next = self.head.next
        e.prev = self.head
        e.next.prev = e
        self.head.next = e

    def get(self, key):
        e = self.table.get(key)
        if e is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(e)
        self.front(e)
        return e.value

    def put(self, key, value):
        if len(self.table) >= self.limit:
            old = self.tail.prev
            self.unlink(old)
            del self.table[old.key]
        e = Entry(key, value)
        self.table[key] = e
        self.front(e)


def main():
    cache = Cache(2000)
    seed = 3
    total = 0
    for i in range(1100000):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        key = (seed >> 10) % (5000 if i & 1 else 1500)
        v = cache.get(key)
        if v is None:
            v = [key, i]
            cache.put(key, v)
        total += v[0]
    print(cache.hits, cache.misses, total, len(cache.table))


main()
