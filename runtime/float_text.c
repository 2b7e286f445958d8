/* Shortest digits: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). Reading:
 * a product with a 128-bit power of ten as in Daniel Lemire, "Number Parsing at a Gigabyte per
 * Second" (2021), which hands the rare undecided case to strtod. glibc's printf and strtod are
 * exact, so they do what is long and seldom needed. */
#include "runtime/float_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "runtime/pow10_table.h"

typedef unsigned __int128 U128;

static const char digit_pairs[] = "00010203040506070809101112131415161718192021222324"
                                  "25262728293031323334353637383940414243444546474849"
                                  "50515253545556575859606162636465666768697071727374"
                                  "75767778798081828384858687888990919293949596979899";

static const uint64_t pow10_u64[20] = {1,
                                       10,
                                       100,
                                       1000,
                                       10000,
                                       100000,
                                       1000000,
                                       10000000,
                                       100000000,
                                       1000000000,
                                       10000000000,
                                       100000000000,
                                       1000000000000,
                                       10000000000000,
                                       100000000000000,
                                       1000000000000000,
                                       10000000000000000,
                                       100000000000000000,
                                       1000000000000000000,
                                       10000000000000000000u};

/* ---- shortest digits ---- */

/* floor(log2(10^e)) and floor(e * log10(2)), exact over the exponents of doubles. */
static int log2_pow10(int e)
{
    return (e * 1741647) >> 19;
}

/* The upper half of the product g * c, its last bit set if anything below was lost: rounding to
 * odd keeps all that later comparisons ask for. */
static uint64_t round_to_odd(Pow10 g, uint64_t c)
{
    U128 low = (U128)g.lo * c;
    U128 high = (U128)g.hi * c + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

static Decimal strip_zeros(uint64_t digits, int exponent)
{
    if (digits == 0)
        return (Decimal){0, 0};
    while (digits % 100000000 == 0) {
        digits /= 100000000;
        exponent += 8;
    }
    while (digits % 100 == 0) {
        digits /= 100;
        exponent += 2;
    }
    if (digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    return (Decimal){digits, exponent};
}

/* The shortest decimal in the rounding interval of c * 2^q. `closer` says that c is the least
 * significand of its binade, so the neighbour below is only half as far (Schubfach, section 9). */
static Decimal schubfach(uint64_t c, int q, bool closer)
{
    bool even = c % 2 == 0;
    int k = (q * 1262611 - (closer ? 524031 : 0)) >> 22;
    int h = q + log2_pow10(-k) + 1;
    Pow10 g = pow10_table[-k - POW10_MIN];
    if (k > 0 || -k > POW10_EXACT_MAX) {
        g.lo++;
        g.hi += g.lo == 0;
    }
    uint64_t lower = round_to_odd(g, (4 * c - 2 + closer) << h) + !even;
    uint64_t value = round_to_odd(g, 4 * c << h);
    uint64_t upper = round_to_odd(g, (4 * c + 2) << h) - !even;
    uint64_t s = value / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up)
            return strip_zeros(tens + up, k + 1);
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down == up)
        up = value > 4 * s + 2 || (value == 4 * s + 2 && s % 2 == 1);
    return strip_zeros(s + up, k);
}

Decimal float_shortest(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7ff);
    if (exponent == 0)
        return fraction == 0 ? (Decimal){0, 0} : schubfach(fraction, -1074, false);
    uint64_t c = fraction | UINT64_C(1) << 52;
    int q = exponent - 1075;
    if (-52 <= q && q <= 0 && (c & ((UINT64_C(1) << -q) - 1)) == 0)
        return strip_zeros(c >> -q, 0);
    return schubfach(c, q, fraction == 0 && exponent > 1);
}

Decimal float32_shortest(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    uint32_t fraction = bits & 0x7fffff;
    int exponent = (int)(bits >> 23 & 0xff);
    if (exponent == 0)
        return fraction == 0 ? (Decimal){0, 0} : schubfach(fraction, -149, false);
    uint32_t c = fraction | 1u << 23;
    int q = exponent - 150;
    if (-23 <= q && q <= 0 && (c & ((1u << -q) - 1)) == 0)
        return strip_zeros(c >> -q, 0);
    return schubfach(c, q, fraction == 0 && exponent > 1);
}

/* ---- writing digits ---- */

int float_count_digits(uint64_t n)
{
    int guess = ((64 - __builtin_clzll(n | 1)) * 1233) >> 12;
    return guess + (n >= pow10_u64[guess] || guess == 0);
}

/* Writes n in exactly `count` digits, zeros in front. */
static void put_digits(char *out, uint64_t n, int count)
{
    while (count >= 2) {
        count -= 2;
        memcpy(out + count, digit_pairs + 2 * (n % 100), 2);
        n /= 100;
    }
    if (count == 1)
        out[0] = (char)('0' + n % 10);
}

