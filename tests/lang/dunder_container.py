# Container protocol: len, getitem, setitem, delitem, contains, iter, reversed, index.
class Log:
    def __init__(self):
        self.d = {}

    def __len__(self):
        return len(self.d)

    def __getitem__(self, k):
        print("get", k, end="; ")
        return self.d[k]

    def __setitem__(self, k, v):
        print("set", k, v, end="; ")
        self.d[k] = v

    def __delitem__(self, k):
        print("del", k, end="; ")
        del self.d[k]

    def __contains__(self, k):
        return "yes" if k in self.d else ""

    def __iter__(self):
        return iter(sorted(self.d))

    def __reversed__(self):
        return ["reversed"]


s = Log()
s[1] = "a"
s[2, 3] = "b"
s["x"] = s[1] + s[2, 3]
print(s["x"], len(s), bool(s), 1 in s, 9 in s, 9 not in s)
del s["x"], s[2, 3]
s[5] = 0
s[5] += 7
print(list(s), reversed(s), max(s), sum(s), tuple(s), [*s])


class Slices:
    def __getitem__(self, k):
        return k


q = Slices()
print(q[1:2], q[:], q[::2], q[1:2, 3], q[..., None], q[1:2:3, ::], q[()], q[-1], q["a":"b"])


class Seq:
    def __getitem__(self, i):
        if i >= 4:
            raise IndexError("done")
        return i * i


z = Seq()
print(list(z), 9 in z, 5 in z, [a for a in z], dict(enumerate(z)), list(zip(z, "abc")), list(map(str, z)))
a, b, c, d = z
print(a, b, c, d, list(iter(z)))


class SeqLen(Seq):
    def __len__(self):
        return 4


print(list(reversed(SeqLen())))


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(It(3)), sum(It(4)), 2 in It(5), [*It(2)], max(It(3)), list(zip(It(2), It(3))))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class BadIter:
    def __iter__(self):
        return 5


class BadLen:
    def __len__(self):
        return "x"


class HugeLen:
    def __len__(self):
        return 2 ** 70


class NoIter:
    __iter__ = None


err(lambda: list(BadIter()))
err(lambda: len(BadLen()))
err(lambda: len(HugeLen()))
err(lambda: list(NoIter()))
err(lambda: reversed(z))
err(lambda: len(z))
err(lambda: next(z))
err(lambda: z.__setitem__)
err(lambda: 1 in It)
err(lambda: iter(5))


class Idx:
    def __index__(self):
        return 2


print([10, 20, 30][Idx()], "abc"[Idx()], [1, 2, 3, 4][:Idx()], list(range(Idx())), "ab" * Idx(), hex(Idx()))
