# bare raise and raise e keep the first line and add lines.
def inner():
    raise KeyError("k")


def middle():
    try:
        inner()
    except KeyError:
        raise


def outer():
    try:
        middle()
    except KeyError as e:
        raise e


outer()
