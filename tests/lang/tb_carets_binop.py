# The carets under the failing part of an expression.
def f(a, b, c):
    return a + b * c - (a / (b - b)) + c


print(1)
f(1, 2, 3)
