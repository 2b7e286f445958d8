# A tokenizer, a recursive-descent parser and an evaluator.
class Lexer:
    def __init__(self, s):
        self.toks = []
        i = 0
        while i < len(s):
            c = s[i]
            if c.isspace():
                i += 1
            elif c.isdigit() or c == ".":
                j = i
                while j < len(s) and (s[j].isdigit() or s[j] == "."):
                    j += 1
                self.toks.append(("num", float(s[i:j]) if "." in s[i:j] else int(s[i:j])))
                i = j
            elif c.isalpha():
                j = i
                while j < len(s) and s[j].isalnum():
                    j += 1
                self.toks.append(("name", s[i:j]))
                i = j
            elif s[i:i + 2] == "**":
                self.toks.append(("op", "**"))
                i += 2
            elif c in "+-*/%()=,":
                self.toks.append(("op", c))
                i += 1
            else:
                raise SyntaxError(f"bad character {c!r} at {i}")
        self.toks.append(("end", None))


class Calc:
    def __init__(self):
        self.vars = {"pi": 3.14159}
        self.funcs = {"max": max, "abs": abs, "sq": lambda x: x * x}

    def run(self, s):
        self.t = Lexer(s).toks
        self.i = 0
        if len(self.t) > 2 and self.t[0][0] == "name" and self.t[1] == ("op", "="):
            name = self.t[0][1]
            self.i = 2
            v = self.vars[name] = self.expr()
        else:
            v = self.expr()
        if self.t[self.i][0] != "end":
            raise SyntaxError("unexpected %r" % (self.t[self.i][1],))
        return v

    def peek(self, *ops):
        return self.t[self.i][0] == "op" and self.t[self.i][1] in ops

    def next(self):
        self.i += 1
        return self.t[self.i - 1]

    def expr(self):
        v = self.term()
        while self.peek("+", "-"):
            v = v + self.term() if self.next()[1] == "+" else v - self.term()
        return v

    def term(self):
        v = self.unary()
        while self.peek("*", "/", "%"):
            op = self.next()[1]
            w = self.unary()
            v = v * w if op == "*" else v / w if op == "/" else v % w
        return v

    def unary(self):
        if self.peek("-"):
            self.next()
            return -self.unary()
        v = self.atom()
        if self.peek("**"):
            self.next()
            return v ** self.unary()
        return v

    def atom(self):
        kind, v = self.next()
        if kind == "num":
            return v
        if kind == "name":
            if self.peek("("):
                self.next()
                args = [self.expr()]
                while self.peek(","):
                    self.next()
                    args.append(self.expr())
                self.next()
                return self.funcs[v](*args)
            return self.vars[v]
        if v == "(":
            r = self.expr()
            if not self.peek(")"):
                raise SyntaxError("expected )")
            self.next()
            return r
        raise SyntaxError("unexpected %r" % (v,))


c = Calc()
for s in ("1 + 2 * 3", "(1 + 2) * 3", "-2 ** 2", "2 ** 3 ** 2", "10 / 4", "10 % 4 - 1", "x = 5", "x * x + 1", "max(1, x, 3) + abs(-4)", "sq(sq(2))", "1.5 * 2", "y", "1 +", "(1", "1 / 0", "2 $ 3", "1 2", "pi * 2", "max(", "x = x + 1", "x", "max(1, 'a')", "-(-3)", "nope(1)"):
    try:
        print(s, "=", c.run(s))
    except (SyntaxError, KeyError, ZeroDivisionError, TypeError) as e:
        print(s, "->", type(e).__name__, e)
