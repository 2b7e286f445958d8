# exit: 7
# sys.exit inside functions, finally and with; the exit status.
import sys


class C:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        print("exit handler", a[0].__name__, a[1].code)


def f():
    try:
        with C():
            sys.exit(7)
    except Exception:
        print("not caught by Exception")
    finally:
        print("finally")


f()
print("never")
