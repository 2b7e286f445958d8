#include "stdlib/numpy/format_float.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "runtime/float_text.h"

const FloatLayout format_float_defaults = {.precision = -1,
                                           .min_digits = -1,
                                           .unique = true,
                                           .fractional = true,
                                           .trim = 'k',
                                           .pad_left = -1,
                                           .pad_right = -1,
                                           .exp_digits = -1};

const FloatOptions format_float_options = {
    .precision = 8, .mode = FLOATMODE_MAXPREC, .sign = '-', .nanstr = "nan", .infstr = "inf"};

/* ---- digits ---- */

/* No double has more than 1074 digits after the point or 767 in all; what is asked for beyond
 * MAX_COUNT can only be zeros, which the layout adds. */
enum { MAX_COUNT = 1100, MAX_DIGITS = 1500 };

/* 0.digits * 10^point; a zero is one digit 0 with point 1. */
typedef struct {
    int count, point;
    char digits[MAX_DIGITS];
} Digits;

static void digits_shortest(Digits *d, double x, DType type)
{
    Decimal decimal = type == DT_FLOAT32 ? float32_shortest((float)x) : float_shortest(x);
    d->count = (int)float_write_digits(d->digits, decimal.digits);
    d->point = x == 0 ? 1 : d->count + decimal.exponent;
}

/* All digits up to the places-th after the point. Zeros between the point and the first digit are
 * digits too, so that rounding to 0.00 leaves "00" behind. */
static void digits_fixed(Digits *d, double x, int places)
{
    FloatParts parts;
    char text[MAX_DIGITS];
    float_format(text, x, 'f', places, false, &parts);
    size_t skip = parts.integral == 1 && text[0] == '0' ? 1 : 0;
    d->point = (int)(parts.integral - skip);
    d->count = d->point + (int)parts.fraction;
    memcpy(d->digits, text + skip, (size_t)d->point);
    memcpy(d->digits + d->point, text + parts.integral + parts.point, parts.fraction);
    while (d->count > 0 && d->point <= 0 && d->digits[0] == '0') {
        memmove(d->digits, d->digits + 1, (size_t)--d->count);
        d->point--;
    }
    if (d->count == 0) { /* nothing but zeros */
        d->count = (int)parts.fraction + 1;
        d->point = 1;
        memset(d->digits, '0', (size_t)d->count);
    }
}

/* The first `count` digits. */
static void digits_counted(Digits *d, double x, int count)
{
    char text[MAX_DIGITS];
    FloatParts parts;
    size_t len = float_format(text, x, 'e', count - 1, false, &parts);
    text[len] = 0;
    d->count = count;
    d->digits[0] = text[0];
    memcpy(d->digits + 1, text + 2, (size_t)count - 1);
    d->point = atoi(text + len - parts.tail + 1) + 1;
}

/* Whether the digits are less than x (-1), exactly x (0), or rounded up (1). */
static int digits_compare(const Digits *d, double x)
{
    char text[800];
    int len = snprintf(text, sizeof text, "%.770e", x);
    text[1] = text[0]; /* all the digits, without the point, from text + 1 */
    const char *exact = text + 1;
    const char *tail = memchr(text, 'e', (size_t)len);
    int total = (int)(tail - exact), point = atoi(tail + 1) + 1;
    if (d->digits[0] == '0' || d->point != point)
        return d->digits[0] == '0' ? -1 : 1;
    int count = MIN(d->count, total), order = memcmp(d->digits, exact, (size_t)count);
    if (order == 0)
        return strspn(exact + count, "0") == (size_t)(total - count) ? 0 : -1;
    return order > 0 ? 1 : -1;
}

static void drop_zeros(Digits *d)
{
    while (d->count > 1 && d->digits[d->count - 1] == '0')
        d->count--;
}

/* Digit generation by remainders, which NumPy's texts show through, makes no trailing zeros where
 * its carry swallows nines, or stops at a remainder of zero (unless it has to go on to a least
 * count). */
static void drop_unmade_zeros(Digits *d, double x, bool to_least)
{
    if (d->digits[d->count - 1] == '0' && digits_compare(d, x) >= to_least)
        drop_zeros(d);
}

