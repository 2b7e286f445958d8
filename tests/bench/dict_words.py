# Dicts with string keys: counting words, grouping, inverting.
def text(n):
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
    seed = 7
    out = []
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        out.append(words[seed >> 16 & 7] + str(seed >> 20 & 127))
    return " ".join(out)


def count(s):
    counts = {}
    for w in s.split():
        if w in counts:
            counts[w] += 1
        else:
            counts[w] = 1
    return counts


def group(counts):
    groups = {}
    for w, n in counts.items():
        groups.setdefault(n, []).append(w)
    return groups


def pairs(s):
    follow = {}
    last = ""
    for w in s.split():
        follow[last] = follow.get(last, 0) + len(w)
        last = w
    return follow


def main():
    s = text(200000)
    total = 0
    for _ in range(12):
        c = count(s)
        g = group(c)
        f = pairs(s)
        total += len(c) + len(g) + sum(f.values())
    top = sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
    print(total, top)


main()
