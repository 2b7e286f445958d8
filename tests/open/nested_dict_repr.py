# CPython refuses to print 5000 nested dicts; we do print them.
d = {}
for _ in range(5000):
    d = {1: d}
try:
    repr(d)
    print("no error")
except RecursionError:
    print("RecursionError")
