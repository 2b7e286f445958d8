# Integer loops: the longest Collatz chain, greatest common divisors.
def longest(limit):
    best = best_n = 0
    for start in range(1, limit):
        n = start
        steps = 0
        while n != 1:
            if n % 2 == 0:
                n //= 2
            else:
                n = 3 * n + 1
            steps += 1
        if steps > best:
            best, best_n = steps, start
    return best, best_n


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def coprime(limit):
    count = 0
    for a in range(1, limit):
        for b in range(a, limit, 7):
            if gcd(a, b) == 1:
                count += 1
    return count


def main():
    print(longest(130000), coprime(700))


main()
