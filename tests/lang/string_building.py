# Building strings in many ways.
words = ["alpha", "beta", "gamma"]
s = ""
for w in words:
    s += w[0].upper() + w[1:] + " "
print(s.strip(), "-".join(words), "".join(reversed("".join(words))), ", ".join(f"{i}:{w}" for i, w in enumerate(words)))
print("\n".join("*" * i for i in range(1, 5)), "\n".join(f"{i:>3}|{i * i:>5}|{i ** 3:<6}|" for i in range(8, 12)), sep="\n")
print("%-10s|%5d|%7.2f|%s" % ("left", 42, 3.14159, [1]), "{:<10}|{:>5}|{:^7.2f}|{}".format("left", 42, 3.14159, [1]), f"{'left':<10}|{42:>5}|{3.14159:^7.2f}|{[1]}", sep="\n")
table = [("name", "qty", "price"), ("apple", 3, 1.5), ("kiwi", 12, 0.25)]
widths = [max(len(str(r[i])) for r in table) for i in range(3)]
for r in table:
    print(" | ".join(str(c).ljust(w) if i == 0 else str(c).rjust(w) for i, (c, w) in enumerate(zip(r, widths))))
print("=" * 20, "-" * 5 + ">" * 3, "ab" * 3, ("x" + "y") * 2, "".join(["a"] * 5), sep="\n")
text = "the cat and the dog and the bird"
print(text.title(), text.count("the"), text.replace("the", "a", 2), text.split("and"), " ".join(w[::-1] for w in text.split()), sorted(set(text.split())), text.find("dog"), text[4:7], text.partition(" and "))
print("".join(chr(ord("a") + i) for i in range(26)), "".join(c for c in text if c not in "aeiou "), "".join(sorted("hello")), "hello".translate({104: "J"}), "a-b_c d".replace("-", " ").replace("_", " ").split())
big = ""
for i in range(500):
    big += chr(97 + i % 26)
print(len(big), big[250:260], big[-5:], big.index("xyz"), big.count("abc"))
lines = """first line
  second line
\tthird
""".splitlines()
print(lines, [l.strip() for l in lines], [len(l) for l in lines])


def wrap(s, n):
    out, line = [], ""
    for w in s.split():
        if line and len(line) + 1 + len(w) > n:
            out.append(line)
            line = w
        else:
            line = line + " " + w if line else w
    return out + [line]


print(wrap("the quick brown fox jumps over the lazy dog", 12))
print("abc" < "abd", "Zebra" < "apple", "a" < "aa", sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.lower), max(words, key=len), min(words))
print("x".join("abc"), "abc".join("x"), ",".join(map(str, range(5))), str([1, "a", None]), repr("q'q"), "a" "b" if True else "", "é" + "€" * 2, len("é€"))
print(f"{'x':-^9}", f"{7:03}", f"{-7:+05}", f"{1234567:,}", f"{0.5:.0%}", f"{255:08b}", f"{'y'!r:>5}", f"{1e6:.1e}", f"{True:d}", f"{12:5}|{'s':5}|{1.5:5}|{None!s:5}|")