/* The digits of x >= 0 under the layout's counts, which mean digits after the point, or (`extra`
 * being 1 where the first digit is not counted) all digits. */
static void digits_make(Digits *d, double x, DType type, const FloatLayout *layout, bool fractional,
                        int extra)
{
    int max = layout->precision < 0 ? -1 : MIN(layout->precision, MAX_COUNT) + extra;
    int min = layout->min_digits < 0 ? INT_MIN : MIN(layout->min_digits, MAX_COUNT) + extra;
    digits_shortest(d, x, type);
    if (x == 0)
        return;
    int have = fractional ? d->count - d->point : d->count, want = have;
    if (!layout->unique)
        want = max < 0 ? have : max;
    else if (max >= 0 && have > max)
        want = max;
    else if (have < min)
        want = min;
    if (layout->unique && want == have)
        return;
    if (fractional)
        digits_fixed(d, x, MAX(want, 0));
    else
        digits_counted(d, x, MAX(want, 1));
    bool padded = (layout->unique ? min : max) >= want && (fractional || extra == 1);
    if ((layout->trim == 'k' && !padded) || (layout->trim == '-' && extra == 1))
        drop_unmade_zeros(d, x, layout->unique && have < min);
}

/* ---- layout ---- */

size_t format_float_room(const FloatLayout *layout)
{
    size_t digits = (size_t)MAX(MAX(layout->precision, layout->min_digits), 0);
    size_t pads = (size_t)MAX(layout->pad_left, 0) + (size_t)MAX(layout->pad_right, 0);
    return MAX_DIGITS + digits + pads + (size_t)MAX(layout->exp_digits, 0);
}

static char *put_fill(char *out, char c, int count)
{
    if (count <= 0)
        return out;
    memset(out, c, (size_t)count);
    return out + count;
}

/* Adds what the trim mode says to a number that ends at `out` with *fraction digits after a point
 * (not yet written if there are none); `wanted` is how many 'k' keeps. In scientific form '-'
 * leaves a point that stood before zeros. */
static char *put_trimmed(char *out, char trim, int *fraction, int wanted, bool scientific)
{
    if (*fraction == 0 && trim != '-')
        *out++ = '.';
    if (trim == 'k') {
        int zeros = MAX(wanted - *fraction, 0);
        *fraction += zeros;
        return put_fill(out, '0', zeros);
    }
    while (*fraction > 0 && out[-1] == '0') {
        out--;
        --*fraction;
    }
    if (*fraction > 0)
        return out;
    if (trim == '0') {
        *out++ = '0';
        *fraction = 1;
    } else if (trim == '-' && out[-1] == '.' && !scientific) {
        out--;
    }
    return out;
}

static char *put_sign(char *out, double x, bool plus)
{
    if (signbit(x))
        *out++ = '-';
    else if (plus)
        *out++ = '+';
    return out;
}

size_t format_float_positional(char *out, double x, DType type, const FloatLayout *layout)
{
    Digits d;
    digits_make(&d, fabs(x), type, layout, layout->fractional, 0);
    char *start = out;
    int whole = MAX(d.point, 1), sign = signbit(x) || layout->sign;
    out = put_fill(out, ' ', layout->pad_left - whole - sign);
    out = put_sign(out, x, layout->sign);
    int from_digits = MIN(MAX(d.point, 0), d.count);
    memcpy(out, d.digits, (size_t)from_digits);
    out = put_fill(out + from_digits, '0', whole - from_digits);
    int fraction = MAX(d.count - d.point, 0);
    if (fraction > 0) {
        *out++ = '.';
        int zeros = MIN(MAX(-d.point, 0), fraction);
        out = put_fill(out, '0', zeros);
        memcpy(out, d.digits + from_digits, (size_t)(fraction - zeros));
        out += fraction - zeros;
    }
    int wanted = layout->unique ? layout->min_digits : layout->precision;
    if (!layout->fractional)
        wanted -= whole;
    out = put_trimmed(out, layout->trim, &fraction, wanted, false);
    if (layout->pad_right >= fraction) {
        if (layout->trim == '-' && fraction == 0)
            *out++ = ' ';
        out = put_fill(out, ' ', layout->pad_right - fraction);
    }
    return (size_t)(out - start);
}

