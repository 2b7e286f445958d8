# A chain of three, mixing context and cause.
def a():
    1 / 0


def b():
    try:
        a()
    except ZeroDivisionError:
        {}["k"]


def c():
    try:
        b()
    except KeyError as e:
        raise OSError("c failed") from e


try:
    c()
finally:
    print("finally at module level")
