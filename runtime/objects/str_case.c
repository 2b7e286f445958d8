#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"

/* ---- Predicates of all characters ---- */

/* Whether there is a character and all are of the class. */
static bool all_are(Value str, int ascii_class, bool (*is_member)(uint32_t c))
{
    const Str *s = as_str(str);
    if (s->is_ascii) {
        for (size_t i = 0; i < s->length; i++) {
            if (!(unicode_ascii[(uint8_t)s->data[i]] & ascii_class)) {
                return false;
            }
        }
    } else {
        for (size_t i = 0; i < s->length; i++) {
            if (!is_member(str_at(s, i))) {
                return false;
            }
        }
    }
    return s->length != 0;
}

Value str_isalnum_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_ALNUM, unicode_is_alnum));
}

Value str_isalpha_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_ALPHA, unicode_is_alpha));
}

Value str_isascii_method(Args args)
{
    return value_bool(as_str(args.at[0])->is_ascii);
}

Value str_isdecimal_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_DIGIT, unicode_is_decimal));
}

Value str_isdigit_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_DIGIT, unicode_is_digit));
}

Value str_isnumeric_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_DIGIT, unicode_is_numeric));
}

Value str_isspace_method(Args args)
{
    return value_bool(all_are(args.at[0], ASCII_SPACE, unicode_is_space));
}

Value str_isprintable_method(Args args)
{
    return value_bool(!as_str(args.at[0])->length ||
                      all_are(args.at[0], ASCII_PRINT, unicode_is_printable));
}

bool str_is_identifier(Value str)
{
    const Str *s = as_str(str);
    if (!s->length || !unicode_is_identifier_start(str_at(s, 0))) {
        return false;
    }
    return all_are(str, ASCII_IDENTIFIER, unicode_is_identifier_part);
}

Value str_isidentifier_method(Args args)
{
    return value_bool(str_is_identifier(args.at[0]));
}

Value str_islower_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    bool cased = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is_upper(c) || unicode_is_title(c)) {
            return FALSE;
        }
        cased = cased || unicode_is_lower(c);
    }
    return value_bool(cased);
}

Value str_isupper_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    bool cased = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is_lower(c) || unicode_is_title(c)) {
            return FALSE;
        }
        cased = cased || unicode_is_upper(c);
    }
    return value_bool(cased);
}

Value str_istitle_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    bool cased = false, after_cased = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is_upper(c) || unicode_is_title(c)) {
            if (after_cased) {
                return FALSE;
            }
            cased = after_cased = true;
        } else if (unicode_is_lower(c)) {
            if (!after_cased) {
                return FALSE;
            }
        } else {
            after_cased = false;
        }
    }
    return value_bool(cased);
}

/* ---- Case maps ---- */

enum { SIGMA = 0x3a3, SMALL_SIGMA = 0x3c3, FINAL_SIGMA = 0x3c2 };

/* A capital sigma is final (SpecialCasing.txt's condition Final_Sigma) if a cased letter stands
 * before it and none after it, what is case-ignorable not counted. */
static bool sigma_is_final(const Str *s, size_t at)
{
    size_t i = at;
    while (i > 0 && unicode_is_case_ignorable(str_at(s, i - 1))) {
        i--;
    }
    if (!i || !unicode_is_cased(str_at(s, i - 1))) {
        return false;
    }
    i = at + 1;
    while (i < s->length && unicode_is_case_ignorable(str_at(s, i))) {
        i++;
    }
    return i == s->length || !unicode_is_cased(str_at(s, i));
}

static void put_lower(StrBuilder *b, const Str *s, size_t i)
{
    uint32_t c = str_at(s, i), out[UNICODE_CASE_MAX];
    if (c == SIGMA) {
        builder_char(b, sigma_is_final(s, i) ? FINAL_SIGMA : SMALL_SIGMA);
        return;
    }
    int n = unicode_lower(c, out);
    for (int k = 0; k < n; k++) {
        builder_char(b, out[k]);
    }
}

static void put_mapped(StrBuilder *b, uint32_t c, int (*map)(uint32_t c, uint32_t *out))
{
    uint32_t out[UNICODE_CASE_MAX];
    int n = map(c, out);
    for (int k = 0; k < n; k++) {
        builder_char(b, out[k]);
    }
}

static always_inline uint8_t ascii_upper(uint8_t c)
{
    return c ^ (uint8_t)((uint8_t)(c - 'a') < 26 ? 0x20 : 0);
}

static always_inline uint8_t ascii_lower(uint8_t c)
{
    return c ^ (uint8_t)((uint8_t)(c - 'A') < 26 ? 0x20 : 0);
}

static void put_upper(StrBuilder *b, const Str *s, size_t i)
{
    put_mapped(b, str_at(s, i), unicode_upper);
}

