/* exceptions.c: the built-in exception classes: making instances, what each class knows beside its
 * arguments, and how they are shown. A class's own fields are items of the tuple `extra`, written
 * anew when a script sets one of them.
 */
#include "runtime/native.h"
#include "runtime/objects/bytes.h"
#include <errno.h>

static inline Exception *as_exception(Value v)
{
    return (Exception *)as_object(v);
}

static Value or_none(Value v)
{
    return v == EMPTY ? NONE : v;
}

/* ---- Fields in `extra` ---- */

static Value field(Value self, uint32_t i)
{
    Value extra = as_exception(self)->extra.v;
    return extra == EMPTY || i >= as_tuple(extra)->count ? NONE : or_none(as_tuple(extra)->at[i].v);
}

static void set_field(Value self, uint32_t i, uint32_t count, Value v)
{
    Tuple *extra = tuple_new(count);
    for (uint32_t k = 0; k < count; k++) {
        mm_init(extra, &extra->at[k], k == i ? or_none(v) : field(self, k));
    }
    mm_store(as_object(self), &as_exception(self)->extra, value_from(extra));
}

static void set_fields(Exception *e, const Value *at, size_t count)
{
    mm_store(e, &e->extra, tuple_from(at, count));
}

/* ---- What the classes do with their arguments ---- */

typedef void Fill(Exception *e, const Value *args, size_t count, Dict *keywords);

/* Takes a keyword argument out of the dict; NONE if it is not there. */
static Value take_keyword(Dict *keywords, const char *name)
{
    return keywords ? or_none(dict_pop(keywords, str_intern(name))) : NONE;
}

static void refuse_keywords(const Exception *e, const char *class_name, Dict *keywords)
{
    if (!keywords || keywords->count == 0) {
        return;
    }
    if (!class_name) {
        raise_type("%N() takes no keyword arguments", object_type(e));
    }
    uint32_t position = 0;
    Value name = EMPTY, value;
    dict_next(keywords, &position, &name, &value);
    raise_type("'%S' is an invalid keyword argument for %s()", name, class_name);
}

static void fill_stop_iteration(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    mm_store(e, &e->value, count ? args[0] : NONE);
}

static void fill_system_exit(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    mm_store(e, &e->value, count == 0 ? NONE : count == 1 ? args[0] : e->args.v);
}

static void fill_import_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    Value name = take_keyword(keywords, "name"), path = take_keyword(keywords, "path");
    refuse_keywords(e, "ImportError", keywords);
    set_fields(e, (Value[]){count == 1 ? args[0] : NONE, name, path}, 3);
}

static void fill_name_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    (void)args;
    (void)count;
    if (keywords) {
        Value name = take_keyword(keywords, "name");
        refuse_keywords(e, "NameError", keywords);
        set_fields(e, (Value[]){name, NONE}, 2);
    }
}

static void fill_attribute_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    (void)args;
    (void)count;
    if (keywords) {
        Value name = take_keyword(keywords, "name"), object = take_keyword(keywords, "obj");
        refuse_keywords(e, "AttributeError", keywords);
        set_fields(e, (Value[]){name, object}, 2);
    }
}

/* (errno, strerror[, filename[, winerror[, filename2]]]) */
static void fill_os_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    if (count < 2 || count > 5) {
        mm_store(e, &e->extra, EMPTY);
        return;
    }
    Value file = count > 2 ? args[2] : NONE;
    set_fields(e, (Value[]){args[0], args[1], file, count > 4 ? args[4] : NONE}, 4);
    if (file != NONE) {
        mm_store(e, &e->args, tuple_from(args, 2));
    }
}

enum { SYNTAX_FIELDS = 8 };

/* (msg, (filename, lineno, offset, text[, end_lineno, end_offset])) */
static void fill_syntax_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    Value fields[SYNTAX_FIELDS];
    for (int i = 0; i < SYNTAX_FIELDS; i++) {
        fields[i] = NONE;
    }
    if (count) {
        fields[0] = args[0];
    }
    if (count == 2) {
        const Tuple *info = as_tuple(tuple_from_iterable(args[1]));
        if (info->count < 4) {
            raise_type("function takes at least 4 arguments (%zu given)", info->count);
        }
        if (info->count > 6) {
            raise_type("function takes at most 6 arguments (%zu given)", info->count);
        }
        if (info->count == 5) {
            raise_type("end_offset must be provided when end_lineno is provided");
        }
        for (size_t i = 0; i < info->count; i++) {
            fields[i + 1] = info->at[i].v;
        }
    }
    set_fields(e, fields, SYNTAX_FIELDS);
}

