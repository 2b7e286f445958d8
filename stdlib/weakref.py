"""Weak references, and containers that hold their members by them."""

from _weakref import (
    CallableProxyType, ProxyType, ReferenceType, getweakrefcount, getweakrefs, proxy, ref)

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType",
           "ProxyType", "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet",
           "WeakMethod", "finalize"]

ProxyTypes = (ProxyType, CallableProxyType)
_missing = object()


class KeyedRef(ref):
    """A weak reference that knows under which key a dictionary keeps it."""

    __slots__ = ("key",)

    def __new__(cls, value, callback, key):
        self = ref.__new__(cls, value, callback)
        self.key = key
        return self

    def __init__(self, value, callback, key):
        pass


class WeakMethod(ref):
    """A weak reference to a bound method: dead when its object is."""

    __slots__ = ("_function", "_type", "_alive", "__weakref__")

    def __new__(cls, method, callback=None):
        try:
            instance = method.__self__
            function = method.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not {}"
                            .format(type(method))) from None
        self_ref = None

        def gone(_):
            self = self_ref()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)
        self = ref.__new__(cls, instance, gone)
        self._function = ref(function, gone)
        self._type = type(method)
        self._alive = True
        self_ref = ref(self)
        return self

    def __init__(self, method, callback=None):
        pass

    def __call__(self):
        instance = ref.__call__(self)
        function = self._function()
        if instance is None or function is None:
            return None
        return self._type(function, instance)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        return not self == other

    __hash__ = ref.__hash__


class WeakValueDictionary:
    """A mapping that keeps no value alive: an entry goes when its value dies."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None and self.data.get(dead.key) is dead:
                del self.data[dead.key]
        self._remove = remove
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return sum(1 for r in list(self.data.values()) if r() is not None)

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __iter__(self):
        for key, r in list(self.data.items()):
            if r() is not None:
                yield key

    keys = __iter__

    def items(self):
        for key, r in list(self.data.items()):
            value = r()
            if value is not None:
                yield key, value

    def values(self):
        for r in list(self.data.values()):
            value = r()
            if value is not None:
                yield value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def get(self, key, default=None):
        r = self.data.get(key)
        value = None if r is None else r()
        return default if value is None else value

    def pop(self, key, *args):
        r = self.data.pop(key, None)
        value = None if r is None else r()
        if value is not None:
            return value
        if args:
            return args[0]
        raise KeyError(key)

    def popitem(self):
        while True:
            key, r = self.data.popitem()
            value = r()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=(), /, **kw):
        items = other.items() if hasattr(other, "items") else other
        for key, value in items:
            self[key] = value
        for key, value in kw.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if not isinstance(other, (WeakValueDictionary, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary:
    """A mapping that keeps no key alive: an entry goes when its key dies."""

    def __init__(self, dict=None):
        self.data = {}
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                self.data.pop(dead, None)
        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return sum(1 for r in list(self.data) if r() is not None)

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))

    def __iter__(self):
        for r in list(self.data):
            key = r()
            if key is not None:
                yield key

    keys = __iter__

    def items(self):
        for r, value in list(self.data.items()):
            key = r()
            if key is not None:
                yield key, value

    def values(self):
        for r, value in list(self.data.items()):
            if r() is not None:
                yield value

    def keyrefs(self):
        return list(self.data)

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def update(self, dict=None, /, **kw):
        if dict is not None:
            items = dict.items() if hasattr(dict, "items") else dict
            for key, value in items:
                self[key] = value
        for key, value in kw.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if not isinstance(other, (WeakKeyDictionary, dict)):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __or__(self, other):
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakSet:
    """A set that keeps no member alive."""

    def __init__(self, data=None):
        self.data = set()
        self_ref = ref(self)

        def remove(dead):
            self = self_ref()
            if self is not None:
                self.data.discard(dead)
        self._remove = remove
        if data is not None:
            self.update(data)

    def __iter__(self):
        for r in list(self.data):
            item = r()
            if item is not None:
                yield item

    def __len__(self):
        return sum(1 for r in list(self.data) if r() is not None)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def __repr__(self):
        return repr(self.data)

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def pop(self):
        while True:
            try:
                r = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = r()
            if item is not None:
                return item

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    __and__ = intersection

    def intersection_update(self, other):
        keep = WeakSet(other)
        for item in list(self):
            if item not in keep:
                self.discard(item)

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def union(self, other):
        result = self.copy()
        result.update(other)
        return result

    __or__ = union

    def symmetric_difference(self, other):
        other = WeakSet(other)
        return self.difference(other).union(other.difference(self))

    __xor__ = symmetric_difference

    def issubset(self, other):
        other = WeakSet(other)
        return all(item in other for item in self)

    __le__ = issubset

    def issuperset(self, other):
        return all(item in self for item in other)

    __ge__ = issuperset

    def __lt__(self, other):
        return self <= other and len(self) < len(other)

    def __gt__(self, other):
        return self >= other and len(self) > len(other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None


class finalize:
    """Calls a function when an object dies, or at exit, whichever is first."""

    __slots__ = ()
    _registry = {}
    _order = [0]
    _shutdown = False

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._order[0]:
            import atexit
            atexit.register(finalize._exitfunc)
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs or None
        info.atexit = True
        finalize._order[0] += 1
        info.index = finalize._order[0]
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info and not finalize._shutdown:
            return info.func(*info.args, **(info.kwargs or {}))

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return (obj, info.func, info.args, info.kwargs or {})

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return (obj, info.func, info.args, info.kwargs or {})

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        return "<%s object at %#x; for %r at %#x>" % (
            type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _exitfunc(cls):
        pending = [(info.index, f) for f, info in cls._registry.items() if info.atexit]
        pending.sort(key=lambda pair: pair[0], reverse=True)
        for _, f in pending:
            try:
                f()
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
        cls._shutdown = True
