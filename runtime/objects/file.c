#define _GNU_SOURCE
#include "runtime/objects/file_impl.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- Errors and checks ---- */

Type *file_unsupported_type(void)
{
    static Slot made;
    if (made.v == EMPTY) {
        mm_add_root(&made, "io.UnsupportedOperation");
        Dict *namespace = dict_new(1);
        dict_set(namespace, str_intern("__module__"), str_intern("io"));
        Value bases = tuple_of(2, value_from(&exc_OSError), value_from(&exc_ValueError));
        mm_init(&text_file_type, &made,
                type_new_class(&type_type, str_intern("UnsupportedOperation"), bases, namespace,
                               EMPTY));
    }
    return as_type(made.v);
}

void file_unsupported(const char *what)
{
    raise_as(file_unsupported_type(), "%s", what);
}

Stream *file_stream(File *f, const char *closed)
{
    if (f->stream->is_closed) {
        raise_value("%s", closed);
    }
    return f->stream;
}

Stream *file_reader(File *f, const char *refused, const char *closed)
{
    if (f->is_text || f->stream->is_readable) {
        file_stream(f, closed);
    }
    if (!f->stream->is_readable) {
        file_unsupported(refused);
    }
    return f->stream;
}

Stream *file_writer(File *f, const char *refused, const char *closed)
{
    if (f->is_text || f->stream->is_writable) {
        file_stream(f, closed);
    }
    if (!f->stream->is_writable) {
        file_unsupported(refused);
    }
    return f->stream;
}

int64_t file_size_argument(Args args, uint32_t i)
{
    if (!arg_given(args, i) || args.at[i] == NONE) {
        return -1;
    }
    if (!is_int(args.at[i]) && !type_of(args.at[i])->index) {
        raise_type("argument should be integer or None, not '%T'", args.at[i]);
    }
    return op_index_int64(args.at[i]);
}

const char *file_path(Value path, Value *shown)
{
    if (!is_str(path) && !is_bytes(path)) {
        Value method = op_find_attr(path, str_intern("__fspath__"));
        if (method == EMPTY) {
            raise_type("expected str, bytes or os.PathLike object, not %T", path);
        }
        path = call_0(method);
    }
    size_t length;
    const char *text;
    *shown = path;
    if (is_str(path)) {
        text = str_utf8(path, &length);
    } else if (!bytes_view(path, &text, &length)) {
        raise_type("expected str, bytes or os.PathLike object, not %T", path);
    }
    if (strlen(text) != length) {
        raise_value("embedded null byte");
    }
    return text;
}

/* ---- Opening ---- */

typedef struct Mode {
    char action; /* r w a x */
    bool plus, binary;
} Mode;

static Mode mode_parse(Value text)
{
    Mode mode = {0};
    bool is_text = false;
    size_t length, actions = 0;
    const char *at = str_utf8(text, &length);
    for (size_t i = 0; i < length; i++) {
        if (!strchr("rwaxbt+", at[i]) || memchr(at, at[i], i)) {
            raise_value("invalid mode: %V", text);
        }
        if (strchr("rwax", at[i])) {
            mode.action = at[i];
            actions++;
        }
        mode.plus |= at[i] == '+';
        mode.binary |= at[i] == 'b';
        is_text |= at[i] == 't';
    }
    if (is_text && mode.binary) {
        raise_value("can't have text and binary mode at once");
    }
    if (actions > 1) {
        raise_value("must have exactly one of create/read/write/append mode");
    }
    if (actions == 0) {
        raise_value("Must have exactly one of create/read/write/append mode and at most one plus");
    }
    return mode;
}

static int mode_flags(Mode mode)
{
    int access = mode.plus ? O_RDWR : mode.action == 'r' ? O_RDONLY : O_WRONLY;
    switch (mode.action) {
    case 'w':
        return access | O_CREAT | O_TRUNC;
    case 'a':
        return access | O_CREAT | O_APPEND;
    case 'x':
        return access | O_CREAT | O_EXCL;
    default:
        return access;
    }
}

