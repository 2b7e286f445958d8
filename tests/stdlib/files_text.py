# open for text files: modes, reading, writing, iteration, with, errors.
import os

path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hognose_files_%d.txt" % os.getpid())
f = open(path, "w")
print(f.write("line one\n"), f.write("zwei é€😀\n"), f.write("last without newline"), f.closed, f.name == path, f.mode)
f.close()
f.close()
print(f.closed)
with open(path) as f:
    print(repr(f.read()), repr(f.read()))
with open(path, "r", encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.readline()), repr(f.readline()), repr(f.readline()))
with open(path) as f:
    for i, line in enumerate(f):
        print(i, line.rstrip("\n"), len(line))
with open(path) as f:
    print(f.readlines(), f.readlines())
with open(path) as f:
    print(repr(f.read(3)), repr(f.read(7)), f.tell() > 0, repr(f.readline()), list(f))
    f.seek(0)
    print(repr(f.readline()))
with open(path, "a") as f:
    f.write("\nappended")
    f.writelines(["\na", "\nb"])
    print("print to file", file=f)
with open(path) as f:
    lines = [line.strip() for line in f]
print(lines, len(lines))
with open(path, "w") as f:
    f.write("short")
print(open(path).read())
with open(path, "wb") as f:
    f.write(b"\x00\xff\r\n")
with open(path, "rb") as f:
    print(f.read())
with open(path, "w") as f:
    f.write("a\r\nb\rc\n")
with open(path) as f:
    print(repr(f.read()))
with open(path, "w") as f:
    for i in range(1000):
        f.write(f"{i},{i * i}\n")
total = 0
for line in open(path):
    a, b = line.split(",")
    total += int(b)
print(total, sum(1 for _ in open(path)))


def err(g):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__ + ":", str(e).replace(path, "PATH"))


err(lambda: f.read())
err(lambda: f.write("x"))
err(lambda: open(path + ".nope"))
err(lambda: open(path, "q"))
err(lambda: open(path, "x"))
err(lambda: open("/nonexistent_dir/file", "w"))
err(lambda: open(path).write("x"))
err(lambda: open(path, "w").read())
err(lambda: open(path, "w").write(5))
err(lambda: open(path, "w").write(b"bytes"))
err(lambda: open(5.5))
err(lambda: open(path, encoding="nope"))
err(lambda: open())
with open(path, "wb") as f:
    f.write(b"\xff\xfe bad utf8")
err(lambda: open(path, encoding="utf-8").read())
os.remove(path)
