# memory_profiler: layout of the table and the counts of occurrences.
from memory_profiler import profile


class Sink:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s

    def flush(self):
        pass


out = Sink()


@profile(stream=out)
def func(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += i
        else:
            total -= 1

    # a comment
    squares = [j * j for j in range(n)]
    while n > 0:
        n -= 1
    return total, len(squares)


print(func(10))
lines = out.text.split("\n")
print(len(lines))
for line in lines[1:]:
    number, rest = line[:6], line[6:]
    cols = rest.split("MiB")
    if len(cols) == 3:
        tail = cols[2]
        print(number, "|", tail[:14], "|", tail[14:])
    else:
        print(repr(line))
print(lines[0].startswith("Filename: "), lines[0].endswith("memory_profiler_table.py"))
for line in lines:
    if "MiB" in line:
        print(len(line.split("MiB")[0]), len(line.split("MiB")[1]), line.index("MiB"))
