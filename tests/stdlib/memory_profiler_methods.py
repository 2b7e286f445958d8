# memory_profiler on methods, nested and recursive functions; counts of occurrences.
from memory_profiler import profile


class Out:
    def __init__(self):
        self.text = ""

    def write(self, s):
        self.text += s

    def flush(self):
        pass


def show(out):
    for line in out.text.splitlines():
        cells = line.split("MiB")
        if len(cells) == 3:
            print(line[:6].strip(), cells[2][:14].strip(), "|", cells[2][14:].rstrip())
        elif line[:6].strip().isdigit():
            print(line[:6].strip(), "-", "|", line[6:].strip())
    print(out.text.count("Filename:"), out.text.count("Line #"))


a = Out()


class K:
    @profile(stream=a)
    def method(self, n):
        self.n = n
        if n > 2:
            r = "big"
        else:
            r = "small"
        return r


print(K().method(5))
show(a)
b = Out()


@profile(stream=b)
def multi(n):
    total = 0
    for i in range(n):
        for j in range(i):
            total += j
        if total > 100:
            break
    else:
        total = -total
    try:
        total // 0
    except ZeroDivisionError:
        total += 1
    finally:
        total += 2
    return total


print(multi(4))
show(b)
c = Out()


@profile(stream=c, precision=2)
def precise():
    x = [1] * 1000
    del x
    return None


print(precise())
show(c)
d = Out()


@profile(stream=d)
def with_lines():
    data = [
        1,
        2,
    ]
    text = ("a"
            "b")
    while data:
        data.pop()
    return text


print(with_lines())
show(d)
