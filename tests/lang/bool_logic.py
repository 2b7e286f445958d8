# Truth, and/or/not returning operands, short circuit, bool arithmetic.
falsy = [None, False, 0, 0.0, "", b"", [], (), {}, set(), frozenset(), range(0), -0.0]
truthy = [True, 1, -1, 0.1, "a", b"a", [0], (0,), {0: 0}, {0}, range(1), float("nan"), object, len]
print([bool(x) for x in falsy])
print([bool(x) for x in truthy])
print(0 or "x", 1 or "x", 0 and "x", 1 and "x", None or 0 or [], 1 and 2 and 3)
print(not 0, not 1, not not "a", not [])


def say(x):
    print("say", x)
    return x


print(say(0) or say(1) or say(2))
print(say(1) and say(0) and say(2))
print(say(0) or say(1) and say(3))
print(1 if say(0) else say(5))
print(True + True, True * 3, -True, ~True, True << 2, True & False, True | False, True ^ True)
print(True == 1, True is 1 == 1, False == 0.0, True < 2, isinstance(True, int))
print(type(True & True), type(True & 1), type(True + 0), str(True), repr(False))
print({True: "a", 1: "b", 1.0: "c"}, [1, 2][True])


class A:
    def __bool__(self):
        print("bool called")
        return False


class L:
    def __len__(self):
        print("len called")
        return 3


class Bad:
    def __bool__(self):
        return 1


class NegLen:
    def __len__(self):
        return -1


a = A()
print("yes" if a else "no", not a, a and 1 or 2)
print(bool(L()), not L())
for c in (Bad, NegLen):
    try:
        print(bool(c()))
    except Exception as e:
        print(type(e).__name__, e)
while L():
    break
assert L(), "never"