size_t format_float_scientific(char *out, double x, DType type, const FloatLayout *layout)
{
    Digits d;
    digits_make(&d, fabs(x), type, layout, false, 1);
    char *start = out;
    out = put_fill(out, ' ', layout->pad_left - 1 - (signbit(x) || layout->sign));
    out = put_sign(out, x, layout->sign);
    *out++ = d.digits[0];
    int fraction = d.count - 1;
    if (fraction > 0) {
        *out++ = '.';
        memcpy(out, d.digits + 1, (size_t)fraction);
        out += fraction;
    }
    int wanted = layout->unique ? layout->min_digits : layout->precision;
    out = put_trimmed(out, layout->trim, &fraction, wanted, true);
    int exponent = d.point - 1;
    char text[8];
    int count = exponent == 0 ? 0 : (int)float_write_digits(text, (uint64_t)abs(exponent));
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    out = put_fill(out, '0', (layout->exp_digits < 0 ? 2 : layout->exp_digits) - count);
    memcpy(out, text, (size_t)count);
    return (size_t)(out + count - start);
}

size_t format_float_scalar(char *out, double x, DType type)
{
    if (type == DT_FLOAT64 || !isfinite(x))
        return float_repr(out, x);
    double magnitude = fabs(x);
    FloatLayout layout = format_float_defaults;
    bool positional = magnitude == 0 || (magnitude >= 1e-4 && magnitude < 1e16);
    layout.trim = positional ? '0' : '-';
    return positional ? format_float_positional(out, x, type, &layout)
                      : format_float_scientific(out, x, type, &layout);
}

/* ---- arrays of floats ---- */

int format_float_mode(const char *text, size_t len)
{
    static const char *const names[] = {"maxprec", "maxprec_equal", "fixed", "unique"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strlen(names[i]) == len && memcmp(names[i], text, len) == 0)
            return (int)i;
    }
    return -1;
}

static double element_at(DType type, const void *data, intptr_t i)
{
    return type == DT_FLOAT32 ? (double)((const float *)data)[i] : ((const double *)data)[i];
}

/* The exponent form is for large numbers, small ones, and those too far apart. */
static bool is_scientific(const FloatOptions *options, DType type, const void *data, intptr_t n)
{
    double max = 0, min = HUGE_VAL;
    for (intptr_t i = 0; i < n; i++) {
        double x = fabs(element_at(type, data, i));
        if (isfinite(x) && x != 0) {
            max = MAX(max, x);
            min = MIN(min, x);
        }
    }
    if (max == 0)
        return false;
    double ratio = type == DT_FLOAT32 ? (double)((float)max / (float)min) : max / min;
    return max >= 1e8 || (!options->suppress_small && (min < 0.0001 || ratio > 1000.));
}

/* The widths that finite elements take under a first layout. */
typedef struct {
    int whole, fraction,
        exponent; /* the widest: before the point, after it, digits after e and sign */
    bool any, negative;
} Widths;

static Widths measure(const FloatFormat *format, const void *data, intptr_t n)
{
    Widths widths = {0};
    char small[MAX_DIGITS + MAX_COUNT];
    for (intptr_t i = 0; i < n; i++) {
        double x = element_at(format->type, data, i);
        if (!isfinite(x))
            continue;
        size_t len = format->scientific
                         ? format_float_scientific(small, x, format->type, &format->layout)
                         : format_float_positional(small, x, format->type, &format->layout);
        int point = (int)((char *)memchr(small, '.', len) - small), end = (int)len;
        if (format->scientific) {
            end = (int)((char *)memchr(small, 'e', len) - small);
            widths.exponent = MAX(widths.exponent, (int)len - end - 2);
        }
        widths.whole = MAX(widths.whole, point);
        widths.fraction = MAX(widths.fraction, end - point - 1);
        widths.any = true;
        widths.negative |= signbit(x) != 0;
    }
    return widths;
}

