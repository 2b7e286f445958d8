# Loops over characters: classes of characters, codes, reversing, palindromes, checks.
s = "Hello, World 123! ñ €"
print([c for c in s if c.isupper()], [c for c in s if c.isdigit()], sum(c.isalpha() for c in s), sum(c.isspace() for c in s), [c for c in s if not c.isalnum() and not c.isspace()], "".join(c.lower() if c.isupper() else c.upper() for c in s), s.swapcase())
print([ord(c) for c in s[:5]], "".join(chr(ord(c) + 1) for c in "HAL"), [hex(ord(c)) for c in "ñ€😀"], max(s), min(s), sorted(set(s))[:5], s[::-1], " ".join(w[::-1] for w in s.split()))


def palindrome(t):
    t = [c.lower() for c in t if c.isalnum()]
    return t == t[::-1]


print([palindrome(t) for t in ("A man, a plan, a canal: Panama", "abc", "", "a", "No 'x' in Nixon")])


def valid(ident):
    return bool(ident) and (ident[0].isalpha() or ident[0] == "_") and all(c.isalnum() or c == "_" for c in ident)


print([valid(t) for t in ("abc", "_x1", "1a", "", "a-b", "ñandú")], ["ñandú".isidentifier(), "1a".isidentifier(), "def".isidentifier()])


def balanced(t):
    stack = []
    for c in t:
        if c in "([{":
            stack.append(")]}"["([{".index(c)])
        elif c in ")]}":
            if not stack or stack.pop() != c:
                return False
    return not stack


print([balanced(t) for t in ("()", "([]{})", "(]", "((", "", "a(b)c]")])
vowels = {}
for i, c in enumerate("the quick brown fox"):
    if c in "aeiou":
        vowels.setdefault(c, []).append(i)
print(vowels, "".join(dict.fromkeys("mississippi")), [c for i, c in enumerate("abcabc") if "abcabc".index(c) == i])
bits = "".join("1" if int(c) % 2 else "0" for c in "1234567890")
print(bits, int(bits, 2), bits.count("1"), bits.find("00"), [len(r) for r in bits.split("0") if r], bits.replace("10", "x"), [bits[i:i + 3] for i in range(0, len(bits), 3)])
t = ""
for i in range(5):
    for j in range(i + 1):
        t += "*"
    t += "\n"
print(t, end="")
print("\n".join(" " * (4 - i) + "*" * (2 * i + 1) for i in range(5)), "abc" * 2 + "-" * 3, "=".join("123"), "%s" * 3 % (1, 2, 3), sep="\n")
for w in ("a,b", "a", "", ",", "a,,b"):
    print(w.split(","), w.partition(","), w.replace(",", ";"), w.find(","), w.count(","), w.strip(","), w.endswith(","), w or "empty", len(w))
num = 1234567
print("".join(reversed(str(num))), sum(map(int, str(num))), [int(d) for d in str(num)], str(num).zfill(10), f"{num:,}", str(num)[:-3] + "k", "".join(str(d) for d in range(10)), int("".join(sorted(str(num), reverse=True))), "0" in str(num))
