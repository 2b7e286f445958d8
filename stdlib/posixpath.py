"""Paths of POSIX systems: os.path."""

import posix
from posix import fspath as _fspath

curdir = "."
pardir = ".."
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
defpath = "/bin:/usr/bin"
devnull = "/dev/null"
supports_unicode_filenames = False

_S_IFMT = 0o170000


def _text(path):
    path = _fspath(path)
    if isinstance(path, bytes):
        path = path.decode("utf-8", "surrogateescape")
    return path


def _mode(path, follow=True):
    try:
        fields = posix.stat_fields(path, follow, True)
    except ValueError:
        return 0
    return fields[0] & _S_IFMT if fields else 0


def exists(path):
    return _mode(path) != 0


def lexists(path):
    return _mode(path, False) != 0


def isfile(path):
    return _mode(path) == 0o100000


def isdir(s):
    return _mode(s) == 0o040000


def islink(path):
    return _mode(path, False) == 0o120000


def ismount(path):
    path = abspath(path)
    if path == "/":
        return True
    if not exists(path):
        return False
    return posix.stat_fields(path)[2] != posix.stat_fields(dirname(path))[2]


def getsize(filename):
    return posix.stat_fields(filename)[6]


def getatime(filename):
    return posix.stat_fields(filename)[7]


def getmtime(filename):
    return posix.stat_fields(filename)[8]


def getctime(filename):
    return posix.stat_fields(filename)[9]


def samefile(f1, f2):
    a, b = posix.stat_fields(f1), posix.stat_fields(f2)
    return a[1] == b[1] and a[2] == b[2]


def normcase(s):
    return _fspath(s)


def isabs(s):
    return _text(s).startswith("/")


def join(a, *p):
    result = _text(a)
    for part in p:
        if not hasattr(part, "__fspath__") and not isinstance(part, (str, bytes)):
            kind = type(part).__name__
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {kind!r}")
        part = _text(part)
        if part.startswith("/"):
            result = part
        elif not result or result.endswith("/"):
            result += part
        else:
            result += "/" + part
    return result


def split(p):
    p = _text(p)
    i = p.rfind("/") + 1
    head, tail = p[:i], p[i:]
    if head and head != "/" * len(head):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    p = _text(p)
    return p[p.rfind("/") + 1 :]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = _text(p)
    start = p.rfind("/") + 1
    dot = p.rfind(".")
    # Dots at the beginning of the name do not begin an extension.
    if dot > start and p[start:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def splitdrive(p):
    return "", _fspath(p)


def normpath(path):
    path = _text(path)
    if not path:
        return "."
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    parts = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] != "..":
            parts.pop()
        elif part == ".." and root:
            pass
        elif part and part != ".":
            parts.append(part)
    return root + "/".join(parts) or "."


def abspath(path):
    path = _text(path)
    return normpath(path if path.startswith("/") else join(posix.getcwd(), path))


def realpath(filename, *, strict=False):
    path = abspath(filename)
    rest = ""
    while True:
        resolved = posix.realpath(path)
        if resolved is not None:
            return normpath(join(resolved, rest)) if rest else resolved
        if strict:
            posix.stat_fields(path)
        path, name = split(path)
        rest = join(name, rest) if rest else name


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath(start or ".").split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    common = len(commonprefix([here, there]))
    return join(*[".."] * (len(here) - common) + there[common:]) if here != there else "."


def commonprefix(m):
    if not m:
        return ""
    low, high = min(m), max(m)
    for i, item in enumerate(low):
        if item != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = [path.startswith("/") for path in paths]
    if any(absolute) and not all(absolute):
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if absolute[0] else "") + "/".join(commonprefix(split_paths))


def expanduser(path):
    path = _text(path)
    if path != "~" and not path.startswith("~/"):
        return path
    home = posix.environment().get("HOME", "")
    return (home.rstrip("/") + path[1:]) or "/" if home else path


def expandvars(path):
    path = _text(path)
    environment = posix.environment()
    result, i = "", 0
    while i < len(path):
        if path[i] != "$":
            result += path[i]
            i += 1
            continue
        end = i + 1
        if path[end : end + 1] == "{":
            close = path.find("}", end)
            name = path[end + 1 : close] if close >= 0 else ""
            end = close + 1
        else:
            while end < len(path) and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[i + 1 : end]
        if name in environment:
            result += environment[name]
            i = end
        else:
            result += "$"
            i += 1
    return result
