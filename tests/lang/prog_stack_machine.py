# A small virtual machine: labels, jumps, calls; and a compiler to it.
def assemble(src):
    code, labels = [], {}
    for line in src.strip().splitlines():
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            labels[line[:-1]] = len(code)
        else:
            op, *args = line.split()
            code.append((op, args[0] if args else None))
    return [(op, labels.get(a, a)) for op, a in code]


class VM:
    def __init__(self, code, limit=10000):
        self.code, self.stack, self.calls, self.vars, self.out = code, [], [], {}, []
        self.pc, self.steps, self.limit = 0, 0, limit

    def run(self):
        while self.pc < len(self.code):
            self.steps += 1
            if self.steps > self.limit:
                raise TimeoutError("too many steps")
            op, arg = self.code[self.pc]
            self.pc += 1
            handler = getattr(self, "op_" + op, None)
            if handler is None:
                raise NameError("unknown op " + op)
            if handler(arg) is False:
                break
        return self.out

    def op_push(self, a):
        self.stack.append(int(a))

    def op_load(self, a):
        self.stack.append(self.vars[a])

    def op_store(self, a):
        self.vars[a] = self.stack.pop()

    def binary(self, f):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))

    op_add = lambda self, _: self.binary(lambda a, b: a + b)
    op_sub = lambda self, _: self.binary(lambda a, b: a - b)
    op_mul = lambda self, _: self.binary(lambda a, b: a * b)
    op_div = lambda self, _: self.binary(lambda a, b: a // b)
    op_lt = lambda self, _: self.binary(lambda a, b: int(a < b))

    def op_jmp(self, a):
        self.pc = a

    def op_jz(self, a):
        if not self.stack.pop():
            self.pc = a

    def op_call(self, a):
        self.calls.append(self.pc)
        self.pc = a

    def op_ret(self, _):
        self.pc = self.calls.pop()

    def op_print(self, _):
        self.out.append(self.stack.pop())

    def op_halt(self, _):
        return False


loop = """
    push 0
    store i
    push 1
    store f
again:
    load i
    push 10
    lt
    jz done
    load i
    push 1
    add
    store i      ; i += 1
    load f
    load i
    mul
    store f
    load f
    print
    jmp again
done:
    push 7
    call square
    print
    halt
square:
    store x
    load x
    load x
    mul
    ret
"""
vm = VM(assemble(loop))
print(vm.run(), vm.steps, vm.vars)
for src in ("push 1\npush 0\ndiv", "add", "load q", "bogus", "ret", "x:\njmp x", "push abc", "jz nowhere"):
    try:
        print(VM(assemble(src), 100).run())
    except Exception as e:
        print(type(e).__name__, e)
