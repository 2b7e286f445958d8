# An event loop of generators, observers, and a state machine.
class Scheduler:
    def __init__(self):
        self.ready, self.time, self.sleeping, self.log = [], 0, [], []

    def spawn(self, g, name):
        self.ready.append((g, name, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda s: (s[0], s[2]))
                self.time, g, name = self.sleeping.pop(0)
                self.ready.append((g, name, "woke"))
            g, name, value = self.ready.pop(0)
            try:
                what = g.send(value)
            except StopIteration as e:
                self.log.append((self.time, name, "returned", e.value))
                continue
            except Exception as e:
                self.log.append((self.time, name, "died", repr(e)))
                continue
            if isinstance(what, int):
                self.sleeping.append((self.time + what, g, name))
            elif isinstance(what, tuple):
                self.spawn(*what)
                self.ready.append((g, name, "spawned"))
            else:
                self.log.append((self.time, name, what))
                self.ready.append((g, name, None))


def worker(n, delay):
    for i in range(n):
        got = yield delay
        yield "step %d %s" % (i, got)
    return n * delay


def parent():
    r = yield (worker(1, 2), "child")
    yield "spawn said " + r
    yield 10
    raise ValueError("parent fails")


s = Scheduler()
s.spawn(worker(2, 3), "w1")
s.spawn(worker(3, 2), "w2")
s.spawn(parent(), "p")
s.run()
for line in s.log:
    print(*line)


class Subject:
    def __init__(self):
        self._obs = {}

    def on(self, event):
        def deco(f):
            self._obs.setdefault(event, []).append(f)
            return f
        return deco

    def fire(self, event, *a, **k):
        return [f(*a, **k) for f in self._obs.get(event, [])]


bus = Subject()


@bus.on("add")
@bus.on("both")
def total(*a, scale=1):
    return sum(a) * scale


@bus.on("add")
def count(*a, **k):
    return len(a), sorted(k)


print(bus.fire("add", 1, 2, 3, scale=2), bus.fire("both", 5), bus.fire("none"))


class Machine:
    table = {("idle", "coin"): "ready", ("ready", "push"): "idle", ("ready", "coin"): "ready"}

    def __init__(self):
        self.state, self.trace = "idle", []

    def __call__(self, event):
        key = self.state, event
        try:
            self.state = self.table[key]
        except KeyError as e:
            self.trace.append("bad %s in %s" % (event, e.args[0][0]))
        else:
            self.trace.append("%s->%s" % (key[0], self.state))
        return self


m = Machine()
for e in ("push", "coin", "coin", "push", "push"):
    m(e)
print(m.trace, m("coin")("push").state)
