/* posix.c: the system calls under os.py and posixpath.py, and little more. */
#define _GNU_SOURCE
#include "stdlib/modules.h"
#include "runtime/objects/file.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

static bool is_path(Value v)
{
    return is_str(v) || is_bytes(v) || op_find_attr(v, str_intern("__fspath__")) != EMPTY;
}

/* A path argument; `function` names itself in the TypeError. */
static const char *path_of(Value path, const char *function, Value *shown)
{
    if (!is_path(path)) {
        raise_type("%s: path should be string, bytes or os.PathLike, not %T", function, path);
    }
    return file_path(path, shown);
}

static Value checked(int result, Value shown)
{
    if (result < 0) {
        raise_os(errno, shown);
    }
    return NONE;
}

/* X(name, call): what takes one path and gives nothing. */
#define PATH_CALLS(X)                                                                              \
    X(remove, unlink(path))                                                                        \
    X(unlink, unlink(path))                                                                        \
    X(rmdir, rmdir(path))                                                                          \
    X(chdir, chdir(path))

#define X(name, call)                                                                              \
    static Value posix_##name(Args args)                                                           \
    {                                                                                              \
        Value shown;                                                                               \
        const char *path = path_of(args.at[0], #name, &shown);                                     \
        return checked(call, shown);                                                               \
    }
PATH_CALLS(X)
#undef X

static Value posix_mkdir(Args args)
{
    Value shown;
    const char *path = path_of(args.at[0], "mkdir", &shown);
    return checked(mkdir(path, (mode_t)arg_int_or(args, 1, 0777)), shown);
}

static Value posix_chmod(Args args)
{
    Value shown;
    const char *path = path_of(args.at[0], "chmod", &shown);
    return checked(chmod(path, (mode_t)arg_int(args, 1)), shown);
}

static Value posix_rename(Args args)
{
    Value from_shown, to_shown;
    const char *from = path_of(args.at[0], "rename", &from_shown);
    const char *to = path_of(args.at[1], "rename", &to_shown);
    if (rename(from, to)) {
        Value fields[] = {value_int(errno), str_from(strerror(errno)), from_shown, NONE, to_shown};
        raise_exception(call_value(value_from(&exc_OSError), (Call){fields, 5, EMPTY}));
    }
    return NONE;
}

static Value posix_getcwd(Args args)
{
    (void)args;
    char path[PATH_MAX];
    if (!getcwd(path, sizeof path)) {
        raise_os(errno, EMPTY);
    }
    return str_from(path);
}

static Value posix_listdir(Args args)
{
    Value shown = str_intern(".");
    const char *path = ".";
    if (arg_or(args, 0, NONE) != NONE) {
        if (!is_path(args.at[0])) {
            raise_type(
                "listdir: path should be string, bytes, os.PathLike, integer or None, not %T",
                args.at[0]);
        }
        path = path_of(args.at[0], "listdir", &shown);
    }
    DIR *dir = opendir(path);
    if (!dir) {
        raise_os(errno, shown);
    }
    Catch c;
    if (CATCH(c)) {
        List *names = list_new(0);
        struct dirent *entry;
        while ((entry = readdir(dir))) {
            if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, "..")) {
                list_append(names, str_decode(entry->d_name, strlen(entry->d_name), NULL,
                                              "surrogateescape"));
            }
        }
        catch_end(&c);
        closedir(dir);
        return value_from(names);
    }
    closedir(dir);
    raise_again(c.exception);
}

/* (st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size, then atime, mtime, ctime in seconds,
 * then in nanoseconds), or None if `quiet` and there is no such file. */
static Value posix_stat_fields(Args args)
{
    struct stat st;
    bool follow = arg_bool_or(args, 1, true), quiet = arg_bool_or(args, 2, false);
    int result;
    streams_flush_files();
    Value shown = EMPTY;
    if (is_int(args.at[0])) {
        result = fstat((int)as_int(args.at[0]), &st);
    } else {
        if (!is_path(args.at[0])) {
            raise_type("stat: path should be string, bytes, os.PathLike or integer, not %T",
                       args.at[0]);
        }
        const char *path = path_of(args.at[0], "stat", &shown);
        result = follow ? stat(path, &st) : lstat(path, &st);
    }
    if (result && quiet) {
        return NONE;
    }
    checked(result, shown);
    const struct timespec *times[] = {&st.st_atim, &st.st_mtim, &st.st_ctim};
    Value nanoseconds[3], seconds[3];
    for (int i = 0; i < 3; i++) {
        nanoseconds[i] = int_from_int64((int64_t)times[i]->tv_sec * 1000000000 + times[i]->tv_nsec);
        seconds[i] = value_float((double)times[i]->tv_sec + 1e-9 * (double)times[i]->tv_nsec);
    }
    return tuple_of(13, value_int(st.st_mode), int_from_uint64(st.st_ino),
                    int_from_uint64(st.st_dev), int_from_uint64(st.st_nlink), value_int(st.st_uid),
                    value_int(st.st_gid), int_from_int64(st.st_size), seconds[0], seconds[1],
                    seconds[2], nanoseconds[0], nanoseconds[1], nanoseconds[2]);
}

static Value posix_access(Args args)
{
    Value shown;
    const char *path = path_of(args.at[0], "access", &shown);
    return value_bool(access(path, (int)arg_int(args, 1)) == 0);
}

