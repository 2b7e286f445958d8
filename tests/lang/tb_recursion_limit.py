# Recursion without an end.
def forever(n):
    return forever(n + 1)


forever(0)