size_t float_write_digits(char *out, uint64_t n)
{
    int count = float_count_digits(n);
    put_digits(out, n, count);
    return (size_t)count;
}

/* 'e', a sign, and at least two digits. */
static char *put_exponent(char *out, int exponent)
{
    *out++ = 'e';
    *out++ = exponent < 0 ? '-' : '+';
    unsigned e = (unsigned)abs(exponent);
    int count = e < 100 ? 2 : 3;
    put_digits(out, e, count);
    return out + count;
}

/* digits with the point after the first `point` of them (point may be negative or beyond). */
static char *put_positional(char *out, const char *digits, int count, int point, bool dot_zero)
{
    if (point <= 0) {
        memcpy(out, "0.", 2);
        memset(out + 2, '0', (size_t)-point);
        memcpy(out + 2 - point, digits, (size_t)count);
        return out + 2 - point + count;
    }
    if (point < count) {
        memcpy(out, digits, (size_t)point);
        out[point] = '.';
        memcpy(out + point + 1, digits + point, (size_t)(count - point));
        return out + count + 1;
    }
    memcpy(out, digits, (size_t)count);
    memset(out + count, '0', (size_t)(point - count));
    out += point;
    if (dot_zero) {
        memcpy(out, ".0", 2);
        out += 2;
    }
    return out;
}

static char *put_scientific(char *out, const char *digits, int count, int point, bool keep_dot)
{
    *out++ = digits[0];
    if (count > 1 || keep_dot)
        *out++ = '.';
    memcpy(out, digits + 1, (size_t)(count - 1));
    return put_exponent(out + count - 1, point - 1);
}

/* ---- Python's repr and format ---- */

static size_t put_not_finite(char *out, double x, bool upper)
{
    size_t sign = !isnan(x) && x < 0;
    memcpy(out, "-", sign);
    memcpy(out + sign, isnan(x) ? (upper ? "NAN" : "nan") : (upper ? "INF" : "inf"), 3);
    return sign + 3;
}

/* repr with the '#' flag of format, under which an exponent form keeps its point: '1.e+16'. */
static size_t put_repr(char *out, double x, bool keep_dot)
{
    char *start = out;
    if (unlikely(!isfinite(x)))
        return put_not_finite(out, x, false);
    if (signbit(x))
        *out++ = '-';
    Decimal d = float_shortest(x);
    char digits[20];
    int count = (int)float_write_digits(digits, d.digits);
    int point = count + d.exponent;
    if (-4 < point && point <= 16)
        out = put_positional(out, digits, count, point, true);
    else
        out = put_scientific(out, digits, count, point, keep_dot);
    return (size_t)(out - start);
}

size_t float_repr(char *out, double x)
{
    return put_repr(out, x, false);
}

/* Like 'g', but at least one digit stands after the point (a format with a precision and no type):
 * a number of as many integral digits as the precision already takes the exponent form. */
static size_t put_general_dot(char *out, double x, int precision, bool alternate)
{
    char *start = out;
    char *digits = out + 16; /* printed further right in the same room, then moved left */
    int kept = precision > 0 ? precision : 1;
    snprintf(digits, (size_t)kept + 16, "%.*e", kept - 1, fabs(x));
    int exponent = atoi(digits + kept + (kept > 1) + 1);
    if (kept > 1)
        memmove(digits + 1, digits + 2, (size_t)kept - 1);
    if (signbit(x))
        *out++ = '-';
    int count = kept, point = exponent + 1;
    while (!alternate && count > 1 && digits[count - 1] == '0')
        count--;
    if (-4 >= point || point > kept - 1) {
        char first = digits[0];
        *out++ = first;
        if (count > 1 || alternate)
            *out++ = '.';
        memmove(out, digits + 1, (size_t)count - 1);
        return (size_t)(put_exponent(out + count - 1, exponent) - start);
    }
    if (point <= 0) {
        memcpy(out, "0.", 2);
        memset(out + 2, '0', (size_t)-point);
        out += 2 - point;
        memmove(out, digits, (size_t)count);
        return (size_t)(out + count - start);
    }
    if (count < point) {
        memset(digits + count, '0', (size_t)(point - count));
        count = point;
    }
    memmove(out, digits, (size_t)point);
    out += point;
    *out++ = '.';
    if (count == point) {
        *out++ = '0';
        return (size_t)(out - start);
    }
    memmove(out, digits + point, (size_t)(count - point));
    return (size_t)(out + (count - point) - start);
}

