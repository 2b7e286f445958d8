# Exceptions: raised and caught in loops, through frames, with finally, as control flow.
class Missing(Exception):
    pass


class Stop(Exception):
    def __init__(self, value):
        super().__init__(value)
        self.value = value


def lookup(d, k):
    try:
        return d[k]
    except KeyError:
        raise Missing(k)


def deep(n, v):
    if n == 0:
        raise Stop(v)
    deep(n - 1, v + 1)


def guarded(n, log):
    try:
        return 100 // (n % 4)
    except ZeroDivisionError:
        return -1
    finally:
        log[0] += 1


def parse(s):
    try:
        return int(s)
    except ValueError:
        return len(s)


def main():
    d = {i: i for i in range(0, 1000, 2)}
    missing = total = 0
    for i in range(600000):
        try:
            total += lookup(d, i % 1000)
        except Missing as e:
            missing += e.args[0] & 1
    stops = 0
    for i in range(100000):
        try:
            deep(8, i)
        except Stop as e:
            stops += e.value
    log = [0]
    g = sum(guarded(i, log) for i in range(700000))
    p = sum(parse(s) for s in ["12", "x", "7", "abc", "1.5"] * 70000)
    quiet = 0
    for i in range(800000):
        try:
            quiet += i & 3
        except ValueError:
            pass
    print(total, missing, stops, g, log[0], p, quiet)


main()
