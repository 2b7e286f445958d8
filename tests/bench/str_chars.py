# Strings character by character: a Caesar cipher, palindromes, tokens, run lengths.
def caesar(s, k):
    out = []
    for c in s:
        if "a" <= c <= "z":
            out.append(chr((ord(c) - 97 + k) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def runs(s):
    out = []
    i = 0
    while i < len(s):
        j = i
        while j < len(s) and s[j] == s[i]:
            j += 1
        out.append(s[i] + str(j - i))
        i = j
    return "".join(out)


def palindromes(s):
    n = 0
    for i in range(len(s)):
        for a, b in ((i, i), (i, i + 1)):
            while a >= 0 and b < len(s) and s[a] == s[b]:
                n += 1
                a -= 1
                b += 1
    return n


def tokens(s):
    count = depth = 0
    word = ""
    for c in s:
        if c.isalpha():
            word += c
        else:
            if word:
                count += len(word)
                word = ""
            if c == "(":
                depth += 1
            elif c == ")":
                depth -= 1
    return count, depth


def main():
    base = "the quick (brown fox) jumps over (the lazy) dog, aabbbccccd "
    s = base * 12000
    c = caesar(s, 3)
    back = caesar(c, 23)
    print(back == s, len(runs(s)), palindromes(base * 1200), tokens(s), c[:20])


main()
