# Files: modes, seek and tell, truncation, newline translation, encodings, binary.
import os

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hognose_modes_%d" % os.getpid())
with open(path, "w") as f:
    f.write("0123456789\nabc\n")
with open(path, "r+") as f:
    print(f.read(4), f.tell())
    f.seek(2)
    f.write("XY")
    f.seek(0)
    print(repr(f.read()))
with open(path, "a+") as f:
    f.write("tail")
    f.seek(0)
    print(f.read().splitlines())
with open(path, "w+") as f:
    f.write("fresh")
    f.seek(0)
    print(f.read())
with open(path, "rb") as f:
    print(f.read(2), f.read(), f.read())
with open(path, "wb") as f:
    print(f.write(b"a\r\nb\xff"))
with open(path, "rb") as f:
    print(f.read(), f.seek(1), f.read(1), f.tell())
with open(path, "rb") as f:
    print(list(f))
try:
    open(path, encoding="utf-8").read()
except UnicodeDecodeError as e:
    print(e)
with open(path, encoding="latin-1") as f:
    print(repr(f.read()))
with open(path, "w", encoding="utf-8", newline="") as f:
    f.write("a\r\nb\n")
with open(path, newline="") as f:
    print(repr(f.read()))
with open(path) as f:
    print(repr(f.readline()), repr(f.readline()), repr(f.readline()))
os.remove(path)
with open(path, "x") as f:
    f.write("created")
try:
    open(path, "x")
except FileExistsError as e:
    print(type(e).__name__, e.errno)
f = open(path)
print(f.readable(), f.writable(), f.seekable(), f.closed, f.mode, f.name == path, f.encoding.lower())
print(next(f), next(f, "eof"))
f.close()
for g in (lambda: f.read(), lambda: next(f), lambda: f.readline(), lambda: f.write("a"), lambda: open(path, "w").readline(), lambda: open(path, "rw"), lambda: open(path, ""), lambda: open(path, "rb", encoding="utf-8"), lambda: open(path, "wb").write("text"), lambda: iter(f), lambda: f.__enter__()):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)


def count(path):
    with open(path) as f:
        return sum(1 for _ in f)


with open(path, "w") as f:
    print(*range(5), sep="\n", file=f)
    for i in range(3):
        print("row", i, file=f)
print(count(path), [l.split() for l in open(path)][-1], max(len(l) for l in open(path)))
with open(path, "w") as a, open(path + "2", "w") as b:
    a.write("one")
    b.write("two")
print(open(path).read() + open(path + "2").read())
os.remove(path)
os.remove(path + "2")