/* (encoding, object, start, end, reason); a translation has no encoding. */
static void fill_unicode(Exception *e, const Value *args, size_t count, bool has_encoding,
                         bool of_bytes)
{
    size_t expected = has_encoding ? 5 : 4, first = has_encoding;
    if (count != expected) {
        raise_type("function takes exactly %zu arguments (%zu given)", expected, count);
    }
    if (has_encoding && !is_str(args[0])) {
        raise_type("argument 1 must be str, not %T", args[0]);
    }
    if (of_bytes && !is_bytes(args[1])) {
        raise_type("a bytes-like object is required, not '%T'", args[1]);
    }
    if (!of_bytes && !is_str(args[first])) {
        raise_type("argument %zu must be str, not %T", first + 1, args[first]);
    }
    if (!is_str(args[count - 1])) {
        raise_type("argument %zu must be str, not %T", count, args[count - 1]);
    }
    Value start = value_int(op_index_int64(args[first + 1]));
    Value end = value_int(op_index_int64(args[first + 2]));
    set_fields(e, (Value[]){has_encoding ? args[0] : NONE, args[first], start, end, args[count - 1]},
               5);
}

static void fill_decode_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    fill_unicode(e, args, count, true, true);
}

static void fill_encode_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    fill_unicode(e, args, count, true, false);
}

static void fill_translate_error(Exception *e, const Value *args, size_t count, Dict *keywords)
{
    refuse_keywords(e, NULL, keywords);
    fill_unicode(e, args, count, false, false);
}

static const struct {
    Type *type;
    Fill *fill;
} fills[] = {
    {&exc_StopIteration, fill_stop_iteration},
    {&exc_OSError, fill_os_error},
    {&exc_AttributeError, fill_attribute_error},
    {&exc_NameError, fill_name_error},
    {&exc_ImportError, fill_import_error},
    {&exc_SystemExit, fill_system_exit},
    {&exc_SyntaxError, fill_syntax_error},
    {&exc_UnicodeDecodeError, fill_decode_error},
    {&exc_UnicodeEncodeError, fill_encode_error},
    {&exc_UnicodeTranslateError, fill_translate_error},
};

static Fill *fill_of(const Type *type)
{
    for (; type != &exc_Exception && type != &exc_BaseException; type = type->base) {
        for (size_t i = 0; i < COUNT_OF(fills); i++) {
            if (fills[i].type == type) {
                return fills[i].fill;
            }
        }
    }
    return NULL;
}

/* ---- Making ---- */

/* The subclass of OSError that stands for an errno. */
#define OS_ERRORS(X)                                                                               \
    X(EAGAIN, BlockingIOError)                                                                     \
    X(EALREADY, BlockingIOError)                                                                   \
    X(EINPROGRESS, BlockingIOError)                                                                \
    X(EPIPE, BrokenPipeError)                                                                      \
    X(ESHUTDOWN, BrokenPipeError)                                                                  \
    X(ECHILD, ChildProcessError)                                                                   \
    X(ECONNABORTED, ConnectionAbortedError)                                                        \
    X(ECONNREFUSED, ConnectionRefusedError)                                                        \
    X(ECONNRESET, ConnectionResetError)                                                            \
    X(EEXIST, FileExistsError)                                                                     \
    X(ENOENT, FileNotFoundError)                                                                   \
    X(EISDIR, IsADirectoryError)                                                                   \
    X(ENOTDIR, NotADirectoryError)                                                                 \
    X(EINTR, InterruptedError)                                                                     \
    X(EACCES, PermissionError)                                                                     \
    X(EPERM, PermissionError)                                                                      \
    X(ESRCH, ProcessLookupError)                                                                   \
    X(ETIMEDOUT, TimeoutError)

static Type *os_error_type(const Value *args, size_t count)
{
    int64_t number;
    if (count < 2 || count > 5 || !is_any_int(args[0]) || !int_to_int64(args[0], &number)) {
        return &exc_OSError;
    }
    switch (number) {
#define X(code, name)                                                                              \
    case code:                                                                                     \
        return &exc_##name;
        OS_ERRORS(X)
#undef X
    default:
        return &exc_OSError;
    }
}

/* An instance without its own fields. */
static Exception *start(Type *type, Value args)
{
    Exception *e = instance_new(type);
    mm_init(e, &e->args, args);
    return e;
}

