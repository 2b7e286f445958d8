# Exceptions raised inside __init__, __iter__, __next__, __getattr__, properties, operators, keys, callbacks.
class E(Exception):
    pass


class Bad:
    def __init__(self, where):
        self.where = where
        if where == "init":
            raise E("init")

    def __getattr__(self, n):
        if n == "boom":
            raise E("getattr")
        raise AttributeError(n)

    def _r(self, name):
        if self.where == name:
            raise E(name)

    def __iter__(self):
        self._r("iter")
        return self

    def __next__(self):
        self._r("next")
        raise StopIteration

    def __len__(self):
        self._r("len")
        return 0

    def __bool__(self):
        self._r("bool")
        return True

    def __eq__(self, o):
        self._r("eq")
        return True

    def __hash__(self):
        self._r("hash")
        return 1

    def __lt__(self, o):
        self._r("lt")
        return True

    def __add__(self, o):
        self._r("add")
        return NotImplemented

    def __getitem__(self, i):
        self._r("getitem")
        raise IndexError

    def __setitem__(self, i, v):
        self._r("setitem")

    def __delitem__(self, i):
        self._r("delitem")

    def __contains__(self, x):
        self._r("contains")
        return False

    def __call__(self, *a):
        self._r("call")

    def __enter__(self):
        self._r("enter")

    def __exit__(self, *a):
        self._r("exit")

    def __str__(self):
        self._r("str")
        return "s"

    def __repr__(self):
        self._r("repr")
        return "r"

    def __format__(self, s):
        self._r("format")
        return "f"

    def __index__(self):
        self._r("index")
        return 0

    @property
    def prop(self):
        self._r("prop")

    @prop.setter
    def prop(self, v):
        self._r("setprop")


def with_(b):
    with b:
        pass


def setitem(b):
    b[0] = 1


def delitem(b):
    del b[0]


def setprop(b):
    b.prop = 1


cases = {"init": lambda b: 0, "iter": lambda b: list(b), "next": lambda b: [x for x in b], "len": len, "bool": lambda b: 1 if b else 2, "eq": lambda b: b == 1, "hash": lambda b: {b: 1}, "lt": lambda b: sorted([b, b]), "add": lambda b: b + 1, "getitem": lambda b: b[0], "setitem": setitem, "delitem": delitem, "contains": lambda b: 1 in b, "call": lambda b: b(1), "enter": with_, "exit": with_, "str": str, "repr": lambda b: repr([b]), "format": lambda b: f"{b}", "index": lambda b: [1][b], "prop": lambda b: b.prop, "setprop": setprop}
for name, f in cases.items():
    for where in (name, "nowhere"):
        try:
            r = f(Bad(where))
            print(name, "->", r if isinstance(r, (int, str, list)) else type(r).__name__, end="; ")
        except E as e:
            print(name, "E", e, end="; ")
        except Exception as e:
            print(name, type(e).__name__, e, end="; ")
    print()
b = Bad("x")
for f in (lambda: b.boom, lambda: b.other, lambda: hasattr(b, "boom"), lambda: hasattr(b, "other"), lambda: getattr(b, "boom", 1), lambda: getattr(b, "other", 1), lambda: max([1, 2], key=lambda x: 1 / 0), lambda: list(map(lambda x: {}[x], [1])), lambda: sorted([2, 1], key=lambda x: [][x]), lambda: any(1 / x for x in [0]), lambda: sum(int(x) for x in "1x"), lambda: dict((k, 1) for k in [[]]), lambda: "".join(str(Bad("str")) for _ in range(2)), lambda: print(Bad("str")), lambda: "%s" % Bad("str"), lambda: "{}".format(Bad("format")), lambda: min(Bad("iter")), lambda: [*Bad("next")], lambda: (lambda *a: a)(*Bad("iter")), lambda: {Bad("hash")}, lambda: Bad("hash") in {}, lambda: [1, 2][Bad("index"):], lambda: range(Bad("index")), lambda: [Bad("eq")].index(5), lambda: 5 in [Bad("eq")], lambda: isinstance(1, Bad("x")), lambda: Bad("bool") and 1, lambda: not Bad("bool"), lambda: all([Bad("bool")])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
