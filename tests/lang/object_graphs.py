# Objects pointing at each other: doubly linked lists, trees with parents, observers, undo stacks.
class Item:
    def __init__(self, v):
        self.v, self.prev, self.next = v, None, None


class Ring:
    def __init__(self, vs):
        self.head = None
        for v in vs:
            self.append(v)

    def append(self, v):
        i = Item(v)
        if self.head is None:
            i.prev = i.next = self.head = i
        else:
            last = self.head.prev
            last.next, i.prev, i.next, self.head.prev = i, last, self.head, i
        return i

    def remove(self, i):
        i.prev.next, i.next.prev = i.next, i.prev
        if self.head is i:
            self.head = i.next if i.next is not i else None

    def __iter__(self):
        i = self.head
        while i:
            yield i.v
            i = i.next
            if i is self.head:
                return

    def back(self):
        i = self.head.prev
        while True:
            yield i.v
            if i is self.head:
                return
            i = i.prev


r = Ring("abcde")
print(list(r), list(r.back()), r.head.next.next.prev.v)
r.remove(r.head)
r.remove(r.head.next.next)
x = r.append("z")
print(list(r), x.next is r.head, x.prev.v, list(Ring([])), list(Ring([1])))


class Dir:
    def __init__(self, name, parent=None):
        self.name, self.parent, self.kids = name, parent, {}
        if parent:
            parent.kids[name] = self

    def __truediv__(self, name):
        if name == "..":
            return self.parent or self
        return self.kids[name] if name in self.kids else Dir(name, self)

    def path(self):
        return self.parent.path() + "/" + self.name if self.parent else self.name

    def walk(self, depth=0):
        yield "  " * depth + self.name
        for k in sorted(self.kids):
            yield from self.kids[k].walk(depth + 1)


root = Dir("root")
root / "usr" / "lib" / "py"
root / "usr" / "bin"
leaf = root / "etc" / "hosts"
print(leaf.path(), (leaf / ".." / "..").name, (root / "..").name, (root / "usr").parent is root)
print("\n".join(root.walk()))


class Doc:
    def __init__(self):
        self.text, self.undo, self.redo, self.watchers = "", [], [], []

    def do(self, f):
        self.undo.append(self.text)
        self.redo.clear()
        self.text = f(self.text)
        for w in self.watchers:
            w(self)
        return self

    def back(self):
        if self.undo:
            self.redo.append(self.text)
            self.text = self.undo.pop()
        return self

    def forward(self):
        if self.redo:
            self.undo.append(self.text)
            self.text = self.redo.pop()
        return self


d = Doc()
log = []
d.watchers.append(lambda doc: log.append(len(doc.text)))
d.do(lambda t: t + "hello").do(str.upper).do(lambda t: t[::-1])
print(d.text, d.back().text, d.back().text, d.forward().text, d.do(lambda t: t + "!").text, d.forward().text, log, [d.back().text for _ in range(4)])


class P:
    def __init__(self, name):
        self.name, self.friends = name, []

    def meet(self, *others):
        for o in others:
            if o not in self.friends and o is not self:
                self.friends.append(o)
                o.meet(self)
        return self

    def __repr__(self):
        return self.name


a, b, c = map(P, "abc")
a.meet(b, c, a)
print(a.friends, b.friends, c.friends, a.friends[0].friends[0] is a, {p.name: [f.name for f in p.friends] for p in (a, b, c)})
