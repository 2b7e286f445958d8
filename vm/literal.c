/* The values of number, str and bytes literals. */
#include "vm/parser_impl.h"

#include "runtime/buf.h"
#include "vm/diagnose.h"

#include <stdlib.h>

/* CPython's limit on decimal digits, whose conversion takes quadratic time. */
enum { MAX_INT_DIGITS = 4300 };

/* ---- numbers -------------------------------------------------------------------------------- */

static int digit_value(char c)
{
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}

static Constant big_int(Parser *p, Token *token, const char *digits, size_t count, int base)
{
    while (count > 1 && *digits == '0') {
        digits++;
        count--;
    }
    if (base == 10 && count > MAX_INT_DIGITS) {
        diagnose_span(p, (Span){token->line, -1, token->end_line, -1},
                      arena_printf(p->arena,
                                   "Exceeds the limit (%d digits) for integer string conversion: "
                                   "value has %zu digits; use sys.set_int_max_str_digits() to "
                                   "increase the limit - Consider hexadecimal for huge integer "
                                   "literals to avoid decimal conversion limits.",
                                   MAX_INT_DIGITS, count));
        parse_leave(p);
    }
    return (Constant){.kind = CONSTANT_BIGINT, .base = (uint8_t)base, .text = {digits, count}};
}

static Constant parse_int(Parser *p, Token *token, const char *digits, size_t count, int base)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (__builtin_mul_overflow(value, (uint64_t)base, &value) ||
            __builtin_add_overflow(value, (uint64_t)digit_value(digits[i]), &value)) {
            return big_int(p, token, digits, count, base);
        }
    }
    if (value > INT64_MAX) {
        return big_int(p, token, digits, count, base);
    }
    return (Constant){.kind = CONSTANT_INT, .integer = (int64_t)value};
}

Constant parse_number(Parser *p, Token *token)
{
    size_t length = (size_t)(token->end - token->start), count = 0;
    char *digits = arena_alloc(p->arena, length + 1);
    for (size_t i = 0; i < length; i++) {
        digits[count] = token->start[i];
        count += token->start[i] != '_';
    }
    digits[count] = 0;
    if (digits[0] == '0' && count > 1) {
        char letter = (char)(digits[1] | 0x20);
        int base = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
        if (base) {
            return parse_int(p, token, digits + 2, count - 2, base);
        }
    }
    if ((digits[count - 1] | 0x20) == 'j') {
        digits[count - 1] = 0;
        return (Constant){.kind = CONSTANT_COMPLEX, .real = strtod(digits, NULL)};
    }
    if (strpbrk(digits, ".eE")) {
        return (Constant){.kind = CONSTANT_FLOAT, .real = strtod(digits, NULL)};
    }
    return parse_int(p, token, digits, count, 10);
}

/* ---- strings -------------------------------------------------------------------------------- */

StringToken literal_split(const Token *token)
{
    StringToken result = {0};
    const char *s = token->start;
    for (; *s != '\'' && *s != '"'; s++) {
        switch (*s | 0x20) {
        case 'b':
            result.is_bytes = true;
            break;
        case 'r':
            result.is_raw = true;
            break;
        case 'f':
            result.is_format = true;
            break;
        default:
            result.is_u = *s == 'u'; /* u'' is remembered, U'' is not */
        }
    }
    int quotes = token->end - s >= 6 && s[1] == *s && s[2] == *s ? 3 : 1;
    result.body = s + quotes;
    result.body_end = token->end - quotes;
    return result;
}

static int hex_value(char c)
{
    return c >= '0' && c <= '9'                     ? c - '0'
           : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10
                                                    : -1;
}

/* Reads up to `width` hex digits; returns how many there were. */
static int read_hex(const char *s, const char *end, int width, uint32_t *value)
{
    int count = 0;
    *value = 0;
    while (count < width && s + count < end && hex_value(s[count]) >= 0) {
        *value = *value << 4 | (uint32_t)hex_value(s[count++]);
    }
    return count;
}

/* Reads an octal escape of up to three digits, `*s` at the first. */
static uint32_t read_octal(const char **s, const char *end)
{
    uint32_t value = 0;
    for (int i = 0; i < 3 && *s < end && **s >= '0' && **s <= '7'; i++) {
        value = value * 8 + (uint32_t)(*(*s)++ - '0');
    }
    return value;
}

/* The character that a one-letter escape stands for, or -1. */
static int simple_escape(char c)
{
    switch (c) {
    case '\\':
    case '\'':
    case '"':
        return c;
    case 'a':
        return '\a';
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    case 'v':
        return '\v';
    default:
        return -1;
    }
}

