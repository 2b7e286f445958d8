# Random operations on files by a seed (argument 1); the oracle and every manager print the same.
import sys, os
seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return (seed >> 33) % n
P = "data.tmp"  # in the current directory
def text():
    out = []
    for _ in range([0, 3, 30, 3000][rnd(4)]):
        k = rnd(12)
        out.append(["a", "bc", "\n", "\r\n", "\r", "é", "€", "😀", "\n\n", "xyz" * rnd(30), "\t", " "][k])
    return "".join(out)
def t(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ": " + str(e)
for i in range(300):
    data = text().encode("utf-8")
    if rnd(10) == 0 and data: data = data[:-1]
    if rnd(20) == 0: data = data[:5] + b"\xff" + data[5:]
    with open(P, "wb") as f: print(i, f.write(data), len(data))
    nl = [None, "", "\n", "\r", "\r\n"][rnd(5)]
    enc = ["utf-8", "utf-8", "latin-1", "ascii"][rnd(4)]
    err = ["strict", "replace", "ignore"][rnd(3)]
    def op():
        with open(P, encoding=enc, errors=err, newline=nl) as f:
            r = []
            for _ in range(rnd(8)):
                k = rnd(6)
                if k == 0: r.append(f.read(rnd(20)))
                elif k == 1: r.append(f.readline())
                elif k == 2: r.append(f.readline(rnd(9)))
                elif k == 3 and enc != 'utf-8': r.append(f.tell() if nl != None and (err == 'strict' or enc == 'latin-1') else 0)
                elif k == 4: r.append(f.readlines(rnd(10)))
                elif k == 5: r.append(f.seek(0)) if rnd(3) == 0 else 0
            r.append(f.read())
            return [hash(x) == 0 if 0 else x for x in r]
    print(i, nl, enc, err, t(op))
    print(t(lambda: list(open(P, encoding=enc, errors=err, newline=nl))))
    def wr():
        with open(P, ["w", "a", "w+", "r+", "a+"][rnd(5)], encoding=enc, errors=err, newline=nl) as f:
            r = []
            for _ in range(rnd(5)):
                k = rnd(4)
                if k < 2: r.append(f.write(text()))
                elif k == 2: f.writelines([text(), "z\n"])
                elif k == 3: f.flush()
            if f.readable(): f.seek(0); r.append(f.read(5)); r.append(f.read())
        return r
    print(t(wr))
    print(open(P, "rb").read())
    def bi():
        with open(P, ["rb", "rb+", "r+b", "ab", "wb+"][rnd(5)]) as f:
            r = []
            for _ in range(rnd(8)):
                k = rnd(7)
                if k == 0: r.append(f.read(rnd(30)))
                elif k == 1: r.append(f.readline())
                elif k == 2: r.append(f.write(b"QQ" * rnd(10)))
                elif k == 3: r.append(f.tell())
                elif k == 4: r.append(f.seek(rnd(20), rnd(2)))
                elif k == 5: r.append(f.seek(-rnd(3), 2))
                elif k == 6: r.append(f.truncate() if rnd(3) == 0 else f.readlines(rnd(20)))
            return r
    print(t(bi), open(P, "rb").read())
os.remove(P)