/* Fixed notation in exact integer arithmetic, for |x| < 2^63 and precision <= 19; 0 if not so. */
static size_t put_fixed_fast(char *out, double x, int precision, bool keep_dot)
{
    char *start = out;
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int field = (int)(bits >> 52 & 0x7ff);
    uint64_t m = (bits & ((UINT64_C(1) << 52) - 1)) | (uint64_t)(field > 0) << 52;
    int s = 1075 - field - (field == 0); /* |x| = m / 2^s */
    if (precision > 19 || s < -10)
        return 0;
    uint64_t whole, fraction = 0;
    if (s <= 0) {
        whole = m << -s;
    } else {
        whole = s < 64 ? m >> s : 0;
        uint64_t rest = s < 64 ? m & ((UINT64_C(1) << s) - 1) : m;
        if (s <= 120) { /* below that the value is less than half of the last decimal */
            U128 scaled = (U128)rest * pow10_u64[precision];
            U128 half = (U128)1 << (s - 1), left = scaled & (((U128)1 << s) - 1);
            fraction = (uint64_t)(scaled >> s);
            bool odd = (precision > 0 ? fraction : whole) & 1;
            fraction += left > half || (left == half && odd);
        }
        if (fraction == pow10_u64[precision]) {
            fraction = 0;
            whole++;
        }
    }
    if (signbit(x))
        *out++ = '-';
    out += float_write_digits(out, whole);
    if (precision > 0 || keep_dot)
        *out++ = '.';
    put_digits(out, fraction, precision);
    return (size_t)(out + precision - start);
}

size_t float_format_room(double x, char type, int precision)
{
    size_t integral = (type == 'f' || type == 'F' || type == '%') && fabs(x) >= 1e15 ? 320 : 32;
    return integral + FLOAT_REPR_MAX + (size_t)MAX(precision, 8);
}

/* '%#g' by its definition in C: glibc 2.36 loses zeros where rounding carries to a new digit. */
static size_t put_general_alternate(char *out, size_t room, double x, char type, int precision)
{
    int digits = MAX(precision, 1);
    snprintf(out, room, "%.*e", digits - 1, x);
    int exponent = atoi(strchr(out, 'e') + 1);
    if (exponent < -4 || exponent >= digits)
        return (size_t)snprintf(out, room, type == 'G' ? "%#.*E" : "%#.*e", digits - 1, x);
    return (size_t)snprintf(out, room, "%#.*f", digits - 1 - exponent, x);
}

static size_t put_printf(char *out, size_t room, double x, char type, int precision, bool alternate)
{
    if (alternate && (type == 'g' || type == 'G'))
        return put_general_alternate(out, room, x, type, precision);
    char spec[6] = {'%', '#', '.', '*', type, 0};
    if (!alternate)
        memmove(spec + 1, spec + 2, 4);
    return (size_t)snprintf(out, room, spec, precision, x);
}

static void find_parts(const char *out, size_t len, FloatParts *parts)
{
    size_t at = len > 0 && out[0] == '-';
    *parts = (FloatParts){.sign = at};
    while (at < len && out[at] >= '0' && out[at] <= '9')
        at++;
    parts->integral = at - parts->sign;
    if (at < len && out[at] == '.') {
        parts->point = 1;
        size_t from = ++at;
        while (at < len && out[at] >= '0' && out[at] <= '9')
            at++;
        parts->fraction = at - from;
    }
    parts->tail = len - at;
}

size_t float_format(char *out, double x, char type, int precision, bool alternate,
                    FloatParts *parts)
{
    size_t room = float_format_room(x, type, precision), len;
    bool percent = type == '%', bare = type == 0, upper = type == 'E' || type == 'F' || type == 'G';
    if (percent)
        x *= 100;
    type = percent || type == 'F' ? 'f' : type == 'n' ? 'g' : type;
    int decimals = precision < 0 ? 6 : precision;
    if (!isfinite(x))
        len = put_not_finite(out, x, upper);
    else if (type == 'r' || (bare && precision < 0))
        len = put_repr(out, x, alternate);
    else if (bare)
        len = put_general_dot(out, x, precision, alternate);
    else if (type == 'f' && (len = put_fixed_fast(out, x, decimals, alternate)) > 0)
        ;
    else
        len = put_printf(out, room, x, type, decimals, alternate);
    if (percent)
        out[len++] = '%';
    if (parts != NULL)
        find_parts(out, len, parts);
    return len;
}

/* ---- reading ---- */

enum { KEPT_DIGITS = 800 }; /* a double's halfway points have at most 768 significant digits */

typedef struct {
    uint64_t digits;  /* the first 19 significant digits */
    int kept;         /* significant digits in text */
    bool lost;        /* a digit other than 0 lies beyond text */
    int64_t exponent; /* value = 0.text * 10^exponent */
    bool seen_point;
    char text[KEPT_DIGITS];
} Reading;

