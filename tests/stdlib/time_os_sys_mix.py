# A small command-line program: arguments, environment, files, exit status through SystemExit.
import os
import sys
import time


def parse(argv):
    opts, rest = {}, []
    it = iter(argv)
    for a in it:
        if a.startswith("--"):
            k, eq, v = a[2:].partition("=")
            opts[k] = v if eq else True
        elif a.startswith("-") and len(a) > 1:
            for c in a[1:]:
                opts[c] = next(it, None) if c in "on" else True
        else:
            rest.append(a)
    return opts, rest


def run(argv):
    opts, files = parse(argv)
    if "help" in opts or not files:
        print("usage: prog [-v] [-n N] FILE", file=sys.stderr)
        sys.exit(2 if not files else 0)
    n = int(opts.get("n") or 1)
    for name in files:
        try:
            with open(name) as f:
                text = f.read()
        except OSError as e:
            print("cannot read:", e.strerror)
            sys.exit(1)
        for _ in range(n):
            print(os.path.basename(name).split("_")[0], len(text.split()), len(text.splitlines()), opts.get("v", False))
    return 0


path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "progfile_%d" % os.getpid())
with open(path, "w") as f:
    f.write("one two\nthree\n")
start = time.perf_counter()
for argv in ([path], ["-v", "-n", "2", path], ["--help"], [], ["-n", "x", path], [path + "_missing"], ["--level=3", "-v", path, path]):
    try:
        print("->", run(argv))
    except SystemExit as e:
        print("exit", e.code)
    except ValueError as e:
        print("ValueError", e)
print(parse(["-vn", "5", "a", "--x=1=2", "--", "-", "b"]), time.perf_counter() >= start)
os.remove(path)
try:
    try:
        sys.exit("message")
    finally:
        print("cleanup")
except SystemExit as e:
    print(repr(e.code))
