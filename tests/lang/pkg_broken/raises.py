def helper(x):
    return x.missing


helper(5)
