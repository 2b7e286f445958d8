# Errors inside comprehensions, lambdas and generator expressions.
rows = [[1, 2], [3, 0], [5]]
inv = lambda v: 1 / v
print([v for r in rows for v in r])
print(sum(inv(v) for row in [[inv(x) for x in r] for r in rows] for v in row))
