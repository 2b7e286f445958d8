# memory_profiler: two calls of one function give two tables; lines never reached have no figures.
from memory_profiler import profile


class Out:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s

    def flush(self):
        pass


out = Out()


@profile(stream=out)
def branch(flag):
    if flag:
        x = 1
        y = 2
    else:
        x = 3
        y = 4
    return x + y


print(branch(True), branch(False))
tables = out.text.split("Filename: ")[1:]
print(len(tables))
for t in tables:
    for line in t.splitlines():
        cells = line.split("MiB")
        if len(cells) == 3:
            print(line[:6], int(cells[2][:14]), repr(cells[2][14:]))
        elif line[:6].strip().isdigit():
            print(line[:6], "none", repr(line[6:]))
e = Out()


@profile(stream=e)
def raises(n):
    for i in range(n):
        if i == 3:
            raise KeyError(i)
    return n


try:
    raises(10)
except KeyError as x:
    print("KeyError", x)
for line in e.text.splitlines():
    cells = line.split("MiB")
    if len(cells) == 3:
        print(line[:6], int(cells[2][:14]), repr(cells[2][14:]))
g = Out()


@profile(stream=g)
def outer(n):
    def inner(k):
        return k * 2
    return [inner(i) for i in range(n)]


print(outer(3))
print(g.text.count("Filename:"))
