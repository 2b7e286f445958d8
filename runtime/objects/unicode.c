#include "runtime/objects/unicode.h"
#include "runtime/objects/unicode_tables.h"
#include <utf8proc.h>

enum {
    SP = ASCII_SPACE,
    BS = ASCII_SPACE | ASCII_BYTE_SPACE,
    BL = BS | ASCII_LINE_BREAK,
    SL = ASCII_SPACE | ASCII_LINE_BREAK,
    PR = ASCII_PRINT,
    DG = ASCII_DIGIT | PR,
    UP = ASCII_UPPER | PR,
    LO = ASCII_LOWER | PR,
    US = ASCII_UNDERSCORE | PR,
};
/* clang-format off */
const uint8_t unicode_ascii[256] = {
    0,  0,  0,  0,  0,  0,  0,  0,  0,  BS, BL, BL, BL, BL, 0,  0,
    0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  0,  SL, SL, SL, SP,
    BS | PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR, PR,
    DG, DG, DG, DG, DG, DG, DG, DG, DG, DG, PR, PR, PR, PR, PR, PR,
    PR, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP,
    UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, UP, PR, PR, PR, PR, US,
    PR, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO,
    LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, LO, PR, PR, PR, PR, 0,
};
/* clang-format on */

static bool in_ranges(const CodeRange *ranges, size_t count, uint32_t c)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < count && c >= ranges[low].first;
}
#define IN(table, c) in_ranges(table, COUNT_OF(table), c)

static int category(uint32_t c)
{
    int found = utf8proc_get_property((utf8proc_int32_t)c)->category;
    return found != UTF8PROC_CATEGORY_CN && IN(unassigned_in_14, c) ? UTF8PROC_CATEGORY_CN : found;
}

/* A set of general categories as bits. */
#define CAT(name) (1u << UTF8PROC_CATEGORY_##name)
#define LETTERS (CAT(LU) | CAT(LL) | CAT(LT) | CAT(LM) | CAT(LO))

static bool is_in(uint32_t c, uint32_t categories)
{
    return (1u << category(c)) & categories;
}

bool unicode_is_alpha(uint32_t c)
{
    return c < 128 ? unicode_ascii[c] & ASCII_ALPHA : is_in(c, LETTERS);
}

bool unicode_is_decimal(uint32_t c)
{
    return c < 128 ? unicode_ascii[c] & ASCII_DIGIT : is_in(c, CAT(ND));
}

bool unicode_is_digit(uint32_t c)
{
    return unicode_is_decimal(c) || (c >= 128 && IN(other_digits, c));
}

bool unicode_is_numeric(uint32_t c)
{
    if (c < 128) {
        return unicode_ascii[c] & ASCII_DIGIT;
    }
    return is_in(c, CAT(ND) | CAT(NL) | CAT(NO)) || IN(other_numeric, c);
}

bool unicode_is_alnum(uint32_t c)
{
    return c < 128 ? unicode_ascii[c] & ASCII_ALNUM : unicode_is_alpha(c) || unicode_is_numeric(c);
}

bool unicode_is_lower(uint32_t c)
{
    return c < 128 ? unicode_ascii[c] & ASCII_LOWER : is_in(c, CAT(LL)) || IN(other_lower, c);
}

bool unicode_is_upper(uint32_t c)
{
    return c < 128 ? unicode_ascii[c] & ASCII_UPPER : is_in(c, CAT(LU)) || IN(other_upper, c);
}

bool unicode_is_title(uint32_t c)
{
    return c >= 128 && is_in(c, CAT(LT));
}

bool unicode_is_space(uint32_t c)
{
    if (c < 128) {
        return unicode_ascii[c] & ASCII_SPACE;
    }
    return c == 0x85 || c == 0x2028 || c == 0x2029 || is_in(c, CAT(ZS));
}

bool unicode_is_line_break(uint32_t c)
{
    return (c >= 0x0a && c <= 0x0d) || (c >= 0x1c && c <= 0x1e) || c == 0x85 || c == 0x2028 ||
           c == 0x2029;
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 128) {
        return unicode_ascii[c] & ASCII_PRINT;
    }
    return !is_in(c, CAT(CC) | CAT(CF) | CAT(CS) | CAT(CO) | CAT(CN) | CAT(ZL) | CAT(ZP) | CAT(ZS));
}

bool unicode_is_identifier_start(uint32_t c)
{
    if (c < 128) {
        return unicode_ascii[c] & (ASCII_ALPHA | ASCII_UNDERSCORE);
    }
    return is_in(c, LETTERS | CAT(NL)) ? !IN(not_id_start, c) : IN(other_id_start, c);
}

bool unicode_is_identifier_part(uint32_t c)
{
    if (c < 128) {
        return unicode_ascii[c] & ASCII_IDENTIFIER;
    }
    return is_in(c, LETTERS | CAT(NL) | CAT(MN) | CAT(MC) | CAT(ND) | CAT(PC))
               ? !IN(not_id_part, c)
               : IN(other_id_part, c);
}