static int open_descriptor(Value file, Mode mode, Value *shown)
{
    struct stat status;
    int fd;
    if (is_int(file) || is_bool(file)) {
        *shown = file;
        fd = (int)op_index_int64(file);
        if (fd < 0) {
            raise_value("negative file descriptor");
        }
        if (fstat(fd, &status)) {
            raise_os(errno, EMPTY);
        }
        return fd;
    }
    const char *path = file_path(file, shown);
    streams_flush_files();
    do {
        fd = open(path, mode_flags(mode) | O_CLOEXEC, 0666);
        if (fd < 0 && errno == EINTR) {
            check_interrupt();
        }
    } while (fd < 0 && errno == EINTR);
    if (fd < 0) {
        raise_os(errno, *shown);
    }
    if (fstat(fd, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(fd);
        raise_os(EISDIR, *shown);
    }
    if (mode.action == 'a') {
        lseek(fd, 0, SEEK_END);
    }
    return fd;
}

static Newline newline_parse(Value newline)
{
    static const struct {
        const char *text;
        Newline newline;
    } known[] = {{"", NEWLINE_ANY}, {"\n", NEWLINE_LF}, {"\r", NEWLINE_CR}, {"\r\n", NEWLINE_CRLF}};
    if (newline == NONE) {
        return NEWLINE_UNIVERSAL;
    }
    if (!is_str(newline)) {
        raise_type("open() argument 'newline' must be str or None, not %T", newline);
    }
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        if (str_equals_c(newline, known[i].text)) {
            return known[i].newline;
        }
    }
    raise_value("illegal newline value: %S", newline);
}

/* Whether the encoding is UTF-8; it may be ASCII or Latin-1 too. */
static bool encoding_is_utf8(Value encoding)
{
    static const char *const utf8[] = {"utf-8", "utf8", "utf_8", "u8", "cp65001"};
    static const char *const narrow[] = {"ascii",   "us-ascii",   "646",       "latin-1", "latin1",
                                         "latin_1", "iso-8859-1", "iso8859-1", "l1",      "cp819"};
    const char *name = str_utf8(encoding, NULL);
    for (size_t i = 0; i < COUNT_OF(utf8); i++) {
        if (strcasecmp(name, utf8[i]) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < COUNT_OF(narrow); i++) {
        if (strcasecmp(name, narrow[i]) == 0) {
            return false;
        }
    }
    str_decode("", 0, name, NULL); /* LookupError for what is none at all */
    raise_unsupported("files in this encoding");
}

static Value text_argument(Args args, uint32_t i, const char *name)
{
    Value v = arg_or(args, i, NONE);
    if (v != NONE && !is_str(v)) {
        raise_type("open() argument '%s' must be str or None, not %T", name, v);
    }
    return v;
}

static File *file_new(Type *type, Stream *stream, Value name, Value mode)
{
    File *f = NEW(File, type);
    f->stream = stream;
    f->is_text = type == &text_file_type;
    mm_init(f, &f->name, name);
    mm_init(f, &f->mode, mode);
    mm_watch(f);
    return f;
}

static Type *binary_type(const Stream *s)
{
    return s->is_readable && s->is_writable ? &random_file_type
           : s->is_readable                 ? &reader_type
                                            : &writer_type;
}

Value file_open(Args args)
{
    enum { FILE_, MODE, BUFFERING, ENCODING, ERRORS, NEWLINE, CLOSEFD };
    Value mode_text = arg_or(args, MODE, str_from_char('r'));
    if (!is_str(mode_text)) {
        raise_type("open() argument 'mode' must be str, not %T", mode_text);
    }
    Mode mode = mode_parse(mode_text);
    Value encoding = text_argument(args, ENCODING, "encoding");
    Value errors = text_argument(args, ERRORS, "errors");
    Value newline = arg_or(args, NEWLINE, NONE);
    int64_t buffering = arg_int_or(args, BUFFERING, -1);
    bool closefd = arg_bool_or(args, CLOSEFD, true);
    if (mode.binary && (encoding != NONE || errors != NONE || newline != NONE)) {
        raise_value("binary mode doesn't take %s argument", encoding != NONE ? "an encoding"
                                                            : errors != NONE ? "an errors"
                                                                             : "a newline");
    }
    Newline ends = newline_parse(newline);
    bool is_utf8 = encoding == NONE || encoding_is_utf8(encoding);
    if (!mode.binary && buffering == 0) {
        raise_value("can't have unbuffered text I/O");
    }
    if (arg_or(args, CLOSEFD + 1, NONE) != NONE) {
        raise_unsupported("open() with an opener");
    }
    bool is_descriptor = is_int(args.at[FILE_]) || is_bool(args.at[FILE_]);
    if (!closefd && !is_descriptor) {
        raise_value("Cannot use closefd=False with file name");
    }
    Value name;
    int fd = open_descriptor(args.at[FILE_], mode, &name);
    Stream *stream =
        stream_new(fd, mode.plus || mode.action == 'r', mode.plus || mode.action != 'r', closefd);
    stream->is_unbuffered = buffering == 0;
    if (mode.binary) {
        const char action[] = {mode.action, 'b', mode.plus ? '+' : 0, 0};
        return value_from(file_new(binary_type(stream), stream, name,
                                   str_from(mode.action == 'w' && mode.plus ? "rb+" : action)));
    }
    stream->is_line_buffered = buffering == 1 || (buffering < 0 && isatty(fd));
    File *f = file_new(&text_file_type, stream, name, mode_text);
    f->newline = ends;
    f->is_utf8 = is_utf8;
    mm_init(f, &f->encoding, encoding != NONE ? encoding : str_intern("UTF-8"));
    mm_init(f, &f->errors, errors != NONE ? errors : str_intern("strict"));
    f->is_strict = str_equals_c(f->errors.v, "strict");
    return value_from(f);
}

/* Whether the locale is C or POSIX, or one that CPython takes in their place: there it lets
 * undecodable bytes pass through. */
static bool locale_is_posix(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < COUNT_OF(variables); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) {
            return strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0 ||
                   strcasecmp(value, "C.UTF-8") == 0 || strcasecmp(value, "C.utf8") == 0;
        }
    }
    return true;
}

