# Changing a dict or a set while iterating over it.
def attempt(name, f):
    try:
        print(name, f())
    except RuntimeError as e:
        print(name, "RuntimeError:", e)


def grow():
    d = {1: 1}
    for k in d:
        d[k + 1] = 1


def shrink():
    d = {1: 1, 2: 2}
    for k in d:
        del d[k]


def rewrite():
    d = {1: 1, 2: 2}
    for k in d:
        d[k] = k * 10
    return d


def copy_first():
    d = {1: 1, 2: 2, 3: 3}
    for k in list(d):
        if k % 2:
            del d[k]
    return d


def items_grow():
    d = {"a": 1}
    for k, v in d.items():
        d[k + "x"] = v


def values_grow():
    d = {"a": 1}
    for v in d.values():
        d[v] = v


def set_grow():
    s = {1}
    for x in s:
        s.add(x + 1)


def set_shrink():
    s = {1, 2, 3}
    for x in s:
        s.discard(x)


def list_grow():
    a = [1, 2, 3]
    for x in a:
        if len(a) < 8:
            a.append(x * 10)
    return a


def list_shrink():
    a = list(range(8))
    seen = []
    for x in a:
        seen.append(x)
        a.remove(x)
    return seen, a


def exhausted():
    a = [1]
    it = iter(a)
    list(it)
    a.append(2)
    return list(it)


for f in (grow, shrink, rewrite, copy_first, items_grow, values_grow, set_grow, set_shrink,
          list_grow, list_shrink, exhausted):
    attempt(f.__name__, f)
