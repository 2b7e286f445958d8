# Word counts, longest words, anagrams, concordance, Caesar and run-length coding.
TEXT = """It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief, it was the epoch
of incredulity, it was the season of Light, it was the season of Darkness."""


def words(s):
    out, w = [], []
    for c in s + " ":
        if c.isalpha():
            w.append(c.lower())
        elif w:
            out.append("".join(w))
            w = []
    return out


ws = words(TEXT)
count = {}
for w in ws:
    count[w] = count.get(w, 0) + 1
print(len(ws), len(count), sorted(count.items(), key=lambda p: (-p[1], p[0]))[:6], max(count, key=lambda w: (len(w), w)), sum(map(len, ws)) / len(ws))
where = {}
for n, line in enumerate(TEXT.splitlines(), 1):
    for w in set(words(line)):
        where.setdefault(w, []).append(n)
print({w: where[w] for w in sorted(where) if len(where[w]) > 1})
groups = {}
for w in "listen silent enlist google elgoog abc cab bca xyz".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
hist = {}
for c in TEXT.lower():
    if c.isalpha():
        hist[c] = hist.get(c, 0) + 1
for c in sorted(hist, key=lambda c: (-hist[c], c))[:5]:
    print(c, "*" * hist[c], hist[c])


def caesar(s, k):
    return "".join(chr((ord(c) - b + k) % 26 + b) if (b := 97 if c.islower() else 65 if c.isupper() else 0) else c for c in s)


def rle(s):
    out, prev, n = "", "", 0
    for c in s + "\0":
        if c == prev:
            n += 1
        else:
            if prev:
                out += prev + (str(n) if n > 1 else "")
            prev, n = c, 1
    return out


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3), rle("aaabbcdddd"), rle(""), [w for w in ws if w == w[::-1] and len(w) > 1], " ".join(w.capitalize() for w in ws[:6]))


def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= v:
            out += s
            n -= v
    return out


def unroman(s):
    v = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    return sum(-v[a] if b and v[a] < v[b] else v[a] for a, b in zip(s, list(s[1:]) + [None]))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024)], all(unroman(roman(n)) == n for n in range(1, 500)))
