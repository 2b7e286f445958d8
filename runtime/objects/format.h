/* format.h: private to the text types: values as text by the format mini-language (format(),
 * f-strings, str.format) and by `%`. What all of it shares: digits of ints, and appending to a
 * builder.
 */
#ifndef RUNTIME_OBJECTS_FORMAT_H
#define RUNTIME_OBJECTS_FORMAT_H
#include "runtime/objects/str_units.h"

/* The digits of an int without its sign: `at` points into `small` or into a str. */
typedef struct Digits {
    const char *at;
    size_t count;
    bool negative;
    char small[72];
} Digits;
/* In base 2, 8, 10 or 16; `v` is any int. ValueError for too many decimal digits. */
void format_digits(Digits *digits, Value v, int base, bool upper);
/* The prefix of a base: "0x", "0X", "0o", "0b", "" for 10. */
const char *format_prefix(int base, bool upper);

/* Appends format(value, spec): of str, int, float by the mini-language, of others by __format__
 * (then it runs Python code). `spec` is a str. */
void format_into(StrBuilder *b, Value value, Value spec);
/* Appends str(v), without making a str for ints and floats. May run Python code. */
void format_str_into(StrBuilder *b, Value v);
/* A precision for float_format that gives the same digits in reasonable room: no double has more
 * than 767 significant ones. MemoryError for what no text can hold. */
int format_precision(char type, bool alternate, int precision);
/* Reads decimal digits (Unicode's, too) of s from *at up to `end`: the number, or -1 if there is
 * none; ValueError "Too many decimal digits in format string". */
int64_t format_read_number(const Str *s, size_t *at, size_t end);
/* The % operator on texts: `is_bytes` chooses bytes' rules; then `format` and the result hold one
 * byte a character. */
Value format_percent(Value format, Value args, bool is_bytes);
#endif
