from . import a


def tag():
    return "b"


def result():
    return "b uses " + a.tag()
