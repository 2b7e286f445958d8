# Recursive generators: walking trees, permutations, solving by yield from.
class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while True:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    return
                node = node.right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.key
        if self.right:
            yield from self.right


def walk(node, depth):
    if node:
        yield from walk(node.left, depth + 1)
        yield depth
        yield from walk(node.right, depth + 1)


def permutations(items):
    if len(items) <= 1:
        yield items
    else:
        for i in range(len(items)):
            for rest in permutations(items[:i] + items[i + 1:]):
                yield [items[i]] + rest


def main():
    seed = 5
    root = Node(50000)
    for _ in range(60000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        root.insert(seed % 100000)
    a = sum(i * k for i, k in enumerate(root)) % 1000007
    b = sum(walk(root, 0)) + max(walk(root, 0))
    c = sum(p[0] * p[-1] for p in permutations(list(range(9))))
    print(a, b, c)


main()
