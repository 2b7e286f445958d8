/* bytes_impl.h: private to bytes and bytearray: what both share. A View is the bytes of an object
 * as they are now: taken after the last call that may run Python code.
 */
#ifndef RUNTIME_OBJECTS_BYTES_IMPL_H
#define RUNTIME_OBJECTS_BYTES_IMPL_H
#include "runtime/objects/str_units.h"

typedef struct View {
    const char *at;
    size_t count;
} View;

/* Of bytes and bytearray: TypeError "a bytes-like object is required, not 'int'". */
View view_of(Value v);
/* A bytes or bytearray, as `self` is one, of these bytes. */
Value bytes_like(Value self, const void *data, size_t length);
/* One byte: ValueError "byte must be in range(0, 256)". Runs __index__. */
uint8_t bytes_item(Value v, const char *message);
/* What bytes() and bytearray() make of their arguments (args.at[0] is the class), as exact bytes.
 * Runs Python code. */
Value bytes_from_arguments(Args args, const char *function);
/* The bytes of any iterable of ints, as bytes. */
Value bytes_from_iterable(Value iterable, const char *message);
Value bytes_compare(CompareOp op, Value a, Value b);
bool bytes_contains(Value self, Value item);
Value bytes_repeat(Value self, int64_t times);
Value bytes_concat(Value a, Value b);
Value bytes_slice(Value self, Value slice);
/* Appends the repr of bytes: b'...'. CPython's bytearray escapes single quotes whatever the quotes
 * around are (always_single). */
void bytes_put_repr(StrBuilder *b, View view, bool always_single);
/* Of a SequenceIterator over either. */
Value bytes_next(Value iterator);

/* The methods that both types have. */
#define BYTES_METHODS(X)                                                                           \
    X(find)                                                                                        \
    X(rfind) X(index) X(rindex) X(count) X(startswith) X(endswith) X(replace) X(removeprefix)      \
        X(removesuffix) X(split) X(rsplit) X(splitlines) X(partition) X(rpartition) X(join)        \
            X(strip) X(lstrip) X(rstrip) X(capitalize) X(lower) X(upper) X(title) X(swapcase)      \
                X(isalnum) X(isalpha) X(isascii) X(isdigit) X(islower) X(isspace) X(istitle)       \
                    X(isupper) X(center) X(ljust) X(rjust) X(zfill) X(expandtabs) X(translate)     \
                        X(maketrans) X(decode) X(hex) X(fromhex)
#define X(name) Value bytes_##name##_method(Args args);
BYTES_METHODS(X)
#undef X

#define BYTES_FIND "self, sub, start=, end=, /", NULL, NATIVE_METHOD, ERRORS_KEYWORDS
#define BYTES_NONE "self, /", NULL, NATIVE_METHOD, ERRORS_AUTO
#define BYTES_ONE(name) "self, " name ", /", NULL, NATIVE_METHOD, ERRORS_AUTO
#define BYTES_STRIP "self, bytes=, /", NULL, NATIVE_METHOD, ERRORS_POSITIONAL
#define BYTES_PAD "self, width, fillchar=, /", NULL, NATIVE_METHOD, ERRORS_POSITIONAL
#define BYTES_SPLIT "self, /, sep=, maxsplit=", NULL, NATIVE_METHOD, ERRORS_KEYWORDS
/* Their rows in a table of methods. */
#define BYTES_METHOD_ROWS                                                                            \
    {"find", bytes_find_method, BYTES_FIND}, {"rfind", bytes_rfind_method, BYTES_FIND},              \
        {"index", bytes_index_method, BYTES_FIND}, {"rindex", bytes_rindex_method, BYTES_FIND},      \
        {"count", bytes_count_method, BYTES_FIND},                                                   \
        {"startswith", bytes_startswith_method, BYTES_FIND},                                         \
        {"endswith", bytes_endswith_method, BYTES_FIND}, {"replace",                                 \
                                                          bytes_replace_method,                      \
                                                          "self, old, new, count=, /",               \
                                                          NULL,                                      \
                                                          0,                                         \
                                                          ERRORS_POSITIONAL},                        \
        {"removeprefix", bytes_removeprefix_method, BYTES_ONE("prefix")},                            \
        {"removesuffix", bytes_removesuffix_method, BYTES_ONE("suffix")},                            \
        {"split", bytes_split_method, BYTES_SPLIT}, {"rsplit", bytes_rsplit_method, BYTES_SPLIT},    \
        {"splitlines", bytes_splitlines_method, "self, /, keepends=", NULL, 0, ERRORS_KEYWORDS},     \
        {"partition", bytes_partition_method, BYTES_ONE("sep")},                                     \
        {"rpartition", bytes_rpartition_method, BYTES_ONE("sep")},                                   \
        {"join", bytes_join_method, BYTES_ONE("iterable_of_bytes")},                                 \
        {"strip", bytes_strip_method, BYTES_STRIP}, {"lstrip", bytes_lstrip_method, BYTES_STRIP},    \
        {"rstrip", bytes_rstrip_method, BYTES_STRIP},                                                \
        {"capitalize", bytes_capitalize_method, BYTES_NONE},                                         \
        {"lower", bytes_lower_method, BYTES_NONE}, {"upper", bytes_upper_method, BYTES_NONE},        \
        {"title", bytes_title_method, BYTES_NONE},                                                   \
        {"swapcase", bytes_swapcase_method, BYTES_NONE},                                             \
        {"isalnum", bytes_isalnum_method, BYTES_NONE},                                               \
        {"isalpha", bytes_isalpha_method, BYTES_NONE},                                               \
        {"isascii", bytes_isascii_method, BYTES_NONE},                                               \
        {"isdigit", bytes_isdigit_method, BYTES_NONE},                                               \
        {"islower", bytes_islower_method, BYTES_NONE},                                               \
        {"isspace", bytes_isspace_method, BYTES_NONE},                                               \
        {"istitle", bytes_istitle_method, BYTES_NONE},                                               \
        {"isupper", bytes_isupper_method, BYTES_NONE}, {"center", bytes_center_method, BYTES_PAD},   \
        {"ljust", bytes_ljust_method, BYTES_PAD}, {"rjust", bytes_rjust_method, BYTES_PAD},          \
        {"zfill", bytes_zfill_method, BYTES_ONE("width")},                                           \
        {"expandtabs", bytes_expandtabs_method, "self, /, tabsize=", NULL, 0, ERRORS_KEYWORDS},      \
        {"translate", bytes_translate_method, "self, table, /, delete=", NULL, 0, ERRORS_KEYWORDS},  \
        {"maketrans", bytes_maketrans_method, "frm, to, /", NULL, NATIVE_STATIC, ERRORS_POSITIONAL}, \
        {"decode", bytes_decode_method, "self, /, encoding=, errors=", NULL, 0, ERRORS_KEYWORDS},    \
        {"hex", bytes_hex_method, "self, /, sep=, bytes_per_sep=", NULL, 0, ERRORS_KEYWORDS},        \
    {                                                                                                \
        "fromhex", bytes_fromhex_method, "cls, string, /", NULL, NATIVE_CLASS, ERRORS_AUTO           \
    }
#endif
