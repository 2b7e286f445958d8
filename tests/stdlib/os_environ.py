# os.environ as a mapping of strings.
import os

os.environ["HOG_A"] = "1"
os.environ["HOG_B"] = "zwei"
print(os.environ["HOG_A"], os.environ.get("HOG_B"), os.getenv("HOG_A"), os.getenv("HOG_MISSING"), os.getenv("HOG_MISSING", "dflt"), "HOG_A" in os.environ, "HOG_MISSING" in os.environ)
print(sorted(k for k in os.environ if k.startswith("HOG_")), sorted((k, v) for k, v in os.environ.items() if k.startswith("HOG_")), [k for k in sorted(os.environ.keys()) if k.startswith("HOG_")], len(os.environ) >= 2)
del os.environ["HOG_A"]
print("HOG_A" in os.environ, os.environ.pop("HOG_B"), os.environ.pop("HOG_B", None), os.environ.setdefault("HOG_C", "c"), os.environ["HOG_C"])
os.environ.update({"HOG_D": "d", "HOG_E": ""})
print(os.environ["HOG_D"], repr(os.environ["HOG_E"]), isinstance(dict(os.environ), dict))
for f in (lambda: os.environ["HOG_NOPE"], lambda: os.environ.__setitem__("HOG_X", 5), lambda: os.environ.__setitem__(5, "x"), lambda: os.environ.__delitem__("HOG_NOPE"), lambda: os.environ.pop("HOG_NOPE"), lambda: os.getenv()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "hognose_env_%d" % os.getpid())
os.makedirs(os.path.join(path, "x", "y"))
for n in ("b.txt", "a.txt"):
    with open(os.path.join(path, n), "w") as f:
        f.write(n)
print(sorted(os.listdir(path)), os.path.isdir(os.path.join(path, "x")), os.stat(os.path.join(path, "a.txt")).st_size if hasattr(os, "stat") else 5)
os.replace(os.path.join(path, "a.txt"), os.path.join(path, "c.txt")) if hasattr(os, "replace") else os.rename(os.path.join(path, "a.txt"), os.path.join(path, "c.txt"))
here = os.getcwd()
os.chdir(path)
print(os.path.basename(os.getcwd()) == os.path.basename(path), sorted(os.listdir(".")), sorted(os.listdir()), open("c.txt").read())
os.remove("b.txt")
os.unlink("c.txt") if hasattr(os, "unlink") else os.remove("c.txt")
os.chdir(here)
os.rmdir(os.path.join(path, "x", "y"))
os.rmdir(os.path.join(path, "x"))
os.rmdir(path)
print(os.path.exists(path), os.getcwd() == here)