/* nan and inf are padded like numbers, so they may need columns on the left. */
static void widen_for_specials(FloatFormat *format, const void *data, intptr_t n)
{
    bool any = false, negative = format->options.sign != '-';
    for (intptr_t i = 0; i < n; i++) {
        double x = element_at(format->type, data, i);
        any |= !isfinite(x);
        negative |= isinf(x) && x < 0;
    }
    if (!any)
        return;
    FloatLayout *layout = &format->layout;
    int nan_len = (int)strlen(format->options.nanstr);
    int inf_len = (int)strlen(format->options.infstr) + negative;
    layout->pad_left = MAX(layout->pad_left, MAX(nan_len, inf_len) - (layout->pad_right + 1));
}

FloatFormat format_float_prepare(const FloatOptions *options, DType type, const void *data,
                                 intptr_t n)
{
    FloatFormat format = {.options = *options, .type = type, .layout = format_float_defaults};
    FloatLayout *layout = &format.layout;
    bool fixed = options->mode == FLOATMODE_FIXED;
    format.scientific = is_scientific(options, type, data, n);
    layout->precision = options->mode == FLOATMODE_UNIQUE ? -1 : MIN(options->precision, MAX_COUNT);
    layout->trim = fixed ? 'k' : '.';
    layout->unique = !fixed;
    layout->sign = options->sign == '+';
    Widths widths = measure(&format, data, n);
    if (fixed && widths.any)
        widths.fraction = options->precision; /* which may be more than could be measured */
    layout->pad_left = widths.whole;
    layout->pad_right = widths.fraction;
    if (!widths.any) {
        layout->trim = '.';
    } else if (format.scientific) {
        layout->trim = 'k';
        layout->precision = layout->min_digits = widths.fraction;
        layout->exp_digits = widths.exponent;
        layout->pad_right = widths.exponent + 2 + widths.fraction;
    } else if (fixed || options->mode == FLOATMODE_MAXPREC_EQUAL) {
        layout->precision = layout->min_digits = widths.fraction;
        layout->trim = 'k';
    } else {
        layout->min_digits = 0;
    }
    if (options->sign == ' ' && !widths.negative)
        layout->pad_left++;
    widen_for_specials(&format, data, n);
    return format;
}

size_t format_float_element_room(const FloatFormat *format)
{
    return format_float_room(&format->layout) + strlen(format->options.nanstr) +
           strlen(format->options.infstr) + 1;
}

size_t format_float_element(char *out, const FloatFormat *format, const void *element)
{
    double x = element_at(format->type, element, 0);
    if (isfinite(x))
        return format->scientific ? format_float_scientific(out, x, format->type, &format->layout)
                                  : format_float_positional(out, x, format->type, &format->layout);
    const char *word = isnan(x) ? format->options.nanstr : format->options.infstr;
    bool minus = !isnan(x) && x < 0, plus = !minus && format->options.sign == '+';
    int len = (int)strlen(word) + (minus || plus);
    char *start = out;
    out = put_fill(out, ' ', format->layout.pad_left + format->layout.pad_right + 1 - len);
    if (minus || plus)
        *out++ = minus ? '-' : '+';
    memcpy(out, word, strlen(word));
    return (size_t)(out + strlen(word) - start);
}

/* ---- integers ---- */

static size_t put_integer(char *out, uint64_t bits, bool is_signed)
{
    bool negative = is_signed && (int64_t)bits < 0;
    if (negative)
        *out = '-';
    return negative + float_write_digits(out + negative, negative ? -bits : bits);
}

size_t format_integer(char *out, DType type, const void *element)
{
    switch (type) {
#define X(is_signed, NAME, name, T, ...)                                                           \
    case DT_##NAME: {                                                                              \
        T value;                                                                                   \
        memcpy(&value, element, sizeof value);                                                     \
        return put_integer(out, (uint64_t)value, is_signed);                                       \
    }
        DTYPES_SIGNED(X, true)
        DTYPES_UNSIGNED(X, false)
#undef X
    default: {
        const char *word = *(const char *)element ? "True" : "False";
        memcpy(out, word, strlen(word));
        return strlen(word);
    }
    }
}

int format_integer_width(DType type, const void *data, intptr_t n)
{
    char text[24];
    int width = 0;
    for (intptr_t i = 0; i < n; i++) {
        const char *element = (const char *)data + (size_t)i * dtype_size(type);
        width = MAX(width, (int)format_integer(text, type, element));
    }
    return width;
}
