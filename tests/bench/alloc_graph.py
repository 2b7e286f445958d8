# A graph of objects: built, searched breadth first, rebuilt.
class Vertex:
    def __init__(self, ident):
        self.ident = ident
        self.edges = []
        self.dist = -1


class Edge:
    def __init__(self, target, weight):
        self.target = target
        self.weight = weight


def build(n, seed):
    vs = [Vertex(i) for i in range(n)]
    for v in vs:
        for _ in range(4):
            seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
            other = vs[(seed >> 8) % n]
            v.edges.append(Edge(other, seed & 15))
            other.edges.append(Edge(v, seed & 15))
    return vs, seed


def bfs(start):
    start.dist = 0
    frontier = [start]
    far = weight = 0
    while frontier:
        following = []
        for v in frontier:
            for e in v.edges:
                t = e.target
                if t.dist < 0:
                    t.dist = v.dist + 1
                    weight += e.weight
                    following.append(t)
        if following:
            far += 1
        frontier = following
    return far, weight


def main():
    seed = 9
    out = []
    for _ in range(5):
        vs, seed = build(10000, seed)
        out.append(bfs(vs[0]))
    print(out)


main()
