#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "runtime/objects/str_units.h"
#include <stdarg.h>
#include <stdio.h>

void builder_start(StrBuilder *b)
{
    b->storage = EMPTY;
    b->data = b->small;
    b->length = 0;
    b->capacity = sizeof b->small;
    b->width = 1;
    b->all = 0;
}

static noinline void make_room(StrBuilder *b, size_t more, int width)
{
    if (more > PTRDIFF_MAX / 8 - b->length) {
        raise_memory();
    }
    size_t needed = b->length + more;
    width = MAX(width, b->width);
    if (width == b->width && needed <= b->capacity) {
        return;
    }
    size_t capacity = needed <= b->capacity ? b->capacity : needed + needed / 2 + 16;
    Str *s = str_alloc(capacity, width, false);
    units_copy(s->data, width, b->data, b->width, b->length);
    if (b->storage != EMPTY) {
        mm_discard(as_object(b->storage));
    }
    b->storage = value_from(s);
    b->data = s->data;
    b->capacity = capacity;
    b->width = width;
}

/* Room for `more` units of `width`; what they or to is noted. Returns where they go. */
static always_inline char *reserve(StrBuilder *b, size_t more, int width, uint32_t all)
{
    if (unlikely(more > b->capacity - b->length || width > b->width)) {
        make_room(b, more, width);
    }
    b->all |= all;
    char *at = b->data + b->length * (size_t)b->width;
    b->length += more;
    return at;
}

void builder_reserve(StrBuilder *b, size_t count)
{
    if (count > b->capacity - b->length) {
        make_room(b, count, b->width);
    }
}

void builder_char(StrBuilder *b, uint32_t code_point)
{
    char *at = reserve(b, 1, width_for(code_point), code_point);
    unit_put(at, b->width, 0, code_point);
}

void builder_fill(StrBuilder *b, uint32_t code_point, size_t count)
{
    if (count) {
        char *at = reserve(b, count, width_for(code_point), code_point);
        units_fill(at, b->width, code_point, count);
    }
}

/* The largest bits that a str of this width may have: its own or, without a scan. */
static uint32_t bound_of(const Str *s)
{
    return s->is_ascii ? 0x7f : s->width == 1 ? 0xff : s->width == 2 ? 0xffff : 0x1fffff;
}

void builder_str(StrBuilder *b, Value str)
{
    const Str *s = as_str(str);
    char *at = reserve(b, s->length, s->width, bound_of(s));
    units_copy(at, b->width, s->data, s->width, s->length);
}

void builder_part(StrBuilder *b, Value str, size_t start, size_t stop)
{
    const Str *s = as_str(str);
    if (start >= stop) {
        return;
    }
    uint32_t all = s->is_ascii ? 0x7f : units_or(str_units(s, start), s->width, stop - start);
    char *at = reserve(b, stop - start, width_for(all), all);
    units_copy(at, b->width, str_units(s, start), s->width, stop - start);
}

void builder_ascii(StrBuilder *b, const char *text, size_t length)
{
    char *at = reserve(b, length, 1, 0x7f);
    units_copy(at, b->width, text, 1, length);
}

/* One code point of UTF-8 (surrogates allowed) at *at; U+FFFD for bytes that are none. */
static uint32_t take_utf8(const uint8_t **at, const uint8_t *end)
{
    const uint8_t *p = *at;
    uint32_t c = *p++;
    int more = c < 0x80                ? 0
               : c >= 0xc2 && c < 0xe0 ? 1
               : c >= 0xe0 && c < 0xf0 ? 2
               : c >= 0xf0 && c < 0xf5 ? 3
                                       : -1;
    *at = p;
    if (more <= 0) {
        return more ? 0xfffd : c;
    }
    c &= 0x3fu >> more;
    for (int i = 0; i < more; i++, p++) {
        if (p == end || (*p & 0xc0) != 0x80) {
            return 0xfffd;
        }
        c = c << 6 | (*p & 0x3f);
    }
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    if (c < least[more] || c > 0x10ffff) {
        return 0xfffd;
    }
    *at = p;
    return c;
}

void builder_utf8(StrBuilder *b, const char *utf8, size_t length)
{
    if (likely(units_are_ascii(utf8, length))) {
        builder_ascii(b, utf8, length);
        return;
    }
    const uint8_t *at = (const uint8_t *)utf8, *end = at + length;
    while (at < end) {
        builder_char(b, take_utf8(&at, end));
    }
}

void builder_c(StrBuilder *b, const char *c_string)
{
    builder_utf8(b, c_string, strlen(c_string));
}

Value builder_end(StrBuilder *b)
{
    if (b->length <= 1) {
        return b->length ? str_from_char(unit_at(b->data, b->width, 0)) : str_empty();
    }
    bool ascii = b->all < 0x80;
    if (b->storage == EMPTY || b->capacity - b->length > 16 + b->length / 8) {
        Str *s = str_alloc(b->length, b->width, ascii);
        memcpy(s->data, b->data, b->length * (size_t)b->width);
        if (b->storage != EMPTY) {
            mm_discard(as_object(b->storage));
        }
        return value_from(s);
    }
    Str *s = as_str(b->storage);
    s->length = b->length;
    s->is_ascii = ascii;
    unit_put(s->data, s->width, s->length, 0);
    return b->storage;
}