Value file_standard(int fd)
{
    static Slot made[3];
    static const char *const names[] = {"<stdin>", "<stdout>", "<stderr>"};
    if (made[fd].v != EMPTY) {
        return made[fd].v;
    }
    mm_add_root(&made[fd], names[fd]);
    Stream *stream = stream_new(fd, fd == 0, fd != 0, false);
    stream->is_line_buffered = fd == 2 || (fd == 1 && isatty(fd));
    File *f = file_new(&text_file_type, stream, str_from(names[fd]), str_from(fd ? "w" : "r"));
    f->is_utf8 = true;
    mm_init(f, &f->encoding, str_intern("utf-8"));
    mm_init(f, &f->errors,
            str_intern(fd == 2             ? "backslashreplace"
                       : locale_is_posix() ? "surrogateescape"
                                           : "strict"));
    f->is_strict = str_equals_c(f->errors.v, "strict");
    mm_init(&text_file_type, &made[fd], value_from(f));
    return made[fd].v;
}

static void on_free(Object *object)
{
    File *f = (File *)object;
    if (f->stream) {
        stream_release(f->stream);
        f->stream = NULL;
    }
}

/* ---- Methods ---- */

static Value read_method(Args args)
{
    File *f = as_file(args.at[0]);
    int64_t size = file_size_argument(args, 1);
    return f->is_text ? text_read(f, size) : bytes_read(f, size);
}

static Value read_line(File *f, int64_t limit)
{
    return f->is_text ? text_read_line(f, limit) : bytes_read_line(f, limit);
}

static Value readline_method(Args args)
{
    return read_line(as_file(args.at[0]), file_size_argument(args, 1));
}

static bool is_nothing(Value line)
{
    return is_str(line) ? as_str(line)->length == 0 : as_bytes(line)->length == 0;
}

static Value next(Value self)
{
    File *f = as_file(self);
    f->cannot_tell = f->is_text;
    Value line = read_line(f, -1);
    if (is_nothing(line)) {
        f->cannot_tell = false;
        return EMPTY;
    }
    return line;
}

static Value iter(Value self)
{
    file_stream(as_file(self), CLOSED);
    return self;
}

static Value readlines_method(Args args)
{
    File *f = as_file(args.at[0]);
    int64_t hint = file_size_argument(args, 1), total = 0;
    file_stream(f, CLOSED);
    List *lines = list_new(0);
    for (;;) {
        Value line = next(args.at[0]);
        if (line == EMPTY) {
            return value_from(lines);
        }
        list_append(lines, line);
        total += op_length(line);
        if (hint > 0 && total > hint) {
            return value_from(lines);
        }
    }
}

static Value write_method(Args args)
{
    File *f = as_file(args.at[0]);
    if (f->is_text) {
        text_write(f, args.at[1]);
        return value_int((int64_t)as_str(args.at[1])->length);
    }
    return value_int(bytes_write(f, args.at[1]));
}

static Value writelines_method(Args args)
{
    File *f = as_file(args.at[0]);
    file_stream(f, CLOSED);
    ITERATE(line, args.at[1])
    {
        if (f->is_text) {
            text_write(f, line);
        } else {
            bytes_write(f, line);
        }
    }
    return NONE;
}

static Value flush_method(Args args)
{
    File *f = as_file(args.at[0]);
    bool is_writer = is_exactly(args.at[0], &writer_type);
    stream_flush(file_stream(f, is_writer ? "flush of closed file" : CLOSED));
    return NONE;
}

static Value close_method(Args args)
{
    stream_close(as_file(args.at[0])->stream);
    return NONE;
}

