# Matrices as lists of lists: product, determinant, inverse with fractions of our own.
class Frac:
    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("Frac(%d, 0)" % n)
        g = Frac.gcd(abs(n), abs(d)) * (-1 if d < 0 else 1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def gcd(a, b):
        while b:
            a, b = b, a % b
        return a or 1

    @classmethod
    def of(cls, x):
        return x if isinstance(x, cls) else cls(x)

    def __add__(self, o):
        o = Frac.of(o)
        return Frac(self.n * o.d + o.n * self.d, self.d * o.d)

    def __sub__(self, o):
        return self + -Frac.of(o)

    def __mul__(self, o):
        o = Frac.of(o)
        return Frac(self.n * o.n, self.d * o.d)

    def __truediv__(self, o):
        o = Frac.of(o)
        return Frac(self.n * o.d, self.d * o.n)

    def __rsub__(self, o):
        return Frac.of(o) - self

    def __rtruediv__(self, o):
        return Frac.of(o) / self

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return Frac(-self.n, self.d)

    def __eq__(self, o):
        o = Frac.of(o)
        return (self.n, self.d) == (o.n, o.d)

    def __lt__(self, o):
        o = Frac.of(o)
        return self.n * o.d < o.n * self.d

    def __float__(self):
        return self.n / self.d

    def __repr__(self):
        return str(self.n) if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [[Frac.of(x) for x in r] for r in rows]

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    def __matmul__(self, o):
        cols = list(zip(*o.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __eq__(self, o):
        return self.rows == o.rows

    def __pow__(self, k):
        out = Matrix.identity(len(self.rows))
        for _ in range(k):
            out = out @ self
        return out

    def inverse(self):
        n = len(self.rows)
        a = [r[:] + e for r, e in zip(self.rows, Matrix.identity(n).rows)]
        for i in range(n):
            p = next((k for k in range(i, n) if a[k][i] != 0), None)
            if p is None:
                raise ValueError("singular")
            a[i], a[p] = a[p], a[i]
            a[i] = [x / a[i][i] for x in a[i]]
            for k in range(n):
                if k != i:
                    f = a[k][i]
                    a[k] = [x - f * y for x, y in zip(a[k], a[i])]
        return Matrix([r[n:] for r in a])

    def det(self):
        r = self.rows
        if len(r) == 1:
            return r[0][0]
        return sum((-1) ** j * r[0][j] * Matrix([x[:j] + x[j + 1:] for x in r[1:]]).det() for j in range(len(r)))

    def __repr__(self):
        return "\n".join("[" + ", ".join(map(repr, r)) + "]" for r in self.rows)


m = Matrix([[2, 1, 0], [1, 3, 1], [0, 1, 4]])
print(m, m.det(), m.inverse(), m @ m.inverse() == Matrix.identity(3), m ** 3, sep="\n")
hilbert = Matrix([[Frac(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hilbert.det(), hilbert.inverse().rows[0], hilbert @ hilbert.inverse() == Matrix.identity(4))
try:
    Matrix([[1, 2], [2, 4]]).inverse()
except ValueError as e:
    print(e)
try:
    Frac(1, 0)
except ZeroDivisionError as e:
    print(e)
print(Frac(6, -4), 1 - Frac(1, 3), 2 / Frac(4, 3), sum([Frac(1, n) for n in range(1, 11)]), float(Frac(1, 3)), max(Frac(1, 2), Frac(2, 3)), sorted([Frac(3, 4), Frac(2, 3), Frac(1)]))
