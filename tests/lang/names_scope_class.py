# Scopes of classes, comprehensions, nested functions; name mangling.
x = "module"


class A:
    x = "class"
    y = [x for _ in range(2)]
    z = [x]

    def get(self):
        return x

    class In:
        w = x

    lam = lambda self: x
    __priv = "mangled"

    def priv(self):
        return self.__priv, self._A__priv

    def set(self):
        self.__new = 1
        __local = 2
        return __local, sorted(k for k in self.__dict__)


a = A()
print(A.y, A.z, a.get(), A.In.w, a.lam(), a.priv(), a.set())
print(hasattr(a, "__priv"), a._A__priv, [n for n in dir(A) if "priv" in n])


class B(A):
    def try_priv(self):
        try:
            return self.__priv
        except AttributeError as e:
            return str(e)

    def __secret(self):
        return "B secret"

    def call(self):
        return self.__secret()


print(B().try_priv(), B().call(), B()._B__secret())


def f():
    x = "f"

    class C:
        y = x

        def m(self):
            return x
        x = "C.x"
        z = x
    return C.y, C().m(), C.z


print(f())


def g():
    class D:
        v = 1
        w = [v + i for i in range(2)] if False else v

        def h(self):
            try:
                return v
            except NameError as e:
                return str(e)
    return D.w, D().h()


print(g())
for i in range(3):
    class E:
        n = i
print(E.n)


class F:
    for j in range(2):
        pass
    k = j
    if k:
        def cond(self):
            return "defined"
    del j


print(F.k, F().cond(), hasattr(F, "j"))


class _G__:
    __p = 1


class __:
    __q = 2


print(_G__._G____p if hasattr(_G__, "_G____p") else sorted(n for n in vars(_G__) if "p" == n[-1]), [n for n in vars(__) if n.endswith("q")])
print([x for x in range(2)], x, {x: x for x in "a"}, x, list(x for x in [9]), x)


def h(a, b=lambda: x):
    x = "local to h"
    return b(), (lambda: x)()


print(h(1))
