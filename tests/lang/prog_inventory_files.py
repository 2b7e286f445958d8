# Reading and writing small files: CSV by hand, a log, configuration.
import os

base = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hognose_prog_%d" % os.getpid())
rows = [("id", "name", "price"), (1, "bolt", 0.1), (2, "nut, hex", 0.25), (3, 'pin "x"', 12.0)]


def quote(v):
    s = str(v)
    return '"' + s.replace('"', '""') + '"' if "," in s or '"' in s else s


def parse(line):
    out, cur, inside, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if inside:
            if c == '"' and line[i + 1:i + 2] == '"':
                cur += '"'
                i += 1
            elif c == '"':
                inside = False
            else:
                cur += c
        elif c == '"':
            inside = True
        elif c == ",":
            out.append(cur)
            cur = ""
        else:
            cur += c
        i += 1
    return out + [cur]


with open(base, "w") as f:
    for r in rows:
        f.write(",".join(map(quote, r)) + "\n")
with open(base) as f:
    print(f.read(), end="")
with open(base) as f:
    header = parse(next(f).rstrip("\n"))
    records = [dict(zip(header, parse(line.rstrip("\n")))) for line in f]
print(header, records, sum(float(r["price"]) for r in records), sep="\n")
with open(base, "a") as f:
    print("4,washer,0.02", file=f)
    f.writelines(f"{n},auto{n},{n / 4}\n" for n in range(5, 8))
lines = open(base).read().splitlines()
print(len(lines), lines[-1], [len(parse(l)) for l in lines])
config = """
# comment
[server]
host = example.org
port = 8080

[paths]
root=/srv/www
broken line
"""
with open(base, "w") as f:
    f.write(config)


def load(path):
    out, section = {}, None
    with open(path) as f:
        for n, line in enumerate(f, 1):
            line = line.strip()
            if not line or line[0] == "#":
                continue
            if line[0] == "[" and line[-1] == "]":
                section = out.setdefault(line[1:-1], {})
            elif "=" in line:
                k, _, v = line.partition("=")
                v = v.strip()
                section[k.strip()] = int(v) if v.isdigit() else v
            else:
                raise ValueError(f"line {n}: {line!r}")
    return out


try:
    load(base)
except ValueError as e:
    print(e)
with open(base, "w") as f:
    f.write(config.replace("broken line\n", ""))
print(load(base))
with open(base, "w") as f:
    for i in range(100):
        f.write("%s %s %d\n" % ("INFO" if i % 3 else "ERROR", "mod%d" % (i % 4), i))
counts = {}
for line in open(base):
    level, mod, n = line.split()
    counts[level, mod] = counts.get((level, mod), 0) + int(n)
for k in sorted(counts):
    print(*k, counts[k])
os.remove(base)
print(os.path.exists(base))
