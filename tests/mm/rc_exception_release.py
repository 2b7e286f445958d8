# managers: refcount
# What an exception keeps alive, and until when.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)


def fail():
    local = D("frame local")
    raise KeyError("k")


try:
    fail()
except KeyError as e:
    print("handling; the traceback holds the frame")
print("handled")
saved = None
try:
    fail()
except KeyError as e:
    saved = e
print("saved")
saved = None
print("dropped")


class E(Exception):
    def __init__(self, d):
        self.d = d


try:
    raise E(D("payload"))
except E:
    print("in handler")
print("after handler")
try:
    try:
        raise E(D("first"))
    except E:
        raise E(D("second"))
except E as e:
    print(e.__context__.d.n, e.d.n)
print("both gone")


def swallow():
    try:
        fail()
    except KeyError:
        return "swallowed"


print(swallow())


def stop(n):
    d = D("g%d" % n)
    yield n


for v in stop(1):
    print("got", v)
print("end")