static void set_args(Exception *e, const Value *args, size_t count)
{
    const Tuple *old = as_tuple(e->args.v);
    if (old && old->count == count) {
        size_t i = 0;
        while (i < count && old->at[i].v == args[i]) {
            i++;
        }
        if (i == count) { /* the common case: what __new__ got */
            return;
        }
    }
    mm_store(e, &e->args, tuple_from(args, count));
}

Value exception_from_args(Type *type, Value args_tuple)
{
    const Tuple *args = as_tuple(args_tuple);
    Value at[8];
    size_t count = MIN(args->count, COUNT_OF(at));
    for (size_t i = 0; i < count; i++) {
        at[i] = args->at[i].v;
    }
    if (type == &exc_OSError) {
        type = os_error_type(at, args->count);
    }
    Exception *e = start(type, args_tuple);
    Fill *fill = fill_of(type);
    if (fill) {
        fill(e, at, args->count, NULL);
    }
    return value_from(e);
}

/* at: cls, the keywords' dict or EMPTY, the arguments */
static Value make(Args args)
{
    Type *type = as_type(args.at[0]);
    const Value *at = args.at + 2;
    size_t count = args.count - 2;
    if (type == &exc_OSError) {
        type = os_error_type(at, count);
    } else if ((type->flags & TYPE_HEAP) && type_is_subtype(type, &exc_OSError) &&
               type->special[S_INIT].v != exc_OSError.special[S_INIT].v) {
        count = 0; /* the class's own __init__ says what the arguments are */
    }
    return value_from(start(type, count ? tuple_from(at, count) : tuple_empty()));
}

/* at: self, the keywords' dict or EMPTY, the arguments */
static Value init(Args args)
{
    Exception *e = as_exception(args.at[0]);
    Dict *keywords = args.at[1] == EMPTY ? NULL : as_dict(args.at[1]);
    const Value *at = args.at + 2;
    size_t count = args.count - 2;
    set_args(e, at, count);
    Fill *fill = fill_of(object_type(e));
    if (fill) {
        fill(e, at, count, keywords);
    } else if (unlikely(keywords != NULL)) {
        refuse_keywords(e, NULL, keywords);
    }
    return NONE;
}

static Value make_fast(Type *type, const Value *at, uint32_t count)
{
    if (type == &exc_OSError) {
        type = os_error_type(at, count);
    }
    Exception *e = start(type, count ? tuple_from(at, count) : tuple_empty());
    Fill *fill = fill_of(type);
    if (fill) {
        fill(e, at, count, NULL);
    }
    return value_from(e);
}

static const NativeDef exception_make = {"__new__", make, "cls, /, *args, **kw", NULL, 0, 0};
static const NativeDef exception_init = {"__init__", init, "self, /, *args, **kw", NULL, 0, 0};

bool exception_matches(Value exception, Value class_or_tuple)
{
    if (is_tuple(class_or_tuple)) {
        check_c_stack("");
        bool matches = false;
        for (size_t i = 0; i < as_tuple(class_or_tuple)->count && !matches; i++) {
            matches = exception_matches(exception, as_tuple(class_or_tuple)->at[i].v);
        }
        return matches;
    }
    if (!is_type(class_or_tuple) || !(as_type(class_or_tuple)->flags & TYPE_EXCEPTION)) {
        raise_type("catching classes that do not inherit from BaseException is not allowed");
    }
    return type_is_subtype(type_of(exception), as_type(class_or_tuple));
}

/* ---- Text ---- */

static Value base_str(Value self)
{
    const Tuple *args = as_tuple(as_exception(self)->args.v);
    return args->count == 0   ? str_empty()
           : args->count == 1 ? op_str(args->at[0].v)
                              : op_repr(value_from(args));
}

static Value base_repr(Value self)
{
    check_c_stack(" while getting the repr of an object");
    Exception *e = as_exception(self);
    const Tuple *args = as_tuple(e->args.v);
    Value name = type_name(object_type(e));
    return args->count == 1 ? str_format("%S(%V)", name, args->at[0].v)
                            : str_format("%S%V", name, e->args.v);
}

static Value key_str(Value self)
{
    const Tuple *args = as_tuple(as_exception(self)->args.v);
    return args->count == 1 ? op_repr(args->at[0].v) : base_str(self);
}

static Value import_str(Value self)
{
    Value message = field(self, 0);
    return is_str(message) ? message : base_str(self);
}

enum { OS_NUMBER, OS_TEXT, OS_FILE, OS_FILE_2, OS_FIELDS };