static Value posix_realpath(Args args)
{
    Value shown;
    char resolved[PATH_MAX];
    const char *path = path_of(args.at[0], "realpath", &shown);
    return realpath(path, resolved) ? str_from(resolved) : NONE;
}

static Value posix_readlink(Args args)
{
    Value shown;
    char target[PATH_MAX];
    const char *path = path_of(args.at[0], "readlink", &shown);
    ssize_t n = readlink(path, target, sizeof target);
    checked((int)MIN(n, 0), shown);
    return str_from_utf8(target, (size_t)n);
}

static Value posix_fspath(Args args)
{
    Value shown;
    if (is_str(args.at[0]) || is_bytes(args.at[0])) {
        return args.at[0];
    }
    file_path(args.at[0], &shown);
    return shown;
}

static Value posix_getpid(Args args)
{
    (void)args;
    return value_int(getpid());
}

static Value posix_getppid(Args args)
{
    (void)args;
    return value_int(getppid());
}

static Value posix_cpu_count(Args args)
{
    (void)args;
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n > 0 ? value_int(n) : NONE;
}

static Value posix_urandom(Args args)
{
    int64_t n = arg_int(args, 0);
    if (n < 0) {
        raise_value("negative argument not allowed");
    }
    Value bytes = bytes_new(NULL, (size_t)n);
    for (int64_t done = 0; done < n;) {
        ssize_t got = getrandom(as_bytes(bytes)->data + done, (size_t)(n - done), 0);
        if (got < 0 && errno != EINTR) {
            raise_os(errno, EMPTY);
        }
        check_interrupt();
        done += MAX(got, 0);
    }
    return bytes;
}

static Value posix_putenv(Args args)
{
    Value shown;
    return checked(setenv(file_path(args.at[0], &shown), file_path(args.at[1], &shown), 1), EMPTY);
}

static Value posix_unsetenv(Args args)
{
    Value shown;
    return checked(unsetenv(file_path(args.at[0], &shown)), EMPTY);
}

/* The environment when the process began, as a dict. */
static Value posix_environment(Args args)
{
    (void)args;
    Dict *d = dict_new(0);
    for (char **at = environ; at && *at; at++) {
        const char *equals = strchr(*at, '=');
        if (equals) {
            Value name = str_decode(*at, (size_t)(equals - *at), NULL, "surrogateescape");
            dict_set(d, name, str_decode(equals + 1, strlen(equals + 1), NULL, "surrogateescape"));
        }
    }
    return value_from(d);
}

static Value posix_strerror(Args args)
{
    return str_from(strerror((int)arg_int(args, 0)));
}

static Value posix_isatty(Args args)
{
    return value_bool(isatty((int)arg_int(args, 0)));
}

static Value posix_exit(Args args)
{
    _exit((int)arg_int(args, 0));
}

static Value posix_system(Args args)
{
    Value shown;
    const char *command = file_path(args.at[0], &shown);
    streams_flush();
    return value_int(system(command));
}

static Value posix_terminal_size(Args args)
{
    struct winsize size;
    if (ioctl((int)arg_int_or(args, 0, 1), TIOCGWINSZ, &size)) {
        raise_os(errno, EMPTY);
    }
    return tuple_of(2, value_int(size.ws_col), value_int(size.ws_row));
}

static const NativeDef functions[] = {
#define X(name, call) {#name, posix_##name, "path", NULL, 0, 0},
    PATH_CALLS(X)
#undef X
        {"mkdir", posix_mkdir, "path, mode=", NULL, 0, 0},
    {"chmod", posix_chmod, "path, mode", NULL, 0, 0},
    {"rename", posix_rename, "src, dst", NULL, 0, 0},
    {"replace", posix_rename, "src, dst", NULL, 0, 0},
    {"getcwd", posix_getcwd, "", NULL, 0, 0},
    {"listdir", posix_listdir, "path=", NULL, 0, 0},
    {"stat_fields", posix_stat_fields, "path, follow=, quiet=", NULL, 0, 0},
    {"access", posix_access, "path, mode", NULL, 0, 0},
    {"realpath", posix_realpath, "path", NULL, 0, 0},
    {"readlink", posix_readlink, "path", NULL, 0, 0},
    {"fspath", posix_fspath, "path", NULL, 0, 0},
    {"getpid", posix_getpid, "", NULL, 0, 0},
    {"getppid", posix_getppid, "", NULL, 0, 0},
    {"cpu_count", posix_cpu_count, "", NULL, 0, 0},
    {"urandom", posix_urandom, "size, /", NULL, 0, 0},
    {"putenv", posix_putenv, "name, value, /", NULL, 0, 0},
    {"unsetenv", posix_unsetenv, "name, /", NULL, 0, 0},
    {"environment", posix_environment, "", NULL, 0, 0},
    {"strerror", posix_strerror, "code, /", NULL, 0, 0},
    {"isatty", posix_isatty, "fd, /", NULL, 0, 0},
    {"_exit", posix_exit, "status", NULL, 0, 0},
    {"system", posix_system, "command", NULL, 0, 0},
    {"terminal_size", posix_terminal_size, "fd=, /", NULL, 0, 0},
    {0},
};

const ModuleDef posix_module = {"posix", "The system calls under os.", functions, NULL, NULL};
