# Strings: join, split, replace, format, f-strings, find, slices.
def records(n):
    rows = []
    for i in range(n):
        rows.append(f"{i:05d},{'name%d' % (i % 97)},{i * 1.5:.2f},{i % 7 == 0}")
    return "\n".join(rows)


def parse(s):
    total = 0.0
    names = {}
    for line in s.split("\n"):
        ident, name, value, flag = line.split(",")
        total += float(value)
        if flag == "True":
            names[name] = names.get(name, 0) + int(ident)
    return total, len(names), sum(names.values())


def rewrite(s):
    out = []
    for line in s.split("\n"):
        line = line.replace("name", "N").strip().lower()
        if line.startswith("000") or line.endswith("true"):
            line = line.upper().center(40, "*")
        k = line.find(",")
        out.append(line[k + 1:] + "|" + line[:k])
    return ";".join(out)


def report(n):
    out = ""
    for i in range(n):
        out += "%-10s|%5d|%8.3f\n" % ("row" + str(i), i, i / 3)
    return out


def main():
    s = records(300000)
    t = rewrite(s)
    r = report(200000)
    print(len(s), parse(s), len(t), t.count("*"), len(r), r[-20:-1])


main()
