# Converting every kind of value with every constructor.
vals = [0, -7, 2 ** 70, 2.5, -0.0, float("inf"), True, None, "", "12", " 3.5 ", "abc", b"12", [], [1, 2], (3, 4), {"a": 1}, {5}, range(3), "ab", [(1, 2), (3, 4)], [[1]], len, int]
for ctor in (int, float, bool, str, repr, list, tuple, set, dict, bytes, iter, sorted, abs, round, sum, len, hash, chr, ord, hex, min, any, reversed, enumerate, frozenset):
    row = []
    for v in vals:
        if ctor in (hash, bytes) or (ctor in (str, repr) and v is len):
            ok_only = True
        else:
            ok_only = False
        try:
            r = ctor(v)
            if ctor is set or ctor is frozenset:
                r = len(r)
            elif ctor in (iter, reversed, enumerate):
                r = type(r).__name__
            elif ctor is hash:
                r = "hashed"
            elif ctor is bytes and len(r) > 20:
                r = len(r)
            row.append(repr(r))
        except Exception as e:
            row.append(type(e).__name__ if ok_only else "%s(%s)" % (type(e).__name__, e))
    print(ctor.__name__, "|", "; ".join(row))