static void put_folded(StrBuilder *b, const Str *s, size_t i)
{
    put_mapped(b, str_at(s, i), unicode_fold);
}

vector_loops static Value ascii_uppered(const Str *s)
{
    Str *r = str_alloc(s->length, 1, true);
    const uint8_t *restrict from = (const uint8_t *)s->data;
    uint8_t *restrict to = (uint8_t *)r->data;
    for (size_t i = 0, n = s->length; i < n; i++) {
        to[i] = ascii_upper(from[i]);
    }
    return value_from(r);
}

vector_loops static Value ascii_lowered(const Str *s)
{
    Str *r = str_alloc(s->length, 1, true);
    const uint8_t *restrict from = (const uint8_t *)s->data;
    uint8_t *restrict to = (uint8_t *)r->data;
    for (size_t i = 0, n = s->length; i < n; i++) {
        to[i] = ascii_lower(from[i]);
    }
    return value_from(r);
}

/* All characters by `put`; those before the first that `simple` has no answer for in the result's
 * width are mapped in place. */
static Value mapped(const Str *s, uint32_t (*simple)(uint32_t c),
                    void (*put)(StrBuilder *b, const Str *s, size_t i))
{
    Str *r = str_alloc(s->length, s->width, false);
    uint32_t all = 0, limit = s->width == 1 ? 0x100 : s->width == 2 ? 0x10000 : UNICODE_END;
    size_t i = 0;
    for (; i < s->length; i++) {
        uint32_t c = simple(str_at(s, i));
        if (c >= limit) {
            break;
        }
        all |= c;
        unit_put(r->data, r->width, i, c);
    }
    if (i == s->length) {
        if (i <= 1 || width_for(all) != r->width) {
            return str_from_units(r->data, r->width, i);
        }
        r->is_ascii = all < 0x80;
        return value_from(r);
    }
    StrBuilder b;
    builder_start(&b);
    builder_part(&b, value_from(r), 0, i);
    for (; i < s->length; i++) {
        put(&b, s, i);
    }
    return builder_end(&b);
}

static uint32_t never_simple(uint32_t c)
{
    return c < 128 ? unicode_simple_lower(c) : UNICODE_SPECIAL;
}

Value str_upper_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    return s->is_ascii ? ascii_uppered(s) : mapped(s, unicode_simple_upper, put_upper);
}

Value str_lower_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    return s->is_ascii ? ascii_lowered(s) : mapped(s, unicode_simple_lower, put_lower);
}

Value str_casefold_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    return s->is_ascii ? ascii_lowered(s) : mapped(s, never_simple, put_folded);
}

Value str_capitalize_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    if (!s->length) {
        return str_empty();
    }
    if (s->is_ascii) {
        Str *r = as_str(ascii_lowered(s));
        r->data[0] = (char)ascii_upper((uint8_t)s->data[0]);
        return value_from(r);
    }
    StrBuilder b;
    builder_start(&b);
    put_mapped(&b, str_at(s, 0), unicode_title);
    for (size_t i = 1; i < s->length; i++) {
        put_lower(&b, s, i);
    }
    return builder_end(&b);
}

static Value ascii_titled(const Str *s)
{
    Str *r = str_alloc(s->length, 1, true);
    bool after_cased = false;
    for (size_t i = 0; i < s->length; i++) {
        uint8_t c = (uint8_t)s->data[i];
        r->data[i] = (char)(after_cased ? ascii_lower(c) : ascii_upper(c));
        after_cased = unicode_ascii[c] & ASCII_ALPHA;
    }
    return value_from(r);
}

static Value ascii_swapped(const Str *s)
{
    Str *r = str_alloc(s->length, 1, true);
    for (size_t i = 0; i < s->length; i++) {
        uint8_t c = (uint8_t)s->data[i];
        r->data[i] = (char)(unicode_ascii[c] & ASCII_ALPHA ? c ^ 0x20 : c);
    }
    return value_from(r);
}

Value str_title_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    if (s->is_ascii) {
        return ascii_titled(s);
    }
    StrBuilder b;
    builder_start(&b);
    bool after_cased = false;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (after_cased) {
            put_lower(&b, s, i);
        } else {
            put_mapped(&b, c, unicode_title);
        }
        after_cased = unicode_is_cased(c);
    }
    return builder_end(&b);
}

Value str_swapcase_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    if (s->is_ascii) {
        return ascii_swapped(s);
    }
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (unicode_is_upper(c)) {
            put_lower(&b, s, i);
        } else if (unicode_is_lower(c)) {
            put_mapped(&b, c, unicode_upper);
        } else {
            builder_char(&b, c);
        }
    }
    return builder_end(&b);
}