bool unicode_is_cased(uint32_t c)
{
    return unicode_is_lower(c) || unicode_is_upper(c) || unicode_is_title(c);
}

bool unicode_is_case_ignorable(uint32_t c)
{
    /* Word_Break MidLetter, MidNumLet and Single_Quote: few enough to be named here. */
    static const uint16_t middle[] = {0x27,   0x2e,   0x3a,   0xb7,   0x387,  0x55f,
                                      0x5f4,  0x2018, 0x2019, 0x2024, 0x2027, 0xfe13,
                                      0xfe52, 0xfe55, 0xff07, 0xff0e, 0xff1a};
    for (size_t i = 0; i < COUNT_OF(middle); i++) {
        if (c == middle[i]) {
            return true;
        }
    }
    return is_in(c, CAT(MN) | CAT(ME) | CAT(CF) | CAT(LM) | CAT(SK));
}

int unicode_decimal(uint32_t c)
{
    if (c < 128) {
        return c >= '0' && c <= '9' ? (int)(c - '0') : -1;
    }
    if (!unicode_is_decimal(c)) {
        return -1;
    }
    /* Decimal digits stand in runs of ten, from zero to nine; runs may touch. */
    uint32_t first = c;
    while (unicode_is_decimal(first - 1)) {
        first--;
    }
    return (int)((c - first) % 10);
}

static const SpecialCase *find_special(uint32_t c)
{
    size_t low = 0, high = COUNT_OF(special_cases);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > special_cases[middle].code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < COUNT_OF(special_cases) && special_cases[low].code == c ? &special_cases[low]
                                                                         : NULL;
}

static int take_special(const uint16_t from[3], uint32_t *out)
{
    int n = 0;
    while (n < 3 && from[n]) {
        out[n] = from[n];
        n++;
    }
    return n;
}

int unicode_upper(uint32_t c, uint32_t *out)
{
    if (c >= 0xdf) {
        const SpecialCase *special = find_special(c);
        if (special) {
            return take_special(special->upper, out);
        }
    }
    *out = (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
    return 1;
}

int unicode_title(uint32_t c, uint32_t *out)
{
    if (c >= 0xdf) {
        const SpecialCase *special = find_special(c);
        if (special) {
            return take_special(special->title, out);
        }
    }
    *out = (uint32_t)utf8proc_totitle((utf8proc_int32_t)c);
    return 1;
}

int unicode_lower(uint32_t c, uint32_t *out)
{
    if (c == 0x130) { /* the only one whose lower case is two: i and a dot above */
        out[0] = 'i';
        out[1] = 0x307;
        return 2;
    }
    *out = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    return 1;
}

int unicode_fold(uint32_t c, uint32_t *out)
{
    if (c >= 0xd800 && c <= 0xdfff) {
        *out = c;
        return 1;
    }
    utf8proc_int32_t folded[8];
    int bound = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)c, folded, COUNT_OF(folded),
                                                 UTF8PROC_CASEFOLD, &bound);
    if (n < 1 || n > UNICODE_CASE_MAX) {
        *out = c;
        return 1;
    }
    for (int i = 0; i < n; i++) {
        out[i] = (uint32_t)folded[i];
    }
    return (int)n;
}

/* Answers for the alphabets that have case, kept once asked for: 0 is not yet known, UINT16_MAX is
 * special. */
enum { KEPT_CASES = 0x600, KEPT_SPECIAL = UINT16_MAX };
static uint16_t kept_upper[KEPT_CASES], kept_lower[KEPT_CASES];

/* Ideographs, kana and hangul: the many letters without case. */
static bool is_caseless(uint32_t c)
{
    return (c >= 0x2e80 && c < 0xa640) || (c >= 0xac00 && c < 0xd7a4);
}

static uint32_t simple_case(uint32_t c, int (*map)(uint32_t c, uint32_t *out))
{
    uint32_t out[UNICODE_CASE_MAX];
    return map(c, out) == 1 ? out[0] : UNICODE_SPECIAL;
}

static uint32_t kept_case(uint32_t c, uint16_t *kept, int (*map)(uint32_t c, uint32_t *out))
{
    if (c >= KEPT_CASES) {
        return is_caseless(c) ? c : simple_case(c, map);
    }
    if (!kept[c]) {
        uint32_t found = simple_case(c, map);
        kept[c] = found < KEPT_SPECIAL ? (uint16_t)found : KEPT_SPECIAL;
    }
    return kept[c] == KEPT_SPECIAL ? simple_case(c, map) : kept[c];
}

uint32_t unicode_simple_upper(uint32_t c)
{
    if (c < 128) {
        return c - (unicode_ascii[c] & ASCII_LOWER ? 32 : 0);
    }
    return kept_case(c, kept_upper, unicode_upper);
}

uint32_t unicode_simple_lower(uint32_t c)
{
    if (c < 128) {
        return c + (unicode_ascii[c] & ASCII_UPPER ? 32 : 0);
    }
    return c == 0x3a3 ? UNICODE_SPECIAL : kept_case(c, kept_lower, unicode_lower);
}