static Value os_str(Value self)
{
    Value number = field(self, OS_NUMBER), text = field(self, OS_TEXT);
    Value file = field(self, OS_FILE), file_2 = field(self, OS_FILE_2);
    if (file != NONE && file_2 != NONE) {
        return str_format("[Errno %S] %S: %V -> %V", number, text, file, file_2);
    }
    if (file != NONE) {
        return str_format("[Errno %S] %S: %V", number, text, file);
    }
    if (as_exception(self)->extra.v != EMPTY && number != NONE && text != NONE) {
        return str_format("[Errno %S] %S", number, text);
    }
    return base_str(self);
}

enum { SYNTAX_MESSAGE, SYNTAX_FILE, SYNTAX_LINE };

static Value base_name(Value path)
{
    size_t length;
    const char *text = str_utf8(path, &length);
    size_t start = length;
    while (start && text[start - 1] != '/') {
        start--;
    }
    return str_from_utf8(text + start, length - start);
}

static Value syntax_str(Value self)
{
    Value message = field(self, SYNTAX_MESSAGE), file = field(self, SYNTAX_FILE);
    Value line = field(self, SYNTAX_LINE);
    bool has_line = is_int(line) || is_exactly(line, &int_type);
    if (is_str(file) && has_line) {
        return str_format("%S (%S, line %S)", message, base_name(file), line);
    }
    if (is_str(file)) {
        return str_format("%S (%S)", message, base_name(file));
    }
    return has_line ? str_format("%S (line %S)", message, line) : op_str(message);
}

enum { UNICODE_ENCODING, UNICODE_OBJECT, UNICODE_START, UNICODE_STOP, UNICODE_REASON };

/* "character '\xff' in position 3", "bytes in position 1-3" */
static Value unicode_where(Value self)
{
    Value object = field(self, UNICODE_OBJECT);
    int64_t start = as_int(field(self, UNICODE_START)), end = as_int(field(self, UNICODE_STOP));
    bool of_bytes = is_bytes(object);
    int64_t length = of_bytes ? (int64_t)((Bytes *)as_object(object))->length
                              : (int64_t)as_str(object)->length;
    if (start < 0 || start >= length || end != start + 1) {
        return str_format("%s in position %lld-%lld", of_bytes ? "bytes" : "characters",
                          (long long)start, (long long)(end - 1));
    }
    if (of_bytes) {
        return str_format("byte 0x%02x in position %lld",
                          ((Bytes *)as_object(object))->data[start], (long long)start);
    }
    uint32_t c = str_at(as_str(object), (size_t)start);
    return str_format(c < 0x100     ? "character '\\x%02x' in position %lld"
                      : c < 0x10000 ? "character '\\u%04x' in position %lld"
                                    : "character '\\U%08x' in position %lld",
                      c, (long long)start);
}

static Value coding_str(Value self, const char *cannot)
{
    return as_exception(self)->extra.v == EMPTY
               ? str_empty()
               : str_format("'%S' codec can't %s %S: %S", field(self, UNICODE_ENCODING), cannot,
                            unicode_where(self), field(self, UNICODE_REASON));
}

static Value decode_str(Value self)
{
    return coding_str(self, "decode");
}

static Value encode_str(Value self)
{
    return coding_str(self, "encode");
}

static Value translate_str(Value self)
{
    return as_exception(self)->extra.v == EMPTY
               ? str_empty()
               : str_format("can't translate %S: %S", unicode_where(self),
                            field(self, UNICODE_REASON));
}

/* ---- Methods and attributes of all ---- */

static bool is_exception(Value v)
{
    return has_flag(v, TYPE_EXCEPTION);
}

static void refuse_deletion(Value value, const char *name)
{
    if (value == EMPTY) {
        raise_type("%s may not be deleted", name);
    }
}

static Value get_args(Value self)
{
    return as_exception(self)->args.v;
}

static void set_args_attribute(Value self, Value value)
{
    refuse_deletion(value, "args");
    Value args = tuple_from_iterable(value);
    mm_store(as_object(self), &as_exception(self)->args, args);
}

static Value get_traceback(Value self)
{
    return or_none(as_exception(self)->traceback.v);
}

static void set_traceback(Value self, Value value)
{
    refuse_deletion(value, "__traceback__");
    if (value != NONE && !is_exactly(value, &traceback_type)) {
        raise_type("__traceback__ must be a traceback or None");
    }
    mm_store(as_object(self), &as_exception(self)->traceback, value == NONE ? EMPTY : value);
}

