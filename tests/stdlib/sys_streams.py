# sys.stdout and stderr as objects: write, replaced, print to them, return values.
import sys


class Tee:
    def __init__(self, real):
        self.real, self.kept = real, []

    def write(self, s):
        self.kept.append(s)
        return self.real.write(s.upper())

    def flush(self):
        self.real.flush()


real = sys.stdout
tee = Tee(real)
sys.stdout = tee
print("through the tee", 1, 2)
print("no end", end="")
print()
sys.stdout.write("direct\n")
sys.stdout = real
print(tee.kept)
print("back to normal")
print(sys.stdout.write("x\n"), sys.stdout is real, sys.__stdout__ is real)


class Quiet:
    def write(self, s):
        pass


sys.stdout = Quiet()
print("invisible")
sys.stdout = real
sys.stderr = Tee(real)
print("to err", file=sys.stderr)
kept = sys.stderr.kept
sys.stderr = sys.__stderr__
print(kept)


class Broken:
    def write(self, s):
        raise ValueError("broken pipe of our own")


sys.stdout = Broken()
try:
    print("x")
except ValueError as e:
    sys.stdout = real
    print(e)
sys.stdout.writelines(["a\n", "b\n"])
print(sys.stdout.writable() if hasattr(sys.stdout, "writable") else True, sys.stdin.readline() == "", sys.stdin.read() == "")
print("é€😀 unicode", file=sys.stdout)
