# Integer loops over lists: prime sieve and a digital sum.
def sieve(n):
    flags = [True] * (n + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= n:
        if flags[i]:
            j = i * i
            while j <= n:
                flags[j] = False
                j += i
        i += 1
    return [k for k in range(n + 1) if flags[k]]


def digits(n):
    s = 0
    while n:
        s += n % 10
        n //= 10
    return s


def main():
    primes = sieve(4000000)
    print(len(primes), primes[-1], sum(digits(p) for p in primes))


main()
