#include "runtime/float_exact.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef unsigned __int128 U128;

/* ---- rounding ---- */

double float_round_integral(double x)
{
    double rounded = round(x);
    if (fabs(x - rounded) == 0.5)
        rounded = 2.0 * round(x / 2.0);
    return rounded;
}

static uint64_t power_u64(int n)
{
    uint64_t power = 1;
    while (n-- > 0)
        power *= 10;
    return power;
}

/* |x| = m / 2^s, in integers: round(|x| * 10^digits) / 10^digits, right when both fit a double's
 * 53 bits, since then the one division rounds once. False when the numbers grow too large. */
static bool round_fast(double x, int digits, double *result)
{
    int exponent;
    uint64_t m = (uint64_t)ldexp(frexp(x, &exponent), 53);
    int s = 53 - exponent;
    if (digits > 15 || s <= 0 || s > 100)
        return false;
    uint64_t power = power_u64(digits);
    U128 scaled = (U128)m * power, one = (U128)1 << s;
    U128 whole = scaled >> s, rest = scaled & (one - 1), half = one >> 1;
    whole += rest > half || (rest == half && (whole & 1));
    if (whole > UINT64_C(1) << 53)
        return false;
    *result = (double)(uint64_t)whole / (double)power;
    return true;
}

static double round_decimals(double x, int digits)
{
    double result;
    if (round_fast(x, digits, &result))
        return result;
    if (x >= 4503599627370496.0) /* 2^52: no fraction */
        return x;
    char text[384];
    snprintf(text, sizeof text, "%.*f", digits, x);
    return strtod(text, NULL);
}

/* Rounds to a multiple of 10^places, for x below 2^63. */
static double round_places_small(double x, int places)
{
    if (places >= 20)
        return 0.0;
    uint64_t whole = (uint64_t)x, power = power_u64(places);
    bool fraction = x != (double)whole;
    uint64_t quotient = whole / power, rest = whole % power, half = power / 2;
    if (rest > half || (rest == half && (fraction || (quotient & 1))))
        quotient++;
    U128 rounded = (U128)quotient * power;
    return (double)rounded;
}

/* The same for integers from 2^63, on all their decimal digits. */
static double round_places_large(double x, int places)
{
    char text[400];
    int len = snprintf(text, sizeof text, "0%.0f", x);
    int kept = len - places;
    if (kept < 1)
        return 0.0;
    bool more = strspn(text + kept + 1, "0") != (size_t)(places - 1);
    bool odd = (text[kept - 1] - '0') % 2 == 1;
    bool up = text[kept] > '5' || (text[kept] == '5' && (more || odd));
    for (int i = kept; i < len; i++)
        text[i] = '0';
    for (int i = kept - 1; up && i >= 0; i--) {
        up = text[i] == '9';
        text[i] = up ? '0' : (char)(text[i] + 1);
    }
    return strtod(text, NULL);
}

double float_round(double x, int64_t ndigits)
{
    if (!isfinite(x) || x == 0.0 || ndigits > 323)
        return x;
    if (ndigits < -308)
        return 0.0 * x;
    double magnitude = fabs(x);
    if (ndigits >= 0)
        magnitude = round_decimals(magnitude, (int)ndigits);
    else if (magnitude < 9223372036854775808.0)
        magnitude = round_places_small(magnitude, (int)-ndigits);
    else
        magnitude = round_places_large(magnitude, (int)-ndigits);
    return copysign(magnitude, x);
}

/* ---- hashing ---- */

static int64_t hash_sign(uint64_t h, bool negative)
{
    int64_t hash = negative ? -(int64_t)h : (int64_t)h;
    return hash == -1 ? -2 : hash;
}

static uint64_t hash_reduce(uint64_t n)
{
    n = (n & HASH_MODULUS) + (n >> 61);
    return n >= HASH_MODULUS ? n - HASH_MODULUS : n;
}

/* h * 2^by modulo 2^61 - 1: a rotation of 61 bits. */
static uint64_t hash_rotate(uint64_t h, unsigned by)
{
    return ((h << by) & HASH_MODULUS) | h >> (61 - by);
}

int64_t int_hash_small(int64_t n)
{
    uint64_t magnitude = n < 0 ? -(uint64_t)n : (uint64_t)n;
    return hash_sign(hash_reduce(magnitude), n < 0);
}

int64_t int_hash_limbs(const uint64_t *limbs, size_t count, bool negative)
{
    uint64_t h = 0;
    while (count-- > 0)
        h = hash_reduce(hash_rotate(h, 3) + hash_reduce(limbs[count]));
    return hash_sign(h, negative);
}

int64_t float_hash(double x)
{
    if (isinf(x))
        return x > 0 ? 314159 : -314159;
    if (fabs(x) < 9007199254740992.0 && x == (double)(int64_t)x)
        return int_hash_small((int64_t)x);
    int64_t mantissa;
    int exponent;
    float_split(x, &mantissa, &exponent);
    int by = exponent % 61;
    uint64_t magnitude = (uint64_t)(mantissa < 0 ? -mantissa : mantissa);
    return hash_sign(hash_rotate(magnitude, (unsigned)(by < 0 ? by + 61 : by)), x < 0);
}

