# global, nonlocal, name resolution, builtins shadowed, exec of syntax errors about them.
x = "global"


def read():
    return x


def shadow():
    x = "local"
    return x


def write():
    global x
    x = "changed"


print(read(), shadow(), x)
write()
print(read(), x)


def outer():
    x = "outer"

    def a():
        return x

    def b():
        global x
        return x

    def c():
        nonlocal x
        x = "c was here"

    r = [a(), b()]
    c()
    return r + [x, a()]


print(outer(), x)
len_ = len


def len(v):
    return "my len %d" % len_(v)


print(len([1, 2]))
del len
print(len([1, 2]))


class K:
    x = "class"

    def f(self):
        return x

    def g(self):
        return self.x

    y = x
    global z
    z = "class made global"


print(K().f(), K().g(), K.y, z, hasattr(K, "z"))
if x:
    branch = 1
else:
    other = 2
print(branch, "other" in globals(), "branch" in globals(), sorted(k for k in locals() if len(k) == 1 and k.islower()))


def loc(a, b=2):
    c = 3
    return sorted(locals().items())


print(loc(1))
for src in ("def f():\n    x = 1\n    global x\n", "def f():\n    nonlocal q\n", "nonlocal x\n", "def f(a):\n    global a\n",
            "def f():\n    print(x)\n    global x\n", "def f():\n    def g():\n        nonlocal zz\n", "def f(a, a): pass\n"):
    try:
        exec(src)
    except SyntaxError as e:
        print(e.msg, e.lineno)
globals()["dyn"] = 5
print(dyn, __name__)
for i in range(2):
    def loopf():
        return i
print(loopf(), i)
