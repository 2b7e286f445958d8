"""When do finalizers run?

A node and its handler refer to each other: a cycle. CPython (and --gc=refcount) frees what is not in
a cycle at once, and finds cycles later; a tracing manager finds both later, and --gc=none never.
So this is one of the few programs whose output depends on the manager. (A node more or less may stay:
what lies about on the C stack counts as a reference while gc.collect() runs.)

    hognose --compare examples/cycles.py
"""
import gc


class Node:
    def __init__(self, log, cyclic):
        self.log = log
        self.handler = Handler(self) if cyclic else None

    def __del__(self):
        self.log.append(1)


class Handler:
    def __init__(self, node):
        self.node = node


def dropped(cyclic, count=1000):
    """Drops `count` nodes: how many finalizers ran before and after gc.collect()."""
    log = []
    for _ in range(count):
        Node(log, cyclic)
    before = len(log)
    gc.collect()
    return before, len(log)


gc.disable()
print("without a cycle: %d at once, %d after gc.collect()" % dropped(False))
print("in a cycle:      %d at once, %d after gc.collect()" % dropped(True))
