# __init_subclass__, __set_name__, class keyword arguments, __class_getitem__.
class Plugin:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[key or cls.__name__] = cls
        print("subclass", cls.__name__, key)


class A(Plugin):
    pass


class B(Plugin, key="bee"):
    pass


class C(B, key="sea"):
    pass


print({k: v.__name__ for k, v in Plugin.registry.items()})


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, cls):
        return self if obj is None else getattr(obj, self.name, "unset")

    def __set__(self, obj, v):
        setattr(obj, self.name, v)


class Rec:
    a = Field()
    b = Field()


r = Rec()
r.a = 5
print(r.a, r.b, r.__dict__, Rec.a.name)


class Gen:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


class Sub(Gen):
    pass


print(Gen[int], Sub["x", 1], Gen[()])


def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


def bad_kw():
    class D(A, wrong=1):
        pass


def bad_kw_object():
    class D(x=1):
        pass


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("bad name " + name)


err(bad_kw)
err(bad_kw_object)
err(lambda: Plugin[int])
err(lambda: Rec()[0])
