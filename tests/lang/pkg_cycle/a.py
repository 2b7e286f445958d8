from . import b


def result():
    return "a uses " + b.tag()


def tag():
    return "a"
