# Trees that live and die: one long-lived, many short-lived of several depths.
class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def check(t):
    if t.left is None:
        return 1
    return 1 + check(t.left) + check(t.right)


def main():
    top = 15
    keep = make(top)
    for depth in range(4, top + 1, 4):
        n = 1 << (top - depth + 4)
        total = 0
        for _ in range(n):
            total += check(make(depth))
        print(depth, n, total)
    print(check(keep))


main()
