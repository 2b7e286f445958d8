# Carets under an attribute that is None's.
class Node:
    def __init__(self, v, nxt=None):
        self.v = v
        self.nxt = nxt


chain = Node(1, Node(2))
print(chain.nxt.v)
print(chain.v + chain.nxt.nxt.v * 2)
