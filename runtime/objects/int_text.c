/* int_text.c: ints as text and text as ints. Conversions in bases that are no powers of two take
 * quadratic time in CPython, which therefore limits them; the limit is part of what scripts see.
 */
#include "runtime/error.h"
#include "runtime/float_text.h"
#include "runtime/objects/bytes.h"
#include "runtime/objects/int_arith.h"
#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"
#include "runtime/ops.h"
#include <stdlib.h>

int64_t int_max_str_digits = 4300;

static const char limit_hint[] = "use sys.set_int_max_str_digits() to increase the limit";

/* ---- To text ---- */

static const uint64_t TEN_19 = UINT64_C(10000000000000000000);

/* Writes |value| of at most two limbs in base 10; returns the length (at most 39). */
static size_t write_short(char *out, const IntView *a)
{
    if (a->count < 2) {
        return float_write_digits(out, a->count ? a->at[0] : 0);
    }
    Wide value = (Wide)a->at[1] << LIMB_BITS | a->at[0];
    Wide high = value / TEN_19;
    uint64_t low = (uint64_t)(value % TEN_19);
    size_t length;
    if (high >= TEN_19) {
        length = float_write_digits(out, (uint64_t)(high / TEN_19));
        uint64_t middle = (uint64_t)(high % TEN_19);
        for (int i = 18; i >= 0; i--, middle /= 10) {
            out[length + (size_t)i] = (char)('0' + middle % 10);
        }
        length += 19;
    } else {
        length = float_write_digits(out, (uint64_t)high);
    }
    for (int i = 18; i >= 0; i--, low /= 10) {
        out[length + (size_t)i] = (char)('0' + low % 10);
    }
    return length + 19;
}

static noreturn_fn cold_fn void raise_too_long(void)
{
    raise_value("Exceeds the limit (%ld digits) for integer string conversion; %s",
                (long)int_max_str_digits, limit_hint);
}

static Value long_to_str(const IntView *a, int base)
{
    bool is_limited = (base & (base - 1)) && int_max_str_digits > 0;
    /* log10(2) rounded down: a lower bound of the number of digits, to refuse at once. */
    if (is_limited && base == 10 &&
        (double)(int_view_bits(a) - 1) * 0.30102999566 > (double)int_max_str_digits) {
        raise_too_long();
    }
    mpz_t z;
    mpz_roinit_n(z, a->at, a->count);
    size_t room = mpz_sizeinbase(z, base) + 3;
    unsigned char *digits = scratch_bytes(room);
    mp_limb_t *limbs = scratch_bytes((size_t)(a->count + 1) * sizeof *limbs);
    mpn_copyi(limbs, a->at, a->count);
    size_t count = mpn_get_str(digits + 1, base, limbs, a->count);
    unsigned char *from = digits + 1;
    while (count > 1 && *from == 0) {
        from++;
        count--;
    }
    if (is_limited && count > (size_t)int_max_str_digits) {
        raise_too_long();
    }
    for (size_t i = 0; i < count; i++) {
        from[i] = (unsigned char)"0123456789abcdefghijklmnopqrstuvwxyz"[from[i]];
    }
    if (a->negative) {
        *--from = '-';
        count++;
    }
    return str_from_units(from, 1, count);
}

/* A str of ASCII text, which needs no scan. */
static Value ascii_str(const char *text, size_t length)
{
    if (length == 1) {
        return str_from_char((unsigned char)*text);
    }
    Str *s = str_alloc(length, 1, true);
    memcpy(s->data, text, length);
    return value_from(s);
}

Value int_to_str(Value v, int base)
{
    char text[72], *at = text;
    IntView view;
    int_look(v, &view);
    if (base == 10 && view.count <= 2) {
        if (view.negative) {
            *at++ = '-';
        }
        at += write_short(at, &view);
        return ascii_str(text, (size_t)(at - text));
    }
    if (view.count <= 1) {
        at = text + sizeof text;
        uint64_t rest = view.count ? view.at[0] : 0;
        do {
            *--at = "0123456789abcdefghijklmnopqrstuvwxyz"[rest % (unsigned)base];
            rest /= (unsigned)base;
        } while (rest);
        if (view.negative) {
            *--at = '-';
        }
        return ascii_str(at, (size_t)(text + sizeof text - at));
    }
    return long_to_str(&view, base);
}

/* ---- From text ---- */

static int digit_value(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'z' ? c - 'a' + 10
           : c >= 'A' && c <= 'Z' ? c - 'A' + 10
                                  : 99;
}

/* How many digits text[0..length) has, underscores between them apart; 0 if it is malformed. */
static size_t count_digits(const char *text, size_t length, int base)
{
    size_t digits = 0;
    bool may_underscore = false;
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '_') {
            if (!may_underscore) {
                return 0;
            }
            may_underscore = false;
        } else {
            if (digit_value(text[i]) >= base) {
                return 0;
            }
            digits++;
            may_underscore = true;
        }
    }
    return may_underscore ? digits : 0;
}

