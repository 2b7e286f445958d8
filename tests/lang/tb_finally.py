# finally runs, output comes before the traceback; with exits too.
class Ctx:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, t, v, tb):
        print("exit", t.__name__, v, tb is not None)


def f():
    with Ctx() as c:
        try:
            raise IndexError("inside")
        finally:
            print("finally")


f()
