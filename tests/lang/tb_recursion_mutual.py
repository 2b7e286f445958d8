# Mutual recursion has no repeated lines to fold.
def even(n):
    if n == 0:
        return undefined_thing
    return odd(n - 1)


def odd(n):
    return even(n - 1)


even(8)
