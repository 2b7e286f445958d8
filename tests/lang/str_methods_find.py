# Searching, splitting, joining, replacing.
s = "one two one three"
print(s.find("one"), s.find("one", 1), s.find("zzz"), s.rfind("one"), s.index("two"), s.rindex("e"), s.count("one"), s.count("e"))
print(s.find(""), "".find(""), "abc".find("", 3), "abc".find("", 4), "abc".count(""), "aaaa".count("aa"), s.find("o", -5), s.find("n", 2, 5))
print(s.startswith("one"), s.endswith("three"), s.startswith("two", 4), s.startswith(("x", "one")), s.endswith("e", 0, 3), "".startswith(""))
print(s.replace("one", "1"), s.replace("one", "1", 1), "aaa".replace("a", ""), "abc".replace("", "-"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"))
print(s.split(), s.split(" ", 1), "a,b,,c".split(","), ",".split(","), "".split(","), "".split(), "  a  b ".split(), " a b c".split(None, 1), "a--b--c".split("--"))
print(s.rsplit(" ", 1), "a b c ".rsplit(None, 1), "a,b,c".rsplit(",", 1), "abc".rsplit("x"))
print("a\nb\r\nc\rd\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "x\x0by\u2028z".splitlines())
print("k=v=w".partition("="), "kv".partition("="), "k=v=w".rpartition("="), "kv".rpartition("="))
print(",".join(["a", "b"]), "".join("abc"), "-".join([]), "x".join(["only"]), ", ".join({"k": 1, "j": 2}), "".join(c for c in "gen"))
print("hello".translate({ord("l"): "L", ord("e"): None, 104: 72}), "abc".translate(str.maketrans("ab", "xy")),
      "abc".translate(str.maketrans("a", "b", "c")), str.maketrans({"a": "1"}))


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


err(lambda: "a".index("b"))
err(lambda: "a".rindex("b"))
err(lambda: "a".split(""))
err(lambda: "a".partition(""))
err(lambda: ",".join([1]))
err(lambda: ",".join(["a", None]))
err(lambda: ",".join(5))
err(lambda: "a".find(1))
err(lambda: "a".startswith(1))
err(lambda: "a".startswith((1,)))
err(lambda: "a".replace("a"))
err(lambda: "a".replace("a", 1))
err(lambda: "a".count())
err(lambda: "a".split(1))
err(lambda: "a" in 5)
err(lambda: 5 in "a")
