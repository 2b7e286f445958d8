# Serialising nested data and reading it back.
def dumps(v, indent=None, level=0):
    if v is None:
        return "null"
    if v is True or v is False:
        return str(v).lower()
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return '"' + "".join({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(c, c if " " <= c <= "~" else "\\u%04x" % ord(c)) for c in v) + '"'
    nl = "\n" + " " * (indent or 0) * (level + 1) if indent else ""
    end = "\n" + " " * indent * level if indent else ""
    sep = "," + (nl or " ")
    if isinstance(v, (list, tuple)):
        return "[" + nl + sep.join(dumps(x, indent, level + 1) for x in v) + end + "]" if v else "[]"
    if isinstance(v, dict):
        return "{" + nl + sep.join(dumps(str(k)) + ": " + dumps(x, indent, level + 1) for k, x in v.items()) + end + "}" if v else "{}"
    raise TypeError(f"cannot serialise {type(v).__name__}")


class ParseError(ValueError):
    def __init__(self, msg, pos):
        super().__init__(f"{msg} at {pos}")


def loads(s):
    i = 0

    def ws():
        nonlocal i
        while i < len(s) and s[i] in " \n\t\r":
            i += 1

    def fail(msg):
        raise ParseError(msg, i)

    def expect(c):
        nonlocal i
        ws()
        if i >= len(s) or s[i] != c:
            fail(f"expected {c!r}")
        i += 1

    def string():
        nonlocal i
        i += 1
        out = []
        while True:
            if i >= len(s):
                fail("unterminated string")
            c = s[i]
            i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = s[i]
                i += 1
                if c == "u":
                    out.append(chr(int(s[i:i + 4], 16)))
                    i += 4
                    continue
                c = {"n": "\n", "t": "\t"}.get(c, c)
            out.append(c)

    def value():
        nonlocal i
        ws()
        if i >= len(s):
            fail("unexpected end")
        c = s[i]
        if c == '"':
            return string()
        if c in "[{":
            close, out = ("]", []) if c == "[" else ("}", {})
            i += 1
            ws()
            if i < len(s) and s[i] == close:
                i += 1
                return out
            while True:
                if c == "[":
                    out.append(value())
                else:
                    ws()
                    k = string() if i < len(s) and s[i] == '"' else fail("expected key")
                    expect(":")
                    out[k] = value()
                ws()
                if i < len(s) and s[i] == ",":
                    i += 1
                    continue
                expect(close)
                return out
        for w, v in (("true", True), ("false", False), ("null", None)):
            if s.startswith(w, i):
                i += len(w)
                return v
        j = i
        while j < len(s) and s[j] in "+-.0123456789eE":
            j += 1
        if j == i:
            fail(f"unexpected {c!r}")
        t, i = s[i:j], j
        return float(t) if any(x in t for x in ".eE") else int(t)

    v = value()
    ws()
    if i < len(s):
        fail("trailing data")
    return v


data = {"name": "hög\n\"q\"", "n": [1, -2, 3.5, 1e20, 10 ** 25], "t": True, "f": False, "none": None, "empty": [[], {}], "deep": {"a": {"b": {"c": [{}]}}}}
text = dumps(data)
print(text)
print(dumps(data, indent=2))
print(loads(text) == data, loads(dumps(data, indent=4)) == data, loads(" [1 , 2 ] "), loads('"\\u00e9\\t"'), loads("-0.5e1"), loads("0"))
for bad in ("", "[1, 2", "{1: 2}", '{"a" 1}', "tru", "[1] 2", '"abc', "[1,]", "{", "nul", "-", '{"a": }', "@"):
    try:
        print(loads(bad))
    except ValueError as e:
        print(repr(bad), type(e).__name__, e)
try:
    dumps({"x": {1}})
except TypeError as e:
    print(e)
