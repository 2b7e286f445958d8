# Carets under calls and attributes inside longer expressions.
class A:
    def get(self, k):
        return [1, 2][k]


def total(a):
    return 1 + a.get(0) + a.get(5) + a.get(1)


def main():
    x = A()
    value = total(x) if x else None
    return value


main()
