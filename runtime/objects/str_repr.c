#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"

static void put_hex(StrBuilder *b, char letter, uint32_t c, int digits)
{
    char text[10] = {'\\', letter};
    for (int i = 0; i < digits; i++) {
        text[2 + i] = "0123456789abcdef"[c >> 4 * (digits - 1 - i) & 15];
    }
    builder_ascii(b, text, (size_t)digits + 2);
}

static void put_code_point(StrBuilder *b, uint32_t c)
{
    put_hex(b, c < 0x100 ? 'x' : c < 0x10000 ? 'u' : 'U', c, c < 0x100 ? 2 : c < 0x10000 ? 4 : 8);
}

static void put_escaped(StrBuilder *b, uint32_t c, uint32_t quote)
{
    if (c == quote || c == '\\') {
        builder_char(b, '\\');
        builder_char(b, c);
    } else if (c == '\n' || c == '\r' || c == '\t') {
        builder_ascii(b, c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t", 2);
    } else if (unicode_is_printable(c)) {
        builder_char(b, c);
    } else {
        put_code_point(b, c);
    }
}

static bool is_plain_ascii(const Str *s)
{
    if (!s->is_ascii) {
        return false;
    }
    for (size_t i = 0; i < s->length; i++) {
        uint8_t c = (uint8_t)s->data[i];
        if (c == '\'' || c == '\\' || !(unicode_ascii[c] & ASCII_PRINT)) {
            return false;
        }
    }
    return true;
}

Value str_repr(Value str)
{
    const Str *s = as_str(str);
    if (is_plain_ascii(s)) {
        Str *r = str_alloc(s->length + 2, 1, true);
        r->data[0] = r->data[s->length + 1] = '\'';
        memcpy(r->data + 1, s->data, s->length);
        return value_from(r);
    }
    bool single = units_find(s->data, s->width, s->length, "'", 1, 1) >= 0;
    bool both = single && units_find(s->data, s->width, s->length, "\"", 1, 1) >= 0;
    uint32_t quote = single && !both ? '"' : '\'';
    StrBuilder b;
    builder_start(&b);
    builder_char(&b, quote);
    for (size_t i = 0; i < s->length; i++) {
        put_escaped(&b, str_at(s, i), quote);
    }
    builder_char(&b, quote);
    return builder_end(&b);
}

Value str_ascii(Value str)
{
    const Str *s = as_str(str);
    if (s->is_ascii) {
        return str_plain(str);
    }
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c < 0x80) {
            builder_char(&b, c);
        } else {
            put_code_point(&b, c);
        }
    }
    return builder_end(&b);
}