void float_split(double x, int64_t *mantissa, int *exponent)
{
    *mantissa = (int64_t)ldexp(frexp(x, exponent), 53);
    *exponent -= 53;
    if (*mantissa == 0) {
        *exponent = 0;
        return;
    }
    int zeros = __builtin_ctzll((uint64_t)*mantissa);
    *mantissa /= INT64_C(1) << zeros;
    *exponent += zeros;
}

/* ---- hexadecimal ---- */

size_t float_hex(char *out, double x)
{
    if (!isfinite(x)) {
        const char *word = isnan(x) ? "nan" : x < 0 ? "-inf" : "inf";
        memcpy(out, word, strlen(word));
        return strlen(word);
    }
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    int exponent = (int)(bits >> 52 & 0x7ff);
    uint64_t fraction = bits & ((UINT64_C(1) << 52) - 1);
    const char *sign = bits >> 63 ? "-" : "";
    if (x == 0.0)
        return (size_t)snprintf(out, FLOAT_HEX_MAX, "%s0x0.0p+0", sign);
    return (size_t)snprintf(out, FLOAT_HEX_MAX, "%s0x%d.%013" PRIx64 "p%+d", sign, exponent > 0,
                            fraction, exponent > 0 ? exponent - 1023 : -1022);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* m * 2^exponent, rounded half to even; `sticky` if digits below m were not all zero. */
static FromHex hex_value(uint64_t m, bool sticky, int64_t exponent, double *value)
{
    *value = 0.0;
    if (m == 0)
        return FROMHEX_OK;
    int shift = __builtin_clzll(m);
    m <<= shift;
    exponent += 63 - shift; /* value = 1.xxx * 2^exponent, m holds 64 bits of 1.xxx */
    if (exponent > 1023)
        return FROMHEX_TOO_LARGE;
    int64_t kept = exponent >= -1022 ? 53 : 53 + (exponent + 1022);
    if (kept < 0)
        return FROMHEX_OK;
    int spare = 64 - (int)kept;
    uint64_t rest = spare == 64 ? m : m & ((UINT64_C(1) << spare) - 1);
    uint64_t half = UINT64_C(1) << (spare - 1);
    uint64_t top = spare == 64 ? 0 : m >> spare;
    top += rest > half || (rest == half && (sticky || (top & 1)));
    *value = ldexp((double)top, (int)exponent - 63 + spare);
    return isinf(*value) ? FROMHEX_TOO_LARGE : FROMHEX_OK;
}

static bool is_word(const char *p, const char *end, const char *word)
{
    size_t len = strlen(word), i = 0;
    while (i < len && p + i < end && (p[i] | 0x20) == word[i])
        i++;
    return i == len && p + i == end;
}

/* ('p' | 'P') ('+' | '-')? digit+ up to the end */
static bool read_binary_exponent(const char *p, const char *end, int64_t *exponent)
{
    bool negative = false;
    if (p == end)
        return true;
    if ((*p | 0x20) != 'p')
        return false;
    if (++p < end && (*p == '+' || *p == '-'))
        negative = *p++ == '-';
    if (p == end)
        return false;
    int64_t n = 0;
    for (; p < end; p++) {
        if (*p < '0' || *p > '9')
            return false;
        if (n < INT64_C(1) << 50)
            n = n * 10 + (*p - '0');
    }
    *exponent += negative ? -n : n;
    return true;
}

/* sign? ('inf' | 'infinity' | 'nan' | '0x'? hexdigits* ('.' hexdigits*)? exponent?) */
FromHex float_fromhex(const char *text, size_t len, double *value)
{
    const char *p = text, *end = text + len;
    double sign = 1;
    if (p < end && (*p == '+' || *p == '-'))
        sign = *p++ == '-' ? -1 : 1;
    bool inf = is_word(p, end, "inf") || is_word(p, end, "infinity");
    if (inf || is_word(p, end, "nan")) {
        *value = copysign(inf ? HUGE_VAL : (double)NAN, sign);
        return FROMHEX_OK;
    }
    if (end - p >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x')
        p += 2;
    uint64_t m = 0;
    int64_t exponent = 0;
    bool sticky = false, any = false, point = false;
    for (; p < end; p++) {
        int digit = hex_digit(*p);
        if (digit < 0) {
            if (*p != '.' || point)
                break;
            point = true;
            continue;
        }
        any = true;
        if (m >> 60 == 0) {
            m = m << 4 | (uint64_t)digit;
            exponent -= point ? 4 : 0;
        } else {
            sticky |= digit != 0;
            exponent += point ? 0 : 4;
        }
    }
    if (!any || !read_binary_exponent(p, end, &exponent))
        return FROMHEX_INVALID;
    FromHex status = hex_value(m, sticky, exponent, value);
    *value = copysign(*value, sign);
    return status;
}
