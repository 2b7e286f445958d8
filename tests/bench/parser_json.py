# A recursive-descent parser and a writer of JSON-like text.
class Parser:
    def __init__(self, text):
        self.text = text
        self.pos = 0

    def error(self, what):
        raise ValueError("%s at %d" % (what, self.pos))

    def skip(self):
        text, pos = self.text, self.pos
        while pos < len(text) and text[pos] in " \n\t":
            pos += 1
        self.pos = pos

    def value(self):
        self.skip()
        c = self.text[self.pos]
        if c == "{":
            return self.table()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        if c.isdigit() or c == "-":
            return self.number()
        for word, v in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return v
        self.error("unexpected " + c)

    def expect(self, c):
        self.skip()
        if self.text[self.pos] != c:
            self.error("expected " + c)
        self.pos += 1

    def peek(self):
        self.skip()
        return self.text[self.pos]

    def table(self):
        out = {}
        self.expect("{")
        if self.peek() == "}":
            self.pos += 1
            return out
        while True:
            self.skip()
            key = self.string()
            self.expect(":")
            out[key] = self.value()
            if self.peek() != ",":
                break
            self.pos += 1
        self.expect("}")
        return out

    def array(self):
        out = []
        self.expect("[")
        if self.peek() == "]":
            self.pos += 1
            return out
        while True:
            out.append(self.value())
            if self.peek() != ",":
                break
            self.pos += 1
        self.expect("]")
        return out

    def string(self):
        self.pos += 1
        parts = []
        while True:
            c = self.text[self.pos]
            self.pos += 1
            if c == '"':
                return "".join(parts)
            if c == "\\":
                c = self.text[self.pos]
                self.pos += 1
                c = {"n": "\n", "t": "\t"}.get(c, c)
            parts.append(c)

    def number(self):
        start = self.pos
        while self.pos < len(self.text) and (self.text[self.pos].isdigit() or self.text[self.pos] in "-+.e"):
            self.pos += 1
        s = self.text[start:self.pos]
        return float(s) if "." in s else int(s)


def dump(v):
    if isinstance(v, dict):
        return "{" + ", ".join('"%s": %s' % (k, dump(x)) for k, x in v.items()) + "}"
    if isinstance(v, list):
        return "[" + ", ".join([dump(x) for x in v]) + "]"
    if isinstance(v, str):
        return '"' + v.replace("\\", "\\\\").replace("\n", "\\n") + '"'
    if v is None or v is True or v is False:
        return {None: "null", True: "true", False: "false"}[v]
    return repr(v)


def main():
    record = {"id": 1, "name": "hog\nnose", "tags": ["a", "b", "c"], "size": [1.5, -2.25, 30], "ok": True, "none": None, "sub": {"x": 1, "y": [[], {}]}}
    doc = [dict(record, id=i) for i in range(12000)]
    s = dump(doc)
    back = Parser(s).value()
    print(len(s), back == doc, back[77]["id"], dump(back) == s)


main()
