"""The operating system: files and directories, the environment, the process."""

import posix
import posixpath as path
import sys
from posix import (
    _exit,
    access,
    chdir,
    chmod,
    cpu_count,
    fspath,
    getcwd,
    getpid,
    getppid,
    isatty,
    listdir,
    mkdir,
    readlink,
    remove,
    rename,
    replace,
    rmdir,
    strerror,
    system,
    unlink,
    urandom,
)
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules["os.path"] = path

name = "posix"
linesep = "\n"
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4


_names = (
    "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime"
).split()


class stat_result(tuple):
    """What stat gives: ten integers, by index; by name the times are floats."""

    __module__ = "os"

    def __repr__(self):
        return "os.stat_result(" + ", ".join(f"{n}={v}" for n, v in zip(_names, self)) + ")"


def _make_stat(fields):
    result = stat_result([int(field) for field in fields[:10]])
    for n, value in zip(_names, fields):
        setattr(result, n, value)
    result.st_atime_ns, result.st_mtime_ns, result.st_ctime_ns = fields[10:]
    return result


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return _make_stat(posix.stat_fields(path, follow_symlinks))


def lstat(path):
    return _make_stat(posix.stat_fields(path, False))


def fstat(fd):
    return _make_stat(posix.stat_fields(fd))


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else made it meanwhile
        if tail == ".":
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name.rstrip("/"))
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        names = listdir(top)
    except OSError as problem:
        if onerror is not None:
            onerror(problem)
        return
    directories = [n for n in names if path.isdir(path.join(top, n))]
    files = [n for n in names if not path.isdir(path.join(top, n))]
    if topdown:
        yield top, directories, files
    for n in directories:
        inner = path.join(top, n)
        if followlinks or not path.islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, directories, files


class terminal_size(tuple):
    __module__ = "os"

    @property
    def columns(self):
        return self[0]

    @property
    def lines(self):
        return self[1]

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1):
    return terminal_size(posix.terminal_size(fd))


def _check_text(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


class _Environ(dict):
    """The environment: changes are seen by processes that are started afterwards."""

    def __setitem__(self, key, value):
        posix.putenv(_check_text(key), _check_text(value))
        dict.__setitem__(self, key, value)

    def __getitem__(self, key):
        _check_text(key)
        if key not in self:
            raise KeyError(key) from None
        return dict.__getitem__(self, key)

    def __delitem__(self, key):
        posix.unsetenv(_check_text(key))
        if key not in self:
            raise KeyError(key) from None
        dict.__delitem__(self, key)

    def __repr__(self):
        return "environ({" + ", ".join(f"{k!r}: {v!r}" for k, v in self.items()) + "})"

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def pop(self, key, *default):
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def copy(self):
        return dict(self)


environ = _Environ(posix.environment())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    posix.putenv(key, value)


def unsetenv(key):
    posix.unsetenv(key)


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename
