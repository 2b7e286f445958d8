/* format_float.h: numbers as NumPy prints them: digits by uniqueness or by count, trimmed and
 * padded to columns, and the two formats that fit a whole array's elements into equal widths. Pure.
 * The invariant: a unique text reads back as the same number of its own type (float32 or float64),
 * and where digits are cut, the exact binary value is rounded half to even. Output is not
 * terminated.
 */
#ifndef STDLIB_NUMPY_FORMAT_FLOAT_H
#define STDLIB_NUMPY_FORMAT_FLOAT_H

#include "stdlib/numpy/dtype.h"

/* How one number is laid out; -1 stands for None in every count. */
typedef struct {
    int precision;   /* at most so many digits (exactly, if not unique) */
    int min_digits;  /* at least so many, if unique */
    bool unique;     /* as many as tell the number from its neighbours */
    bool fractional; /* counts mean digits after the point, not all; positional only */
    char trim;     /* trailing zeros: 'k' keep, '.' drop, '0' drop but one, '-' and the point too */
    bool sign;     /* '+' before positive numbers */
    int pad_left;  /* columns left of the point, sign included */
    int pad_right; /* columns right of the point; positional only */
    int exp_digits; /* digits of the exponent at least; 2 if -1 */
} FloatLayout;

/* The layout of numpy.format_float_positional and _scientific called without options. */
extern const FloatLayout format_float_defaults;

/* The bytes either function writes at most under this layout; 1 << 30 is the largest count. */
size_t format_float_room(const FloatLayout *layout);

/* Writes finite x (whose type is FLOAT32 or FLOAT64) in positional form; returns the length. */
size_t format_float_positional(char *out, double x, DType type, const FloatLayout *layout);

/* The same in scientific form. */
size_t format_float_scientific(char *out, double x, DType type, const FloatLayout *layout);

/* str() and repr() of a NumPy float scalar, at most 32 bytes. */
size_t format_float_scalar(char *out, double x, DType type);

typedef enum {
    FLOATMODE_MAXPREC,
    FLOATMODE_MAXPREC_EQUAL,
    FLOATMODE_FIXED,
    FLOATMODE_UNIQUE
} FloatMode;

/* The mode of that name ("maxprec", "maxprec_equal", "fixed", "unique"), or -1. */
int format_float_mode(const char *text, size_t len);

/* numpy.set_printoptions, as far as floats go. */
typedef struct {
    int precision;
    FloatMode mode;
    bool suppress_small;
    char sign; /* '-', '+' or ' ' */
    const char *nanstr, *infstr;
} FloatOptions;

/* What NumPy starts with: 8, maxprec, false, '-', "nan", "inf". */
extern const FloatOptions format_float_options;

/* The common format of an array's elements. */
typedef struct {
    FloatOptions options;
    DType type;
    bool scientific;
    FloatLayout layout;
} FloatFormat;

/* Finds the format for n adjacent floats (all that will be printed). */
FloatFormat format_float_prepare(const FloatOptions *options, DType type, const void *data,
                                 intptr_t n);

/* The bytes format_float_element writes at most. */
size_t format_float_element_room(const FloatFormat *format);

/* Writes one element, in which nan and infinity are padded to the common width. */
size_t format_float_element(char *out, const FloatFormat *format, const void *element);

/* Writes one integer (at most 20 bytes) or bool ("True", "False"). */
size_t format_integer(char *out, DType type, const void *element);

/* The width in which all of n adjacent integers fit. */
int format_integer_width(DType type, const void *data, intptr_t n);

#endif
