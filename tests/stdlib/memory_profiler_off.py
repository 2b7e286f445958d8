# memory_profiler: the decorator keeps the function's behaviour (the table itself varies).
from memory_profiler import profile
import memory_profiler
import sys


class Sink:
    def __init__(self):
        self.text = []

    def write(self, s):
        self.text.append(s)
        return len(s)

    def flush(self):
        pass


sink = Sink()


@profile(stream=sink)
def work(n, *args, k=2, **kw):
    """Doc."""
    total = 0
    for i in range(n):
        total += i * k
    lst = [total] * 3
    return lst, args, kw


print(work(5), work(3, 1, 2, k=3, z=4), work.__name__, work.__doc__)
text = "".join(sink.text)
print(text.count("Line #    Mem usage    Increment  Occurrences   Line Contents"), text.count("============================================================="), "total += i * k" in text, text.count("@profile(stream=sink)"))


@profile(stream=sink)
def fails():
    x = 1
    raise ValueError("through the profiler")


try:
    fails()
except ValueError as e:
    print(e)
print(callable(memory_profiler.profile))
