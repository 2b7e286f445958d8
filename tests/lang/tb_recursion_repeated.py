# [Previous line repeated N more times] for a plain recursion that ends in an error.
def down(n):
    if n == 0:
        raise ValueError("bottom")
    return down(n - 1)


down(20)