static Value parse_long(const char *text, size_t length, size_t digits, int base, bool negative)
{
    if ((base & (base - 1)) && int_max_str_digits > 0 && digits > (size_t)int_max_str_digits) {
        raise_value("Exceeds the limit (%ld digits) for integer string conversion: value has %zu "
                    "digits; %s",
                    (long)int_max_str_digits, digits, limit_hint);
    }
    unsigned char *values = scratch_bytes(digits + 1);
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '_' && (count || text[i] != '0')) {
            values[count++] = (unsigned char)digit_value(text[i]);
        }
    }
    if (count == 0) {
        return value_int(0);
    }
    int bits = 1;
    while (1 << bits < base) {
        bits++;
    }
    BigInt *b = int_room((int64_t)(count * (size_t)bits / LIMB_BITS + 2));
    return int_finish(b, mpn_set_str(b->limbs, values, count, base), negative);
}

/* Takes off a prefix such as 0x that fits the base, and finds the base if it is 0. */
static int read_prefix(const char **text, size_t *length, int base)
{
    const char *at = *text;
    int meant = 0;
    if (*length > 1 && at[0] == '0') {
        char c = at[1] | 0x20;
        meant = c == 'x' ? 16 : c == 'o' ? 8 : c == 'b' ? 2 : 0;
    }
    if (meant && (base == 0 || base == meant)) {
        size_t skip = *length > 2 && at[2] == '_' ? 3 : 2;
        *text += skip;
        *length -= skip;
        return meant;
    }
    if (base) {
        return base;
    }
    if (*length && at[0] == '0') { /* "010" is refused, "00" is not */
        for (size_t i = 0; i < *length; i++) {
            if (at[i] != '0' && at[i] != '_') {
                *length = 0;
            }
        }
    }
    return 10;
}

Value int_parse(const char *text, size_t length, int base)
{
    bool negative = false;
    if (length && (*text == '-' || *text == '+')) {
        negative = *text == '-';
        text++;
        length--;
    }
    if (base == 10 && length && length <= 18) { /* the common case in one pass */
        uint64_t value = 0;
        size_t i = 0;
        while (i < length && (unsigned char)(text[i] - '0') < 10) {
            value = value * 10 + (unsigned char)(text[i++] - '0');
        }
        if (i == length) {
            return int_from_int64(negative ? -(int64_t)value : (int64_t)value);
        }
    }
    base = read_prefix(&text, &length, base);
    size_t digits = count_digits(text, length, base);
    if (!digits) {
        return EMPTY;
    }
    if (digits <= 12) { /* 36**12 fits in 64 bits */
        uint64_t value = 0;
        for (size_t i = 0; i < length; i++) {
            if (text[i] != '_') {
                value = value * (unsigned)base + (unsigned)digit_value(text[i]);
            }
        }
        return int_from_int128(negative ? -(__int128)value : (__int128)value);
    }
    return parse_long(text, length, digits, base, negative);
}

const char *int_text_ascii(Value text, size_t *length)
{
    const char *at;
    if (is_bytes(text)) {
        const Bytes *bytes = (const Bytes *)as_object(text);
        at = (const char *)bytes->data;
        *length = bytes->length;
    } else if (as_str(text)->is_ascii) {
        at = as_str(text)->data;
        *length = as_str(text)->length;
    } else {
        const Str *s = as_str(text);
        char *copy = scratch_bytes(s->length + 1);
        for (size_t i = 0; i < s->length; i++) {
            uint32_t c = str_at(s, i);
            int digit = c < 128 ? -1 : unicode_decimal(c);
            copy[i] = digit >= 0                            ? (char)('0' + digit)
                      : c < 128                             ? (char)c
                      : unicode_is_space(c) ? ' '
                                                            : '?';
        }
        at = copy;
        *length = s->length;
    }
    uint8_t space = is_bytes(text) ? ASCII_BYTE_SPACE : ASCII_SPACE;
    while (*length && unicode_ascii[(uint8_t)*at] & space) {
        at++;
        --*length;
    }
    while (*length && unicode_ascii[(uint8_t)at[*length - 1]] & space) {
        --*length;
    }
    return at;
}

Value int_parse_value(Value text, int base)
{
    size_t length;
    const char *at = int_text_ascii(text, &length);
    Value v = int_parse(at, length, base);
    if (v == EMPTY) {
        Value shown = op_repr(text);
        size_t count = MIN(as_str(shown)->length, 200);
        raise_value("invalid literal for int() with base %d: %S", base,
                    str_slice(shown, 0, (int64_t)count, 1, count));
    }
    return v;
}
