# An unclosed parenthesis.
def f():
    x = (1 + 2
    return x
