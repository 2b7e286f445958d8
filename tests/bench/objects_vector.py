# Operators of a small class: vectors, a ray that hits spheres.
class Vec:
    __slots__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y, self.z + o.z)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y, self.z - o.z)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k, self.z * k)

    def __neg__(self):
        return Vec(-self.x, -self.y, -self.z)

    def dot(self, o):
        return self.x * o.x + self.y * o.y + self.z * o.z

    @property
    def length(self):
        return self.dot(self) ** 0.5

    def unit(self):
        return self * (1.0 / self.length)


class Sphere:
    def __init__(self, center, radius):
        self.center, self.radius = center, radius

    def hit(self, origin, direction):
        to = self.center - origin
        along = to.dot(direction)
        d2 = self.radius * self.radius - (to.dot(to) - along * along)
        if d2 < 0:
            return None
        t = along - d2 ** 0.5
        return t if t > 1e-6 else None


def trace(spheres, origin, direction, depth):
    best = None
    near = 1e9
    for s in spheres:
        t = s.hit(origin, direction)
        if t is not None and t < near:
            near, best = t, s
    if best is None:
        return max(0.0, direction.y)
    point = origin + direction * near
    normal = (point - best.center).unit()
    light = max(0.0, normal.dot(Vec(0.5, 0.7, -0.5)))
    if depth:
        bounced = direction + normal * (-2.0 * normal.dot(direction))
        light = 0.7 * light + 0.3 * trace(spheres, point, bounced, depth - 1)
    return light


def main():
    spheres = [Sphere(Vec(i - 2.0, (i % 3) - 1.0, 5.0 + i), 1.1) for i in range(6)]
    total = 0.0
    for row in range(300):
        for col in range(400):
            total += trace(spheres, Vec(0.0, 0.0, -1.0), Vec((col - 200) / 200, (row - 150) / 200, 1.2).unit(), 2)
    print("%.6f" % total)


main()
