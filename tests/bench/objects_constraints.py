# Objects with inheritance and polymorphism: values kept in step by one-way constraints.
class Variable:
    def __init__(self, value):
        self.value = value
        self.users = []
        self.stamp = 0


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def inputs(self):
        return ()

    def execute(self):
        pass

    def satisfied(self):
        return True


class Scale(Constraint):
    def __init__(self, source, factor, offset, target, strength=1):
        super().__init__(strength)
        self.source, self.factor, self.offset, self.target = source, factor, offset, target
        source.users.append(self)

    def inputs(self):
        return (self.source,)

    def execute(self):
        self.target.value = (self.source.value * self.factor + self.offset) % 1000003

    def satisfied(self):
        return self.target.value == (self.source.value * self.factor + self.offset) % 1000003


class Equal(Scale):
    def __init__(self, source, target):
        super().__init__(source, 1, 0, target, 2)

    def execute(self):
        self.target.value = self.source.value


class Planner:
    def __init__(self):
        self.stamp = 0
        self.executed = 0

    def change(self, variable, value):
        self.stamp += 1
        variable.value = value
        todo = [variable]
        while todo:
            v = todo.pop()
            if v.stamp == self.stamp:
                continue
            v.stamp = self.stamp
            for c in v.users:
                if not c.satisfied():
                    c.execute()
                    self.executed += 1
                todo.append(c.target)


def chain(n):
    vs = [Variable(i) for i in range(n)]
    for i in range(n - 1):
        if i % 2:
            Equal(vs[i], vs[i + 1])
        else:
            Scale(vs[i], 3, i, vs[i + 1])
    return vs


def main():
    planner = Planner()
    vs = chain(1000)
    total = 0
    for i in range(1800):
        planner.change(vs[0], i)
        total = (total + vs[-1].value) % 1000003
    print(planner.executed, total)


main()