static Value tell_method(Args args)
{
    File *f = as_file(args.at[0]);
    Stream *s = file_stream(f, f->is_text ? CLOSED : "I/O operation on closed file");
    if (f->cannot_tell) {
        raise_as(&exc_OSError, "telling position disabled by next() call");
    }
    if (f->is_recoded && stream_unread(s)) {
        raise_unsupported("tell() in a file with an error handler that is not read to the end");
    }
    return int_from_int64(stream_tell(s));
}

static Value seek_method(Args args)
{
    File *f = as_file(args.at[0]);
    int64_t offset = arg_int(args, 1), whence = arg_int_or(args, 2, 0);
    Stream *s = file_stream(f, f->is_text ? CLOSED : "seek of closed file");
    if (whence < 0 || whence > 2) {
        raise_value(f->is_text ? "invalid whence (%lld, should be 0, 1 or 2)"
                               : "whence value %lld unsupported",
                    (long long)whence);
    }
    if (f->is_text) {
        if (whence && offset) {
            file_unsupported(whence == 1 ? "can't do nonzero cur-relative seeks"
                                         : "can't do nonzero end-relative seeks");
        }
        if (offset < 0) {
            raise_value("negative seek position %lld", (long long)offset);
        }
        f->cannot_tell = f->is_recoded = false;
        f->checked = 0;
    }
    return int_from_int64(stream_seek(s, offset, (int)whence));
}

static Value truncate_method(Args args)
{
    File *f = as_file(args.at[0]);
    Stream *s = file_writer(f, f->is_text ? "not writable" : "truncate", CLOSED);
    bool given = arg_given(args, 1) && args.at[1] != NONE;
    stream_flush(s); /* first: appending goes to the end, wherever the file stands */
    int64_t here = stream_tell(s), size = given ? arg_int(args, 1) : here;
    stream_seek(s, here, SEEK_SET); /* flushes, and forgets what was read ahead */
    f->checked = 0;
    f->is_recoded = false;
    if (ftruncate(s->fd, size)) {
        raise_os(errno, EMPTY);
    }
    return int_from_int64(size);
}

#define UNDOTTED "I/O operation on closed file"

static Value fileno_method(Args args)
{
    return value_int(file_stream(as_file(args.at[0]), UNDOTTED)->fd);
}
static Value isatty_method(Args args)
{
    return value_bool(isatty(file_stream(as_file(args.at[0]), UNDOTTED)->fd));
}
static Value readable_method(Args args)
{
    return value_bool(file_stream(as_file(args.at[0]), UNDOTTED)->is_readable);
}
static Value writable_method(Args args)
{
    return value_bool(file_stream(as_file(args.at[0]), UNDOTTED)->is_writable);
}
static Value seekable_method(Args args)
{
    return value_bool(lseek(file_stream(as_file(args.at[0]), UNDOTTED)->fd, 0, SEEK_CUR) >= 0);
}

static Value enter_method(Args args)
{
    file_stream(as_file(args.at[0]), CLOSED);
    return args.at[0];
}

static Value reconfigure_method(Args args)
{
    enum { SELF, ENCODING, ERRORS, NEWLINE, LINE_BUFFERING, WRITE_THROUGH };
    File *f = as_file(args.at[SELF]);
    stream_flush(file_stream(f, CLOSED));
    if (arg_or(args, ENCODING, NONE) != NONE) {
        f->is_utf8 = encoding_is_utf8(args.at[ENCODING]);
        mm_store(f, &f->encoding, args.at[ENCODING]);
    }
    if (arg_or(args, ERRORS, NONE) != NONE) {
        mm_store(f, &f->errors, args.at[ERRORS]);
        f->is_strict = str_equals_c(f->errors.v, "strict");
    }
    if (arg_given(args, NEWLINE)) {
        f->newline = newline_parse(args.at[NEWLINE]);
    }
    f->stream->is_line_buffered = arg_bool_or(args, LINE_BUFFERING, f->stream->is_line_buffered);
    f->stream->is_unbuffered = arg_bool_or(args, WRITE_THROUGH, f->stream->is_unbuffered);
    return NONE;
}

/* ---- Attributes ---- */

static Value get_name(Value self)
{
    return as_file(self)->name.v;
}
static Value get_mode(Value self)
{
    return as_file(self)->mode.v;
}
static Value get_closed(Value self)
{
    return value_bool(as_file(self)->stream->is_closed);
}
static Value get_encoding(Value self)
{
    return as_file(self)->encoding.v;
}
static Value get_errors(Value self)
{
    return as_file(self)->errors.v;
}
static Value get_line_buffering(Value self)
{
    return value_bool(as_file(self)->stream->is_line_buffered);
}

