# managers: refcount
# A generator that is dropped runs its finally blocks at once.
def gen(name):
    try:
        for i in range(10):
            yield i
    finally:
        print("finally", name)


g = gen("a")
print(next(g), next(g))
del g
print("deleted")
for x in gen("loop"):
    if x == 2:
        break
print("after break")
next(gen("temp"))
print("after temp")


def outer():
    with Ctx():
        yield from gen("inner")


class Ctx:
    def __enter__(self):
        print("enter")

    def __exit__(self, *a):
        print("exit", a[0].__name__ if a[0] else None)


o = outer()
print(next(o))
o = None
print("outer dropped")
never = gen("never started")
del never
print("never started: nothing runs")
done = gen("done")
print(sum(done))
del done


class D:
    def __del__(self):
        print("local of the generator died")


def holds():
    d = D()
    yield 1
    yield 2


h = holds()
next(h)
h.close()
print("closed")
lst = [gen("in list")]
next(lst[0])
lst.clear()
z = zip(gen("z1"), range(5))
next(z)
del z
print("end")