static Value get_context(Value self)
{
    return or_none(as_exception(self)->context.v);
}

static void set_context(Value self, Value value)
{
    refuse_deletion(value, "__context__");
    if (value != NONE && !is_exception(value)) {
        raise_type("exception context must be None or derive from BaseException");
    }
    mm_store(as_object(self), &as_exception(self)->context, value == NONE ? EMPTY : value);
}

static Value get_cause(Value self)
{
    return or_none(as_exception(self)->cause.v);
}

static void set_cause(Value self, Value value)
{
    refuse_deletion(value, "__cause__");
    if (value != NONE && !is_exception(value)) {
        raise_type("exception cause must be None or derive from BaseException");
    }
    mm_store(as_object(self), &as_exception(self)->cause, value == NONE ? EMPTY : value);
    as_exception(self)->suppress_context = true;
}

static Value get_suppress(Value self)
{
    return value_bool(as_exception(self)->suppress_context);
}

static void set_suppress(Value self, Value value)
{
    if (value == EMPTY) {
        raise_type("can't delete numeric/char attribute");
    }
    if (!is_bool(value)) {
        raise_type("attribute value type must be bool");
    }
    as_exception(self)->suppress_context = value == TRUE;
}

static Value with_traceback_method(Args args)
{
    set_traceback(args.at[0], args.at[1]);
    return args.at[0];
}

static Value add_note_method(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("note must be a str, not '%T'", args.at[1]);
    }
    Value name = str_intern("__notes__"), notes = op_find_attr(args.at[0], name);
    if (notes == EMPTY) {
        notes = value_from(list_new(1));
        op_set_attr(args.at[0], name, notes);
    }
    if (!is_list(notes)) {
        raise_type("Cannot add note: __notes__ is not a list");
    }
    list_append(as_list(notes), args.at[1]);
    return NONE;
}

static Value set_state_method(Args args)
{
    if (args.at[1] != NONE) {
        if (!is_dict(args.at[1])) {
            raise_type("state is not a dictionary");
        }
        uint32_t position = 0;
        Value name, value;
        while (dict_next(as_dict(args.at[1]), &position, &name, &value)) {
            op_set_attr(args.at[0], name, value);
        }
    }
    return NONE;
}

static Value reduce_method(Args args)
{
    Exception *e = as_exception(args.at[0]);
    Value cls = value_from(object_type(e));
    return attrs_count(e) ? tuple_of(3, cls, e->args.v, dict_copy(as_dict(attrs_dict(e))))
                          : tuple_of(2, cls, e->args.v);
}

static const NativeDef base_methods[] = {
    {"with_traceback", with_traceback_method, "self, tb, /", NULL, 0, 0},
    {"add_note", add_note_method, "self, note, /", NULL, 0, 0},
    {"__setstate__", set_state_method, "self, state, /", NULL, 0, 0},
    {"__reduce__", reduce_method, "self, /", NULL, 0, 0},
    {0},
};

static const GetSetDef base_getsets[] = {
    {"args", get_args, set_args_attribute},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", get_context, set_context},
    {"__cause__", get_cause, set_cause},
    {"__suppress_context__", get_suppress, set_suppress},
    {0},
};

/* ---- Attributes of some: X(noun, name, index, number of fields) ---- */

#define IMPORT_ATTRS(X)                                                                            \
    X(import, msg, 0, 3) X(import, name, 1, 3) X(import, path, 2, 3)
#define NAME_ATTRS(X) X(name, name, 0, 2)
#define ATTRIBUTE_ATTRS(X) X(attribute, name, 0, 2) X(attribute, obj, 1, 2)
#define OS_ATTRS(X)                                                                                \
    X(os, errno_, OS_NUMBER, OS_FIELDS)                                                            \
    X(os, strerror, OS_TEXT, OS_FIELDS)                                                            \
    X(os, filename, OS_FILE, OS_FIELDS)                                                            \
    X(os, filename2, OS_FILE_2, OS_FIELDS)
#define SYNTAX_ATTRS(X)                                                                            \
    X(syntax, msg, 0, SYNTAX_FIELDS)                                                               \
    X(syntax, filename, 1, SYNTAX_FIELDS)                                                          \
    X(syntax, lineno, 2, SYNTAX_FIELDS)                                                            \
    X(syntax, offset, 3, SYNTAX_FIELDS)                                                            \
    X(syntax, text, 4, SYNTAX_FIELDS)                                                              \
    X(syntax, end_lineno, 5, SYNTAX_FIELDS)                                                        \
    X(syntax, end_offset, 6, SYNTAX_FIELDS)                                                        \
    X(syntax, print_file_and_line, 7, SYNTAX_FIELDS)
