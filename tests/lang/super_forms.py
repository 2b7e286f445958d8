# super() in its forms.
class A:
    tag = "A"

    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return "A.c " + cls.__name__

    @staticmethod
    def s():
        return "A.s"

    @property
    def p(self):
        return "A.p"

    def __getitem__(self, i):
        return ("A", i)

    def __len__(self):
        return 3


class B(A):
    tag = "B"

    def f(self):
        return "B.f " + super().f() + " " + super(B, self).f() + " " + A.f(self)

    @classmethod
    def c(cls):
        return "B.c " + super().c()

    @staticmethod
    def s():
        return "B.s " + super(B, B).s()

    @property
    def p(self):
        return "B.p " + super().p

    def __getitem__(self, i):
        return ("B", super().__getitem__(i))

    def __len__(self):
        return super().__len__() + 1

    def tags(self):
        return self.tag, super().tag

    def nested(self):
        def inner():
            return super(B, self).f()
        return inner()

    def cell(self):
        return __class__.__name__


class C(B):
    def f(self):
        g = super().f
        return "C.f " + g()


b, c = B(), C()
print(b.f(), b.c(), b.s(), b.p, b[5], len(b), b.tags(), b.nested(), b.cell())
print(c.f(), c.c(), C.c(), c.p, c[1], len(c), c.tags(), c.cell())
print(super(B, c).f(), super(C, c).tag, super(A, c).__init__())


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


class D(A):
    def nope(self):
        return super().nope

    def no_arg():
        return super()

    def setter(self):
        super().x = 5
        return self.x

    def comp(self):
        return [super(D, self).f() for _ in range(2)]


err(D().nope)
err(D.no_arg)
err(lambda: super(B, A()))
err(lambda: super(5, b))
err(lambda: super())
err(D().comp)
