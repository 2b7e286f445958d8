# Line numbers after long strings, comments, backslashes and decorators.
TEXT = """line
line
line"""


def deco(f):
    return f


@deco
@deco
def run(a, \
        b):
    # comment

    return a.x + \
        b.y


print(TEXT)
run(1,
    2)
