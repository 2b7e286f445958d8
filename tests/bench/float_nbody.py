# Floats and attributes of small objects: planets under gravity.
class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def planets():
    return [Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.47),
            Body(4.84, -1.16, -0.10, 0.606, 2.81, -0.02, 0.037),
            Body(8.34, 4.12, -0.4, -1.01, 1.82, 0.008, 0.011),
            Body(12.89, -15.11, -0.22, 1.08, 0.868, -0.01, 0.0017),
            Body(15.37, -25.9, 0.179, 0.979, 0.594, -0.034, 0.002)]


def advance(bodies, dt, steps):
    for _ in range(steps):
        for i in range(len(bodies)):
            a = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a.x - b.x
                dy = a.y - b.y
                dz = a.z - b.z
                d2 = dx * dx + dy * dy + dz * dz
                mag = dt / (d2 * d2 ** 0.5)
                a.vx -= dx * b.mass * mag
                a.vy -= dy * b.mass * mag
                a.vz -= dz * b.mass * mag
                b.vx += dx * a.mass * mag
                b.vy += dy * a.mass * mag
                b.vz += dz * a.mass * mag
        for p in bodies:
            p.x += dt * p.vx
            p.y += dt * p.vy
            p.z += dt * p.vz


def energy(bodies):
    e = 0.0
    for i, b in enumerate(bodies):
        e += 0.5 * b.mass * (b.vx ** 2 + b.vy ** 2 + b.vz ** 2)
        for c in bodies[i + 1:]:
            e -= b.mass * c.mass / ((b.x - c.x) ** 2 + (b.y - c.y) ** 2 + (b.z - c.z) ** 2) ** 0.5
    return e


def main():
    bodies = planets()
    advance(bodies, 0.01, 130000)
    print("%.9f" % energy(bodies))


main()
