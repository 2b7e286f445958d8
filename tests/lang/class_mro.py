# C3 linearisation and its errors; diamond; super chains.
class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__])


class X:
    pass


class Y:
    pass


class E(X, D, Y):
    pass


print([k.__name__ for k in E.__mro__], E().who())


class F(C, Y):
    pass


class G(B, F):
    pass


print([k.__name__ for k in G.__mro__], G().who())


def err(f):
    try:
        f()
    except TypeError as e:
        print(e)


def bad_order():
    class Z(A, B):
        pass


def twice():
    class Z(A, A):
        pass


def conflict():
    class P(X, Y):
        pass

    class Q(Y, X):
        pass

    class R(P, Q):
        pass


def not_a_class():
    class Z(5):
        pass


def final_bool():
    class Z(bool):
        pass


def func_base():
    class Z(len):
        pass


for f in (bad_order, twice, conflict, final_bool):
    err(f)


class Base:
    def __init__(self, **kw):
        print("Base", sorted(kw))


class M1(Base):
    def __init__(self, a=0, **kw):
        print("M1", a)
        super().__init__(**kw)


class M2(Base):
    def __init__(self, b=0, **kw):
        print("M2", b)
        super().__init__(**kw)


class All(M1, M2):
    def __init__(self, **kw):
        print("All")
        super().__init__(**kw)


All(a=1, b=2)
print(issubclass(All, (int, Base)), isinstance(All(), (str, M2)), All.__base__.__name__, object.__mro__, object.__base__)
