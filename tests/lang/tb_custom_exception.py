# A custom exception with a multi-line message, in a nested class.
class Errors:
    class Bad(Exception):
        def __str__(self):
            return "first line\n  second line\nthird"


def go():
    raise Errors.Bad(1, 2)


go()
