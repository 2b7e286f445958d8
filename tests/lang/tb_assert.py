# AssertionError with a message.
def check(items):
    for i, x in enumerate(items):
        assert x > 0, f"item {i} is {x}"
        print("ok", x)


check([3, 1, -2])
