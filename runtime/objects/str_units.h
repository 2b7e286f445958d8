/* str_units.h: private to the text types: runs of units (code points in 1, 2 or 4 bytes each) and
 * what str's files share. `width` is the bytes of a unit. Nothing here runs Python code unless it
 * says so.
 */
#ifndef RUNTIME_OBJECTS_STR_UNITS_H
#define RUNTIME_OBJECTS_STR_UNITS_H
#include "runtime/native.h"

/* For loops over units that the compiler is to vectorise. */
#if defined(__GNUC__) && !defined(__clang__)
#define vector_loops __attribute__((optimize("O3")))
#else
#define vector_loops
#endif

static always_inline uint32_t unit_at(const void *units, int width, size_t i)
{
    return width == 1   ? ((const uint8_t *)units)[i]
           : width == 2 ? ((const uint16_t *)units)[i]
                        : ((const uint32_t *)units)[i];
}
static always_inline void unit_put(void *units, int width, size_t i, uint32_t c)
{
    if (width == 1) {
        ((uint8_t *)units)[i] = (uint8_t)c;
    } else if (width == 2) {
        ((uint16_t *)units)[i] = (uint16_t)c;
    } else {
        ((uint32_t *)units)[i] = c;
    }
}
/* The narrowest width for code points whose or is `all`. */
static always_inline int width_for(uint32_t all)
{
    return all < 0x100 ? 1 : all < 0x10000 ? 2 : 4;
}
/* The or of all units: below 0x80 (0x100, 0x10000) exactly if each of them is. */
uint32_t units_or(const void *units, int width, size_t count);
/* Copies, widening or narrowing; the runs do not overlap unless the widths are equal. */
void units_copy(void *to, int to_width, const void *from, int from_width, size_t count);
void units_fill(void *to, int width, uint32_t c, size_t count);
bool units_are_ascii(const void *bytes, size_t count);
/* Index of the first (last) occurrence or -1. Needle of 0 units: found at once. Needles of another
 * width than the text are widened first (scratch memory; MemoryError). */
int64_t units_find(const void *text, int width, size_t count, const void *needle, int needle_width,
                   size_t needle_count);
int64_t units_rfind(const void *text, int width, size_t count, const void *needle, int needle_width,
                    size_t needle_count);
/* Occurrences that do not overlap, at most `limit`; the needle is not empty. */
size_t units_count(const void *text, int width, size_t count, const void *needle, int needle_width,
                   size_t needle_count, size_t limit);
/* The first occurrences that do not overlap, at most `max`, into at[]: how many. */
size_t units_find_all(const void *text, int width, size_t count, const void *needle,
                      int needle_width, size_t needle_count, size_t *at, size_t max);
/* Non-zero, the same for equal bytes in every run of the program. */
uint32_t units_hash(const void *bytes, size_t size);

/* A fresh str whose units the caller fills in at once; the terminator stands. MemoryError. */
Str *str_alloc(size_t length, int width, bool is_ascii);
/* The same as an object of a class derived from str. */
Str *str_alloc_as(Type *cls, size_t length, int width, bool is_ascii);
static inline const void *str_units(const Str *s, size_t from)
{
    return s->data + from * s->width;
}
/* As a count for `*` (negative: 0): OverflowError if it does not fit. Runs __index__. */
int64_t text_repeat_count(Value v);
static inline bool text_has_index(Value v)
{
    return is_any_int(v) || type_of(v)->index || op_special(v, S_INDEX) != EMPTY;
}
/* An index of a sequence of `length` items, negative ones counted from the end: IndexError
 * "<what> index out of range", without a name if `what` is NULL. Runs __index__. */
size_t text_index(Value key, size_t length, const char *what);
/* The type's name as messages about arguments have it: "None" for None. */
static inline const char *text_kind(Value v)
{
    return v == NONE ? "None" : type_of(v)->name;
}
/* As a C int: TypeError, OverflowError. Runs __index__. */
int text_c_int(Value v);
/* Optional start and stop arguments at args.at[i] and [i + 1], clipped as slices are. If start is
 * beyond the end, *start > *stop. Runs __index__. */
void text_range(Args args, uint32_t i, size_t length, size_t *start, size_t *stop);

/* How a str came to be and where its units are: Str.growth. */
enum {
    STR_CONCATENATED = 1, /* by `+`: a second `+` may begin a shared run of units */
    STR_SHARED = 2,       /* its units are in such a run */
};
/* a + b in shared units, for an `a` with growth; EMPTY where that does not pay. */
Value str_grow(Value a, Value b);
/* What on_free of str does: lets go of shared units, and of the place among the interned. */
void str_let_go(Str *s);
void str_forget(Str *s);
void str_on_free(Object *object);

/* Raise UnicodeDecodeError and UnicodeEncodeError with all their attributes. */
noreturn_fn void raise_decode(const char *encoding, Value bytes, size_t start, size_t end,
                              const char *reason);
noreturn_fn void raise_encode(const char *encoding, Value str, size_t start, size_t end,
                              const char *reason);

/* The bytes of a builder that was given only code points below 256: each is one byte. */
Value builder_end_bytes(StrBuilder *b);

/* The table of all methods of str. */
extern const NativeDef str_method_defs[];
/* Methods, in the files of their nouns; str_methods.c lists them. */
#define STR_METHODS(X)                                                                             \
    X(find)                                                                                        \
    X(rfind) X(index) X(rindex) X(count) X(replace) X(startswith) X(endswith) X(removeprefix)      \
        X(removesuffix) X(split) X(rsplit) X(splitlines) X(partition) X(rpartition) X(join)        \
            X(strip) X(lstrip) X(rstrip) X(capitalize) X(casefold) X(lower) X(upper) X(title)      \
                X(swapcase) X(isalnum) X(isalpha) X(isascii) X(isdecimal) X(isdigit)               \
                    X(isidentifier) X(islower) X(isnumeric) X(isprintable) X(isspace) X(istitle)   \
                        X(isupper) X(center) X(ljust) X(rjust) X(zfill) X(expandtabs) X(translate) \
                            X(maketrans) X(encode) X(format) X(format_map) X(format_dunder)
#define X(name) Value str_##name##_method(Args args);
STR_METHODS(X)
#undef X
#endif
