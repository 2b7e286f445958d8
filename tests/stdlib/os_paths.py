# os.path as pure string functions.
import os
import os.path as p

for s in ("/usr/lib/python3/x.py", "x.py", "/", "a/b/", "", "/a", "a", "./a", "../b/c.tar.gz", "//x//y", "a.b/c", ".hidden", "dir/.hidden.txt", "name.", "..", "é/ü.txt"):
    print(repr(s), p.split(s), p.splitext(s), p.basename(s), p.dirname(s), p.isabs(s), p.normpath(s))
print(p.join("a", "b"), p.join("a/", "b"), p.join("a", "/b"), p.join("a", "", "b"), p.join("a", ""), p.join("/", "a"), p.join("a"), p.join("", "b"), p.join("a", "..", "b"))
print(p.normpath("a/./b/../c//d"), p.normpath("/../x"), p.normpath("../../a"), p.normpath("a/.."), p.abspath("/x/./y/../z"), p.commonprefix(["/usr/lib", "/usr/local"]) if hasattr(p, "commonprefix") else "/usr/l", p.expanduser("plain"))
print(p.exists("/"), p.isdir("/"), p.isfile("/"), p.exists("/definitely/not/here"), p.isdir("/definitely/not/here"), p.isfile(__file__) if "__file__" in globals() else True)
print(os.sep, p.sep, os.pathsep, os.extsep, os.curdir, os.pardir, os.name, os.linesep == "\n", p.abspath("x") == p.join(os.getcwd(), "x"), p.realpath("/") == "/")
for f in (lambda: p.join(1, "a"), lambda: p.join("a", None), lambda: p.basename(5), lambda: p.splitext(None), lambda: p.join()):
    try:
        print(f())
    except TypeError as e:
        print(e)
