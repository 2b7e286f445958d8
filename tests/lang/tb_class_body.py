# An error in a class body and in a method called from it.
class Outer:
    x = 5

    def check(v):
        if v > 3:
            raise ValueError("too big: %d" % v)
        return v

    class Inner:
        y = 1
    y = check(3)
    z = check(x)