#define UNICODE_ATTRS(X)                                                                           \
    X(unicode, encoding, UNICODE_ENCODING, 5)                                                      \
    X(unicode, object, UNICODE_OBJECT, 5)                                                          \
    X(unicode, start, UNICODE_START, 5)                                                            \
    X(unicode, end, UNICODE_STOP, 5)                                                               \
    X(unicode, reason, UNICODE_REASON, 5)

#define X(noun, name, index, count)                                                                \
    static Value get_##noun##_##name(Value self)                                                   \
    {                                                                                              \
        return field(self, index);                                                                 \
    }                                                                                              \
    static void set_##noun##_##name(Value self, Value value)                                       \
    {                                                                                              \
        set_field(self, index, count, value);                                                      \
    }
IMPORT_ATTRS(X)
NAME_ATTRS(X)
ATTRIBUTE_ATTRS(X)
OS_ATTRS(X)
SYNTAX_ATTRS(X)
UNICODE_ATTRS(X)
#undef X

#define X(noun, name, index, count) {#name, get_##noun##_##name, set_##noun##_##name},
static const GetSetDef import_getsets[] = {IMPORT_ATTRS(X){0}};
static const GetSetDef name_getsets[] = {NAME_ATTRS(X){0}};
static const GetSetDef attribute_getsets[] = {ATTRIBUTE_ATTRS(X){0}};
static const GetSetDef syntax_getsets[] = {SYNTAX_ATTRS(X){0}};
static const GetSetDef unicode_getsets[] = {UNICODE_ATTRS(X){0}};
#undef X
/* `errno` itself is a macro. */
static const GetSetDef os_getsets[] = {
    {"errno", get_os_errno_, set_os_errno_},
    {"strerror", get_os_strerror, set_os_strerror},
    {"filename", get_os_filename, set_os_filename},
    {"filename2", get_os_filename2, set_os_filename2},
    {0},
};

static Value get_value(Value self)
{
    return or_none(as_exception(self)->value.v);
}

static void set_value(Value self, Value value)
{
    mm_store(as_object(self), &as_exception(self)->value, or_none(value));
}

static const GetSetDef stop_getsets[] = {{"value", get_value, set_value}, {0}};
static const GetSetDef exit_getsets[] = {{"code", get_value, set_value}, {0}};

/* ---- The types ---- */

#define LAYOUT                                                                                     \
    .flags = TYPE_EXCEPTION | TYPE_SUBCLASSABLE, .size = sizeof(Exception),                        \
    .slots_at = offsetof(Exception, args), .slots_count = 6,                                       \
    .attrs_at = offsetof(Exception, shape), .make = &exception_make, .init = &exception_init,              \
    .make_fast = make_fast

Type exc_BaseException = {
    LAYOUT,
    .name = "BaseException",
    .repr = base_repr,
    .str = base_str,
    .methods = base_methods,
    .getsets = base_getsets,
    .doc = "Common base class for all exceptions",
};

/* A class that has something of its own says so in a macro OWN_name; without one, the name of the
 * macro is all that is left, and SECOND finds nothing. */
#define OWN_KeyError , .str = key_str
#define OWN_StopIteration , .getsets = stop_getsets
#define OWN_SystemExit , .getsets = exit_getsets
#define OWN_ImportError , .str = import_str, .getsets = import_getsets
#define OWN_NameError , .getsets = name_getsets
#define OWN_AttributeError , .getsets = attribute_getsets
#define OWN_OSError , .str = os_str, .getsets = os_getsets
#define OWN_SyntaxError , .str = syntax_str, .getsets = syntax_getsets
#define OWN_UnicodeDecodeError , .str = decode_str, .getsets = unicode_getsets
#define OWN_UnicodeEncodeError , .str = encode_str, .getsets = unicode_getsets
#define OWN_UnicodeTranslateError , .str = translate_str, .getsets = unicode_getsets
#define REST(first, ...) __VA_ARGS__
#define OWN(own) REST(own, .doc = NULL)

#define X(class_name, base_name)                                                                   \
    Type exc_##class_name = {                                                                      \
        LAYOUT, .name = #class_name, .base = &exc_##base_name, OWN(OWN_##class_name)};
EXCEPTIONS(X)
#undef X