/* Where `at` is for CPython's decoder, which sees other characters than ASCII as ten-byte escapes.
 */
static size_t escape_position(const char *start, const char *at)
{
    size_t position = 0;
    for (const char *s = start; s < at; s++) {
        uint8_t c = (uint8_t)*s;
        if (c == '\\' && s + 1 < at) {
            position += (uint8_t)s[1] >= 0x80 ? 6 : 2;
            s += (uint8_t)s[1] < 0x80;
        } else {
            position += c < 0x80 ? 1 : (c & 0xC0) != 0x80 ? 10 : 0;
        }
    }
    return position;
}

/* Refuses the escape from the backslash at `from` up to `to`. */
static noreturn_fn void fail_escape(Parser *p, const char *start, const char *from, const char *to,
                                    const char *what)
{
    size_t first = escape_position(start, from);
    parse_fail_here(p, arena_printf(p->arena,
                                    "(unicode error) 'unicodeescape' codec can't decode bytes in "
                                    "position %zu-%zu: %s",
                                    first, first + (size_t)(to - from) - 1, what));
}

/* \x, \u, \U: `s` is at the letter. Returns the end of the escape. */
static const char *decode_hex_escape(Parser *p, char **out, const char *start, const char *s,
                                     const char *end)
{
    int width = *s == 'x' ? 2 : *s == 'u' ? 4 : 8;
    uint32_t value;
    int count = read_hex(s + 1, end, width, &value);
    const char *stop = s + 1 + count;
    if (count < width) {
        fail_escape(p, start, s - 1, stop,
                    width == 2   ? "truncated \\xXX escape"
                    : width == 4 ? "truncated \\uXXXX escape"
                                 : "truncated \\UXXXXXXXX escape");
    }
    if (value > 0x10FFFF) {
        fail_escape(p, start, s - 1, stop, "illegal Unicode character");
    }
    *out += utf8_encode(*out, value);
    return stop;
}

/* \N{name}: needs a database of names that we do not have. */
static noreturn_fn void fail_named_escape(Parser *p, const char *start, const char *s,
                                          const char *end)
{
    const char *close = s + 1 < end && s[1] == '{' ? memchr(s, '}', (size_t)(end - s)) : NULL;
    if (!close || close == s + 2) {
        const char *stop = close ? close + 1 : s + 1 < end && s[1] == '{' ? end : s + 1;
        fail_escape(p, start, s - 1, stop, "malformed \\N character escape");
    }
    parse_fail_here(p, "(unicode error) \\N escapes not supported (no table of Unicode names)");
}

char *literal_decode_str(Parser *p, char *out, const char *s, const char *end, bool raw)
{
    const char *start = s;
    if (raw || !memchr(s, '\\', (size_t)(end - s))) {
        memcpy(out, s, (size_t)(end - s));
        return out + (end - s);
    }
    while (s < end) {
        if (*s != '\\') {
            *out++ = *s++;
            continue;
        }
        char c = *++s;
        int simple = simple_escape(c);
        if (simple >= 0) {
            *out++ = (char)simple;
            s++;
        } else if (c == '\n') {
            s++;
        } else if (c >= '0' && c <= '7') {
            out += utf8_encode(out, read_octal(&s, end));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            s = decode_hex_escape(p, &out, start, s, end);
        } else if (c == 'N') {
            fail_named_escape(p, start, s, end);
        } else {
            *out++ = '\\'; /* unknown: stays as it is */
        }
    }
    return out;
}

char *literal_decode_bytes(Parser *p, char *out, const char *s, const char *end, bool raw)
{
    const char *start = s;
    while (s < end) {
        if (*s != '\\' || raw) {
            *out++ = *s++;
            continue;
        }
        char c = *++s;
        int simple = simple_escape(c);
        if (simple >= 0) {
            *out++ = (char)simple;
            s++;
        } else if (c == '\n') {
            s++;
        } else if (c >= '0' && c <= '7') {
            *out++ = (char)read_octal(&s, end);
        } else if (c == 'x') {
            uint32_t value;
            if (read_hex(s + 1, end, 2, &value) < 2) {
                parse_fail_here(p, arena_printf(p->arena,
                                                "(value error) invalid \\x escape at position %d",
                                                (int)(s - 1 - start)));
            }
            *out++ = (char)value;
            s += 3;
        } else {
            *out++ = '\\';
        }
    }
    return out;
}