static Value get_newlines(Value self)
{
    static const char *const ends[] = {"\r", "\n", "\r\n"};
    unsigned seen = as_file(self)->ends_seen;
    List *list = list_new(0);
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        if (seen >> i & 1) {
            list_append(list, str_from(ends[i]));
        }
    }
    return list->count == 0   ? NONE
           : list->count == 1 ? list_at(list, 0)
                              : tuple_from_iterable(value_from(list));
}

/* The binary file under a text file: another owner of the same stream. */
static Value get_buffer(Value self)
{
    File *f = as_file(self);
    if (f->buffer.v == EMPTY) {
        Value mode = str_format("%Sb", f->mode.v);
        Value buffer = value_from(file_new(binary_type(f->stream), f->stream, f->name.v, mode));
        f->stream->owners++;
        mm_store(f, &f->buffer, buffer);
    }
    return f->buffer.v;
}

static Value text_repr(Value self)
{
    File *f = as_file(self);
    return str_format("<_io.TextIOWrapper name=%V mode=%V encoding=%V>", f->name.v, f->mode.v,
                      f->encoding.v);
}

static Value bytes_repr(Value self)
{
    return str_format("<%s name=%V>", type_of(self)->name, as_file(self)->name.v);
}

/* ---- Types ---- */

#define COMMON_METHODS                                                                             \
    {"read", read_method, "self, size=, /", NULL, 0, 0},                                           \
        {"readline", readline_method, "self, size=, /", NULL, 0, 0},                               \
        {"readlines", readlines_method, "self, hint=, /", NULL, 0, 0},                             \
        {"write", write_method, "self, text, /", NULL, 0, 0},                                      \
        {"writelines", writelines_method, "self, lines, /", NULL, 0, 0},                           \
        {"flush", flush_method, "self, /", NULL, 0, 0},                                            \
        {"close", close_method, "self, /", NULL, 0, 0},                                            \
        {"tell", tell_method, "self, /", NULL, 0, 0},                                              \
        {"seek", seek_method, "self, offset, whence=, /", NULL, 0, 0},                             \
        {"truncate", truncate_method, "self, size=, /", NULL, 0, 0},                               \
        {"fileno", fileno_method, "self, /", NULL, 0, 0},                                          \
        {"isatty", isatty_method, "self, /", NULL, 0, 0},                                          \
        {"readable", readable_method, "self, /", NULL, 0, 0},                                      \
        {"writable", writable_method, "self, /", NULL, 0, 0},                                      \
        {"seekable", seekable_method, "self, /", NULL, 0, 0},                                      \
        {"__enter__", enter_method, "self, /", NULL, 0, 0},                                        \
    {                                                                                              \
        "__exit__", close_method, "self, /, *args", NULL, 0, 0                                     \
    }

static const NativeDef text_methods[] = {
    COMMON_METHODS,
    {"reconfigure", reconfigure_method,
     "self, /, *, encoding=, errors=, newline=, line_buffering=, write_through=", NULL, 0, 0},
    {0},
};
static const NativeDef bytes_methods[] = {
    COMMON_METHODS,
    {"read1", read_method, "self, size=, /", NULL, 0, 0},
    {0},
};
static const GetSetDef text_getsets[] = {
    {"name", get_name, NULL},
    {"mode", get_mode, NULL},
    {"closed", get_closed, NULL},
    {"encoding", get_encoding, NULL},
    {"errors", get_errors, NULL},
    {"newlines", get_newlines, NULL},
    {"line_buffering", get_line_buffering, NULL},
    {"buffer", get_buffer, NULL},
    {0},
};
static const GetSetDef bytes_getsets[] = {
    {"name", get_name, NULL},
    {"mode", get_mode, NULL},
    {"closed", get_closed, NULL},
    {0},
};

#define FILE_TYPE(text, kind)                                                                      \
    {                                                                                              \
        .name = text, .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS, .size = sizeof(File),         \
        .slots_at = offsetof(File, name), .slots_count = 5, .on_free = on_free,                    \
        .repr = kind##_repr, .iter = iter, .next = next, .methods = kind##_methods,                \
        .getsets = kind##_getsets,                                                                 \
    }

Type text_file_type = FILE_TYPE("_io.TextIOWrapper", text);
Type reader_type = FILE_TYPE("_io.BufferedReader", bytes);
Type writer_type = FILE_TYPE("_io.BufferedWriter", bytes);
Type random_file_type = FILE_TYPE("_io.BufferedRandom", bytes);
