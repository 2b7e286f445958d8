# Dijkstra, topological sort, components, with dicts, sets and lists.
graph = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2}, "d": {"b": 15, "c": 11, "e": 6}, "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}, "z": {}}


def dijkstra(g, start):
    dist, prev, todo = {start: 0}, {}, set(g)
    while todo:
        reach = [n for n in todo if n in dist]
        if not reach:
            break
        u = min(reach, key=lambda n: (dist[n], n))
        todo.remove(u)
        for v, w in g[u].items():
            if dist[u] + w < dist.get(v, float("inf")):
                dist[v] = dist[u] + w
                prev[v] = u
    return dist, prev


def path(prev, start, end):
    out = [end]
    while out[-1] != start:
        out.append(prev[out[-1]])
    return out[::-1]


dist, prev = dijkstra(graph, "a")
print(sorted(dist.items()), path(prev, "a", "e"), path(prev, "a", "a"))
try:
    path(prev, "a", "z")
except KeyError as e:
    print("no path:", e)


def topo(deps):
    order, state = [], {}

    def visit(n, trail):
        if state.get(n) == "done":
            return
        if state.get(n) == "busy":
            raise ValueError("cycle: " + " -> ".join(trail + [n]))
        state[n] = "busy"
        for m in sorted(deps.get(n, ())):
            visit(m, trail + [n])
        state[n] = "done"
        order.append(n)

    for n in sorted(deps):
        visit(n, [])
    return order


print(topo({"app": {"lib", "ui"}, "ui": {"lib", "draw"}, "lib": {"base"}, "draw": {"base"}}))
try:
    topo({"a": {"b"}, "b": {"c"}, "c": {"a"}})
except ValueError as e:
    print(e)


def components(edges, nodes):
    parent = {n: n for n in nodes}

    def find(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in edges:
        parent[find(a)] = find(b)
    groups = {}
    for n in nodes:
        groups.setdefault(find(n), []).append(n)
    return sorted(map(sorted, groups.values()))


print(components([(1, 2), (3, 4), (2, 5), (6, 6)], range(1, 8)))


def bfs(grid, start, goal):
    todo, seen = [(start, 0)], {start}
    while todo:
        (r, c), d = todo.pop(0)
        if (r, c) == goal:
            return d
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            p = r + dr, c + dc
            if 0 <= p[0] < len(grid) and 0 <= p[1] < len(grid[0]) and grid[p[0]][p[1]] != "#" and p not in seen:
                seen.add(p)
                todo.append((p, d + 1))


maze = ["..#....", ".##.##.", "....#..", ".##...#", "...#..."]
print(bfs(maze, (0, 0), (4, 6)), bfs(maze, (0, 0), (0, 6)), bfs(maze, (0, 0), (0, 2)))
