/* float_text.h: doubles as text and text as doubles, exactly as Python writes and reads them. Pure:
 * knows no Value; every function writes into memory of the caller's whose needed size is stated.
 * The invariant: a printed repr is the shortest decimal that reads back as the same double (the
 * closest one of that length), and digits asked for by count are those of the exact binary value,
 * rounded half to even. Output is ASCII and is not terminated by a zero byte; lengths are returned.
 */
#ifndef RUNTIME_FLOAT_TEXT_H
#define RUNTIME_FLOAT_TEXT_H

#include "runtime/base.h"

/* A positive decimal: digits * 10^exponent, digits without trailing zeros (and 0 only for zero). */
typedef struct {
    uint64_t digits;
    int exponent;
} Decimal;

/* The bytes float_repr writes at most ('-1.7976931348623157e+308' is 24 long). */
enum { FLOAT_REPR_MAX = 32 };

/* The shortest decimal that identifies |x| among doubles; x must be finite. */
Decimal float_shortest(double x);

/* The shortest decimal that identifies |x| among 32-bit floats; x must be finite. */
Decimal float32_shortest(float x);

/* Writes the decimal digits of n without leading zeros (at least one digit, at most 20); returns
 * how many. */
size_t float_write_digits(char *out, uint64_t n);

/* How many decimal digits n has; 1 for zero. */
int float_count_digits(uint64_t n);

/* Python's repr(x), in at most FLOAT_REPR_MAX bytes; returns the length. */
size_t float_repr(char *out, double x);

/* Where the pieces of a formatted number lie; in this order, without gaps. What stands behind the
 * fraction (an exponent such as 'e+05', and a percent sign) is the tail. "inf" and "nan" are tails
 * alone, so no caller groups their letters. */
typedef struct {
    size_t sign;     /* 0, or 1 for a leading '-' */
    size_t integral; /* digits before the point */
    size_t point;    /* 0 or 1 */
    size_t fraction; /* digits after the point */
    size_t tail;
} FloatParts;

/* The bytes that float_format needs at most for this type and precision (precision <= INT_MAX). */
size_t float_format_room(double x, char type, int precision);

/* Formats x as Python's format mini-language does with presentation type 'e' 'E' 'f' 'F' 'g' 'G'
 * 'n' '%', 'r' (repr whatever the precision) or 0 (no type given: repr, or like 'g' with a digit
 * after the point). A negative precision means the default. `alternate` is the '#' flag. Writes a
 * '-' for negative numbers (also -0.0), never a '+'. Fills *parts when not NULL; returns the
 * length. Width, sign options and grouping are the caller's. */
size_t float_format(char *out, double x, char type, int precision, bool alternate,
                    FloatParts *parts);

/* Reads the whole of text[0..len) as Python's float() does, '_' between digits, "inf", "infinity"
 * and "nan" included; the caller has stripped white space and turned other Unicode digits into
 * ASCII. False if it is not a number. Too large a number reads as infinity. */
bool float_parse(const char *text, size_t len, double *value);

#endif
