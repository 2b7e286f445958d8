# AssertionError without a message.
def is_even(n):
    return n % 2 == 0


assert is_even(4)
assert is_even(
    5)
