# Shifts, masks and multiplication: generators of pseudo-random numbers, CRC, popcount.
def lcg(n, seed):
    s = seed
    acc = 0
    for _ in range(n):
        s = (s * 1103515245 + 12345) & 0x7FFFFFFF
        acc ^= s >> 8
    return acc


def xorshift(n, seed):
    x = seed
    acc = 0
    for _ in range(n):
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        acc = (acc + x) & 0xFFFFFFFF
    return acc


def crc(data):
    c = 0xFFFFFFFF
    for b in data:
        c ^= b
        for _ in range(8):
            c = (c >> 1) ^ 0xEDB88320 if c & 1 else c >> 1
    return c ^ 0xFFFFFFFF


def popcount(n):
    total = 0
    for v in range(n):
        while v:
            v &= v - 1
            total += 1
    return total


def main():
    print(lcg(2500000, 1), xorshift(1400000, 2463534242), crc([i % 251 for i in range(120000)]), popcount(300000))


main()
