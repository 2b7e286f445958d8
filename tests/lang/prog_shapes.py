# Shapes: abstract bases, polymorphism, class methods, comparison, registries, visitors.
class Shape:
    registry = {}
    sides = 0

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls

    def area(self):
        raise NotImplementedError(f"{type(self).__name__}.area")

    def __lt__(self, o):
        return self.area() < o.area()

    def __eq__(self, o):
        return type(self) is type(o) and vars(self) == vars(o)

    def __hash__(self):
        return hash((type(self).__name__, tuple(sorted(vars(self).items()))))

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join(f"{k}={v}" for k, v in vars(self).items()))

    def __add__(self, o):
        return Group([self, o])

    @classmethod
    def parse(cls, s):
        name, *args = s.split()
        return cls.registry[name](*map(float, args))

    def accept(self, visitor):
        return getattr(visitor, "visit_" + type(self).__name__.lower(), visitor.default)(self)


class Rect(Shape):
    sides = 4

    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Square(Rect):
    def __init__(self, s):
        super().__init__(s, s)


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r ** 2


class Blob(Shape):
    pass


class Group(Shape):
    def __init__(self, items):
        self.items = tuple(items)

    def area(self):
        return sum(s.area() for s in self.items)

    def __iter__(self):
        return iter(self.items)

    def __add__(self, o):
        return Group(self.items + (o,))


class Describe:
    def visit_rect(self, s):
        return f"rect {s.w}x{s.h}"

    def visit_group(self, g):
        return [s.accept(self) for s in g]

    def default(self, s):
        return "some " + type(s).__name__


shapes = [Rect(2, 3), Square(2), Circle(1), Shape.parse("rect 1 9"), Shape.parse("circle 2")]
print(sorted(shapes), min(shapes), max(shapes), [s.sides for s in shapes], sum(s.area() for s in shapes))
print(sorted(Shape.registry), Square(2) == Square(2), Square(2) == Rect(2, 2), len({Square(2), Square(2), Rect(2, 2)}), isinstance(Square(1), Rect), issubclass(Group, Shape))
g = shapes[0] + shapes[1] + shapes[2]
print(g, g.area(), len(list(g)), g.accept(Describe()), [s.accept(Describe()) for s in shapes])
for bad in (lambda: Blob().area(), lambda: Shape.parse("hexagon 1"), lambda: Shape.parse("rect x"), lambda: Shape.parse("rect 1"), lambda: Rect(1, 2) < 5, lambda: g + 5 and (g + 5).area(), lambda: Square(1, 2)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