Value str_from_utf8(const char *utf8, size_t length)
{
    if (likely(units_are_ascii(utf8, length))) {
        return str_from_ascii(utf8, length);
    }
    /* Two passes, so that the str is made once, in its width. */
    const uint8_t *at = (const uint8_t *)utf8, *end = at + length;
    uint32_t all = 0;
    size_t count = 0;
    while (at < end) {
        all |= take_utf8(&at, end);
        count++;
    }
    if (count == 1) {
        return str_from_char(all);
    }
    Str *s = str_alloc(count, width_for(all), false);
    at = (const uint8_t *)utf8;
    for (size_t i = 0; i < count; i++) {
        unit_put(s->data, s->width, i, take_utf8(&at, end));
    }
    return value_from(s);
}

/* ---- printf's formats, with Values ---- */

typedef struct Conversion {
    char spec[32]; /* "%-5.3ll": all but the last letter */
    int width, precision;
    bool left, is_long;
} Conversion;

/* Reads what stands between '%' and the letter; returns where the letter is. */
static const char *read_conversion(const char *p, Conversion *c, va_list *ap)
{
    *c = (Conversion){.width = -1, .precision = -1};
    char *spec = c->spec, *end = c->spec + sizeof c->spec - 16;
    *spec++ = '%';
    for (; *p && strchr("-+ #0", *p); p++) {
        c->left |= *p == '-';
        if (spec < end) {
            *spec++ = *p;
        }
    }
    if (*p == '*') {
        c->width = va_arg(*ap, int);
        p++;
    } else if (*p >= '1' && *p <= '9') {
        for (c->width = 0; *p >= '0' && *p <= '9'; p++) {
            c->width = c->width * 10 + (*p - '0');
        }
    }
    if (*p == '.') {
        p++;
        c->precision = 0;
        if (*p == '*') {
            c->precision = va_arg(*ap, int);
            p++;
        }
        for (; *p >= '0' && *p <= '9'; p++) {
            c->precision = c->precision * 10 + (*p - '0');
        }
    }
    for (; *p && strchr("hlzjtq", *p); p++) {
        c->is_long |= *p != 'h';
    }
    memcpy(spec, "*.*", 4);
    return p;
}

/* A number by the C library's own hand. */
static void put_number(StrBuilder *b, Conversion *c, char letter, va_list *ap)
{
    char text[400];
    int width = MIN(MAX(c->width, 0), 300), precision = MIN(c->precision, 60), n;
    size_t at = strlen(c->spec);
    if (strchr("eEfFgGaA", letter)) {
        c->spec[at] = letter;
        c->spec[at + 1] = 0;
        n = snprintf(text, sizeof text, c->spec, width, precision, va_arg(*ap, double));
    } else if (letter == 'p') {
        n = snprintf(text, sizeof text, "%p", va_arg(*ap, void *));
    } else {
        snprintf(c->spec + at, sizeof c->spec - at, "ll%c", letter);
        long long value;
        if (c->is_long) {
            value = va_arg(*ap, long long);
        } else if (letter == 'd' || letter == 'i') {
            value = va_arg(*ap, int);
        } else {
            value = va_arg(*ap, unsigned);
        }
        n = snprintf(text, sizeof text, c->spec, width, precision, value);
    }
    builder_ascii(b, text, (size_t)MIN(MAX(n, 0), (int)sizeof text - 1));
}

static void put_text(StrBuilder *b, const Conversion *c, Value text)
{
    size_t length = as_str(text)->length, width = c->width > 0 ? (size_t)c->width : 0;
    if (c->precision >= 0) {
        length = MIN(length, (size_t)c->precision);
    }
    size_t pad = width > length ? width - length : 0;
    builder_fill(b, ' ', c->left ? 0 : pad);
    builder_part(b, text, 0, length);
    builder_fill(b, ' ', c->left ? pad : 0);
}

static void put_c_string(StrBuilder *b, const Conversion *c, const char *text)
{
    text = text ? text : "(null)";
    size_t length = c->precision >= 0 ? strnlen(text, (size_t)c->precision) : strlen(text);
    if (c->width <= 0) {
        builder_utf8(b, text, length);
        return;
    }
    Conversion padding = *c;
    padding.precision = -1;
    put_text(b, &padding, str_from_utf8(text, length));
}

void builder_vprintf(StrBuilder *b, const char *format, va_list given)
{
    va_list ap;
    va_copy(ap, given);
    for (const char *p = format; *p;) {
        const char *percent = strchrnul(p, '%');
        builder_utf8(b, p, (size_t)(percent - p));
        if (!*percent) {
            break;
        }
        Conversion c;
        p = read_conversion(percent + 1, &c, &ap);
        char letter = *p ? *p++ : '%';
        switch (letter) {
        case '%':
            builder_char(b, '%');
            break;
        case 's':
            put_c_string(b, &c, va_arg(ap, const char *));
            break;
        case 'N':
            put_c_string(b, &c, va_arg(ap, Type *)->name);
            break;
        case 'T':
            put_c_string(b, &c, type_of(va_arg(ap, Value))->name);
            break;
        case 'V':
            put_text(b, &c, op_repr(va_arg(ap, Value)));
            break;
        case 'S':
            put_text(b, &c, op_str(va_arg(ap, Value)));
            break;
        case 'c':
            builder_char(b, (uint32_t)va_arg(ap, int));
            break;
        default:
            put_number(b, &c, letter, &ap);
            break;
        }
    }
    va_end(ap);
}

void builder_printf(StrBuilder *b, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    builder_vprintf(b, format, ap);
    va_end(ap);
}

Value str_format(const char *format, ...)
{
    StrBuilder b;
    builder_start(&b);
    va_list ap;
    va_start(ap, format);
    builder_vprintf(&b, format, ap);
    va_end(ap);
    return builder_end(&b);
}
