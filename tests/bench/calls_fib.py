# Function calls: doubly recursive Fibonacci, Ackermann, and keyword calls.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


def mix(a, b=2, *rest, scale=1):
    return (a + b + len(rest)) * scale


def keywords(n):
    total = 0
    for i in range(n):
        total += mix(i) + mix(i, 3, scale=2) + mix(i, 1, 2, 3)
    return total


def main():
    print(fib(31), [ack(2, n) for n in range(100, 240, 20)], keywords(700000))


main()
