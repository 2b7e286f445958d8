/* str.h: Python's str: immutable code points, stored in the narrowest of 1, 2 or 4 bytes each, with
 * a terminating zero unit. Lone surrogates are allowed, as in CPython. Equal identifiers are one
 * object when interned (attribute and variable names always are).
 *
 * A str grown by `+` again and again shares its units with the strs that it grew from (str_grow.c);
 * all others have theirs in the object. Where units are shared, the terminator of all but the
 * longest is overwritten.
 *
 * What lives where: names that C code interns (str_intern) and the strs of one character below 256
 * are immortal and outside the heap; what a script's names intern (str_interned) dies like any
 * other object and is forgotten by the table then.
 */
#ifndef RUNTIME_OBJECTS_STR_H
#define RUNTIME_OBJECTS_STR_H
#include "runtime/object.h"

typedef struct Str {
    Object head;
    uint32_t hash; /* 0: not yet known */
    uint8_t width; /* 1, 2 or 4 bytes a code point; always the narrowest possible */
    bool is_ascii;
    bool is_interned;
    uint8_t growth; /* STR_... of str_units.h */
    size_t length;  /* code points */
    char *data;     /* at, or units that are shared */
    char at[];
} Str;

extern Type str_type, str_ascii_iterator_type;

static always_inline bool is_str(Value v)
{
    return has_flag(v, TYPE_STR);
}
static always_inline Str *as_str(Value v)
{
    return (Str *)as_object(v);
}
static always_inline uint32_t str_at(const Str *s, size_t i)
{
    return s->width == 1   ? (uint8_t)s->data[i]
           : s->width == 2 ? ((const uint16_t *)s->data)[i]
                           : ((const uint32_t *)s->data)[i];
}

/* Makes the one-character strs and the table of interned ones: before any other function here. */
void str_start(void);
/* At exit, when no str is used any more: gives back the memory of interned names. */
void str_finish(void);

Value str_from_utf8(const char *utf8, size_t length);              /* bad bytes become U+FFFD */
Value str_from(const char *c_string);                              /* ASCII or UTF-8 */
Value str_format(const char *format, ...);                         /* as raise_as's formats */
Value str_from_char(uint32_t code_point);                          /* cached below 256 */
Value str_from_units(const void *units, int width, size_t length); /* narrows if it can */
Value str_from_ascii(const char *text, size_t length);             /* all bytes are below 128 */
Value str_intern(const char *c_string); /* the interned str of a C literal */
Value str_interned(Value str);          /* the interned one equal to it */
Value str_empty(void);
/* The str itself, or for an instance of a subclass the exact str of its text. */
Value str_plain(Value str);
/* An instance of a class derived from str with the text of `text`. */
Value str_new_subtype(Type *cls, Value text);
/* UTF-8 of a str: a pointer valid while the str lives or the native runs, with a zero byte behind;
 * *length may be NULL. Lone surrogates raise UnicodeEncodeError. */
const char *str_utf8(Value str, size_t *length);
uint32_t str_hash_slow(Str *s);
static always_inline uint32_t str_hash(Value str) /* never 0 */
{
    Str *s = as_str(str);
    return likely(s->hash) ? s->hash : str_hash_slow(s);
}
bool str_equal_slow(const Str *a, const Str *b);
static always_inline bool str_equal(Value a, Value b) /* both are str */
{
    const Str *s = as_str(a), *t = as_str(b);
    return s == t || (s->length == t->length && s->width == t->width &&
                      !(s->is_interned && t->is_interned) && str_equal_slow(s, t));
}
bool str_equals_c(Value str, const char *ascii);
int str_compare(Value a, Value b); /* <0, 0, >0 by code points */
Value str_concat(Value a, Value b);
Value str_repeat(Value str, int64_t times);
Value str_slice(Value str, int64_t start, int64_t stop, int64_t step, size_t count);
/* The part from `start` up to `stop`, 0 <= start <= stop <= length. */
Value str_part(Value str, size_t start, size_t stop);
Value str_join(Value separator, Value iterable);
/* For BUILD_STRING (f-strings): joins n strs without separator. */
Value str_join_run(const Value *at, size_t n);
/* Index or -1, in the part from `from` up to `to` (<= length). */
int64_t str_find(Value str, Value needle, size_t from, size_t to);
Value str_percent(Value format, Value args); /* format % args */
Value str_repr(Value str);
Value str_ascii(
    Value str); /* its non-ASCII characters as escapes: of op_repr(v), what ascii(v) is */
bool str_is_identifier(Value str);
/* format(value, spec) for str, int, bool, float: the mini-language. */
Value str_format_spec(Value value, Value spec);
/* str.encode and bytes.decode; encoding and errors are C strings or NULL (utf-8, strict).
 * LookupError, UnicodeEncodeError, UnicodeDecodeError. */
Value str_encode(Value str, const char *encoding, const char *errors); /* bytes */
Value str_decode(const char *bytes, size_t length, const char *encoding, const char *errors);

/* A growable str under construction. The text stands in the builder itself, then in a str that
 * only the builder knows. A builder stays where it was started: it is not copied. */
typedef struct StrBuilder {
    Value storage; /* EMPTY while the text is in `small` */
    char *data;
    size_t length, capacity; /* in units */
    int width;
    uint32_t all; /* or of all code points */
    char small[96] __attribute__((aligned(8)));
} StrBuilder;
void builder_start(StrBuilder *b);
/* Room for that many more code points below 256, if it was not there. MemoryError at once, where
 * adding one by one would first fill the memory. */
void builder_reserve(StrBuilder *b, size_t count);
void builder_char(StrBuilder *b, uint32_t code_point);
void builder_fill(StrBuilder *b, uint32_t code_point, size_t count); /* that many times */
void builder_str(StrBuilder *b, Value str);
void builder_part(StrBuilder *b, Value str, size_t start, size_t stop);
void builder_ascii(StrBuilder *b, const char *text, size_t length);
void builder_utf8(StrBuilder *b, const char *utf8, size_t length);
void builder_c(StrBuilder *b, const char *c_string);         /* UTF-8 */
void builder_printf(StrBuilder *b, const char *format, ...); /* as raise_as's formats */
void builder_vprintf(StrBuilder *b, const char *format, __builtin_va_list ap);
Value builder_end(StrBuilder *b); /* the str */
#endif
