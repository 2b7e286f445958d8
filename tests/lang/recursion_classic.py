# Classic recursions.
# stress: 120
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def hanoi(n, a, b, c):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


def perms(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]


def power_set(x):
    return [[]] if not x else [r for p in power_set(x[1:]) for r in (p, [x[0]] + p)]


def flatten(x):
    return [x] if not isinstance(x, (list, tuple)) else [z for y in x for z in flatten(y)]


def binary(n):
    return str(n) if n < 2 else binary(n // 2) + str(n % 2)


def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)


def collatz(n, acc=()):
    return acc + (n,) if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, acc + (n,))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


def pascal(n):
    if n == 0:
        return [1]
    p = pascal(n - 1)
    return [1] + [a + b for a, b in zip(p, p[1:])] + [1]


def change(n, coins):
    if n == 0:
        return 1
    if n < 0 or not coins:
        return 0
    return change(n - coins[0], coins) + change(n, coins[1:])


print([fact(n) for n in range(10)], fact(25), hanoi(3, "a", "b", "c"), ack(2, 3), perms("abc"), power_set([1, 2, 3]))
print(flatten([1, [2, (3, [4]), []], "ab"]), binary(10), binary(255), gcd(48, 36), collatz(6), is_even(10), is_odd(7), pascal(6), change(100, [50, 25, 10, 5, 1]))


def tree(d, label="r"):
    return (label, [tree(d - 1, label + str(i)) for i in range(2)] if d else [])


def depth(t):
    return 1 + max([depth(c) for c in t[1]], default=0)


def labels(t):
    return [t[0]] + sum((labels(c) for c in t[1]), [])


print(tree(2), depth(tree(4)), labels(tree(2)), len(labels(tree(6))))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *a: y(y)(*a)))
print(Y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(6))