static void read_digit(Reading *r, char digit)
{
    if (r->kept == 0 && digit == '0') {
        r->exponent -= r->seen_point;
        return;
    }
    r->exponent += !r->seen_point;
    if (r->kept < 19)
        r->digits = r->digits * 10 + (uint64_t)(digit - '0');
    if (r->kept < KEPT_DIGITS)
        r->text[r->kept++] = digit;
    else
        r->lost |= digit != '0';
}

static bool is_digit(const char *p, const char *end)
{
    return p < end && *p >= '0' && *p <= '9';
}

/* digits: digit ('_'? digit)* ; returns where they end. */
static const char *read_digits(const char *p, const char *end, Reading *r)
{
    while (is_digit(p, end)) {
        read_digit(r, *p++);
        if (p < end && *p == '_' && is_digit(p + 1, end))
            p++;
    }
    return p;
}

/* exponent: ('e' | 'E') ('+' | '-')? digits ; NULL if malformed. */
static const char *read_exponent(const char *p, const char *end, Reading *r)
{
    bool negative = false;
    if (++p < end && (*p == '+' || *p == '-'))
        negative = *p++ == '-';
    if (!is_digit(p, end))
        return NULL;
    int64_t exponent = 0;
    while (is_digit(p, end)) {
        if (exponent < INT64_C(1) << 50)
            exponent = exponent * 10 + (*p - '0');
        p++;
        if (p < end && *p == '_' && is_digit(p + 1, end))
            p++;
    }
    r->exponent += negative ? -exponent : exponent;
    return p;
}

/* w * 10^e by one 64 x 128-bit product, when its bits decide the rounding and the result is a
 * normal double. The true product lies less than 2 above the upper 128 bits computed. */
static bool scale_fast(uint64_t w, int e, double *value)
{
    if (e < POW10_MIN || e > 308)
        return false;
    Pow10 g = pow10_table[e - POW10_MIN];
    int shift = __builtin_clzll(w);
    w <<= shift;
    U128 low = (U128)w * g.lo;
    U128 product = (U128)w * g.hi + (uint64_t)(low >> 64);
    int spare = product >> 127 ? 75 : 74; /* bits below the 53 that stay */
    int field = log2_pow10(e) - shift - 63 + spare + 52 + 1023;
    U128 rest = product & (((U128)1 << spare) - 1), half = (U128)1 << (spare - 1);
    if ((rest <= half && rest + 2 >= half) || field < 1 || field > 2045)
        return false;
    uint64_t m = (uint64_t)(product >> spare) + (rest > half);
    uint64_t bits = ((uint64_t)(field - 1) << 52) + m; /* m brings the hidden bit, or a carry */
    memcpy(value, &bits, sizeof bits);
    return true;
}

static double reading_value(Reading *r)
{
    static const double exact[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (r->kept == 0 || r->exponent < -400)
        return 0.0;
    if (r->exponent > 400)
        return HUGE_VAL;
    while (r->kept > 19 && !r->lost && r->text[r->kept - 1] == '0')
        r->kept--;
    int e = (int)r->exponent - r->kept;
    double value;
    if (r->kept <= 19) {
        if (r->digits <= UINT64_C(1) << 53 && e >= -22 && e <= 22)
            return e < 0 ? (double)r->digits / exact[-e] : (double)r->digits * exact[e];
        if (scale_fast(r->digits, e, &value))
            return value;
    }
    char text[KEPT_DIGITS + 24];
    memcpy(text, r->text, (size_t)r->kept);
    if (r->lost) {
        text[r->kept] = '1';
        e--;
    }
    snprintf(text + r->kept + r->lost, 20, "e%d", e);
    return strtod(text, NULL);
}

static bool is_word(const char *p, const char *end, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(end - p) != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if ((p[i] | 0x20) != word[i])
            return false;
    }
    return true;
}

/* number: sign? ('inf' | 'infinity' | 'nan' | digits ('.' digits?)? exponent? | '.' digits ...) */
bool float_parse(const char *text, size_t len, double *value)
{
    const char *p = text, *end = text + len;
    double sign = 1;
    if (p < end && (*p == '+' || *p == '-'))
        sign = *p++ == '-' ? -1 : 1;
    if (is_word(p, end, "inf") || is_word(p, end, "infinity")) {
        *value = copysign(HUGE_VAL, sign);
        return true;
    }
    if (is_word(p, end, "nan")) {
        *value = copysign((double)NAN, sign);
        return true;
    }
    Reading r;
    r.digits = 0, r.kept = 0, r.lost = false, r.exponent = 0, r.seen_point = false;
    bool any = is_digit(p, end);
    p = read_digits(p, end, &r);
    if (p < end && *p == '.') {
        r.seen_point = true;
        any |= is_digit(++p, end);
        p = read_digits(p, end, &r);
    }
    if (any && p < end && (*p | 0x20) == 'e')
        p = read_exponent(p, end, &r);
    if (!any || p != end)
        return false;
    *value = copysign(reading_value(&r), sign);
    return true;
}
