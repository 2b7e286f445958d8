"""Trees that live and die fast, beside one that stays.

The garbage of every round is young: generational collects it without looking at the tree that stays,
marksweep marks that tree each time, and counting pays for every node that dies.

    hognose --compare=refcount,marksweep,generational examples/trees.py
"""


class Tree:
    def __init__(self, depth):
        self.left = Tree(depth - 1) if depth else None
        self.right = Tree(depth - 1) if depth else None

    def count(self):
        return 1 + (self.left.count() + self.right.count() if self.left else 0)


stays = Tree(16)
counted = 0
for _ in range(150):
    counted += Tree(10).count()
print("short-lived nodes:", counted, "long-lived nodes:", stays.count())
