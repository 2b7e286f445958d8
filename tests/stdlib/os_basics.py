# os: environment, paths, files in a temporary folder.
import os

base = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hognose_os_%d" % os.getpid())
os.mkdir(base)
path = os.path.join(base, "file.txt")
print(os.path.exists(base), os.path.isdir(base), os.path.isfile(base), os.path.exists(path))
with open(path, "w") as f:
    f.write("hello")
print(os.path.isfile(path), os.path.getsize(path), sorted(os.listdir(base)))
os.rename(path, path + ".bak")
print(os.listdir(base), os.path.exists(path))
os.remove(path + ".bak")
os.makedirs(os.path.join(base, "a", "b"))
os.makedirs(os.path.join(base, "a", "b"), exist_ok=True)
print(os.path.isdir(os.path.join(base, "a", "b")))
os.rmdir(os.path.join(base, "a", "b"))
os.rmdir(os.path.join(base, "a"))
print(os.path.join("a", "b", "c.py"), os.path.join("a", "/abs"), os.path.join("a/", "b"), os.path.join("", "x"), os.path.basename("/x/y.txt"), os.path.dirname("/x/y.txt"), os.path.split("/x/y.txt"), os.path.splitext("a/b.tar.gz"), os.path.splitext(".bashrc"), os.path.splitext("noext"))
print(os.path.basename("a/"), os.path.dirname("a"), os.path.isabs("/a"), os.path.isabs("a"), os.path.abspath("/a/../b/./c"), os.path.normpath("a//b/../c"), os.sep, os.linesep == "\n", os.name, os.curdir)
os.environ["HOGNOSE_TEST"] = "value"
print(os.environ["HOGNOSE_TEST"], os.environ.get("NOPE_NOT_SET"), os.environ.get("NOPE", "d"), "HOGNOSE_TEST" in os.environ, os.getenv("HOGNOSE_TEST"), os.getenv("NOPE_X", "dd"))
print(isinstance(os.getcwd(), str), os.getpid() == os.getpid(), isinstance(os.environ.get("PATH"), str))


def err(f, *a):
    try:
        print(f(*a))
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, str(e).replace(base, "BASE"))
    except Exception as e:
        print(type(e).__name__, e)


err(os.remove, path)
err(os.mkdir, base)
err(os.rmdir, base + "/nope")
err(os.listdir, base + "/nope")
err(os.rename, base + "/x", base + "/y")
err(os.path.getsize, base + "/nope")
err(open, base + "/nope")
err(open, base)
err(os.makedirs, base)
err(lambda: os.environ["NOPE_NOT_SET"])
os.rmdir(base)
print(os.path.exists(base))
