#include "runtime/objects/format.h"
#include "runtime/objects/unicode.h"
#include "runtime/float_text.h"
#include <limits.h>

/* The state of one `format % args`. Values come from a tuple one after the other, or there is one
 * value; a "(key)" puts the mapping's item in the place of that one value. */
typedef struct Percent {
    StrBuilder b;
    Value format;
    size_t at; /* position in the format */
    Value args;
    bool is_tuple, used; /* used: the one value has been taken */
    size_t next;         /* item of the tuple */
    Value mapping;       /* or EMPTY */
    bool is_bytes;
} Percent;

/* One conversion: %[(key)][flags][width][.precision][length]letter */
typedef struct Conversion {
    bool left, plus, space, alternate, zero;
    int64_t width;
    int precision; /* -1: not given */
    uint32_t letter;
    size_t letter_at;
} Conversion;

static Value next_value(Percent *p)
{
    if (p->is_tuple) {
        if (p->next < as_tuple(p->args)->count) {
            return as_tuple(p->args)->at[p->next++].v;
        }
    } else if (!p->used) {
        p->used = true;
        return p->args;
    }
    raise_type("not enough arguments for format string");
}

/* ---- Reading ---- */

static uint32_t next_char(Percent *p)
{
    const Str *s = as_str(p->format);
    if (p->at >= s->length) {
        raise_value("incomplete format");
    }
    return str_at(s, p->at++);
}

/* (key): the mapping's item becomes the value. p->at is behind the opening parenthesis. */
static void read_key(Percent *p)
{
    const Str *s = as_str(p->format);
    if (p->mapping == EMPTY) {
        raise_type("format requires a mapping");
    }
    size_t start = p->at;
    for (int depth = 1; depth; p->at++) {
        if (p->at >= s->length) {
            raise_value("incomplete format key");
        }
        uint32_t c = str_at(s, p->at);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    Value key = str_part(p->format, start, p->at - 1);
    if (p->is_bytes) {
        key = bytes_new(as_str(key)->data, as_str(key)->length);
    }
    p->args = op_get_item(p->mapping, key);
    p->is_tuple = p->used = false;
}

static Value star_value(Percent *p)
{
    Value v = next_value(p);
    if (!is_any_int(v)) {
        raise_type("* wants int");
    }
    return v;
}

static uint32_t read_flags(Percent *p, Conversion *c)
{
    for (;;) {
        uint32_t letter = next_char(p);
        switch (letter) {
        case '-':
            c->left = true;
            break;
        case '+':
            c->plus = true;
            break;
        case ' ':
            c->space = true;
            break;
        case '#':
            c->alternate = true;
            break;
        case '0':
            c->zero = true;
            break;
        default:
            return letter;
        }
    }
}

static uint32_t read_width(Percent *p, Conversion *c, uint32_t letter)
{
    if (letter == '*') {
        if (!int_to_int64(star_value(p), &c->width)) {
            raise_overflow("Python int too large to convert to C ssize_t");
        }
        if (c->width < 0) {
            c->left = true;
            c->width = c->width == INT64_MIN ? INT64_MAX : -c->width;
        }
        return next_char(p);
    }
    while (letter >= '0' && letter <= '9') {
        if (c->width > (PTRDIFF_MAX - 9) / 10) {
            raise_value("width too big");
        }
        c->width = c->width * 10 + (letter - '0');
        letter = next_char(p);
    }
    return letter;
}

static uint32_t read_precision(Percent *p, Conversion *c)
{
    uint32_t letter = next_char(p);
    int64_t precision = 0;
    if (letter == '*') {
        if (!int_to_int64(star_value(p), &precision) || precision != (int)precision) {
            raise_overflow("Python int too large to convert to C int");
        }
        c->precision = MAX((int)precision, 0);
        return next_char(p);
    }
    while (letter >= '0' && letter <= '9') {
        precision = precision * 10 + (letter - '0');
        if (precision > INT_MAX) {
            raise_value("precision too big");
        }
        letter = next_char(p);
    }
    c->precision = (int)precision;
    return letter;
}

static void read_conversion(Percent *p, Conversion *c)
{
    *c = (Conversion){.precision = -1};
    const Str *s = as_str(p->format);
    if (p->at < s->length && str_at(s, p->at) == '(') {
        p->at++;
        read_key(p);
    }
    uint32_t letter = read_width(p, c, read_flags(p, c));
    if (letter == '.') {
        letter = read_precision(p, c);
    }
    if (letter == 'h' || letter == 'l' || letter == 'L') {
        letter = next_char(p);
    }
    c->letter = letter;
    c->letter_at = p->at - 1;
}

/* ---- Writing ---- */

static void put_padded(StrBuilder *b, const Conversion *c, Value text, size_t length)
{
    size_t pad = (size_t)c->width > length ? (size_t)c->width - length : 0;
    if (!c->left) {
        builder_fill(b, ' ', pad);
    }
    builder_part(b, text, 0, length);
    if (c->left) {
        builder_fill(b, ' ', pad);
    }
}

static void put_text(Percent *p, const Conversion *c, Value text)
{
    size_t length = as_str(text)->length;
    if (c->precision >= 0) {
        length = MIN(length, (size_t)c->precision);
    }
    put_padded(&p->b, c, text, length);
}

/* Sign, prefix, `zeros` zeros and the digits; zero flag and width as C's printf has them. */
static void put_number(StrBuilder *b, const Conversion *c, bool negative, const char *prefix,
                       size_t zeros, const char *digits, size_t count)
{
    char sign = negative ? '-' : c->plus ? '+' : c->space ? ' ' : 0;
    size_t length = (sign != 0) + strlen(prefix) + zeros + count;
    size_t pad = (size_t)c->width > length ? (size_t)c->width - length : 0;
    if (!c->left && !c->zero) {
        builder_fill(b, ' ', pad);
    }
    if (sign) {
        builder_char(b, (uint8_t)sign);
    }
    builder_ascii(b, prefix, strlen(prefix));
    if (!c->left && c->zero) {
        builder_fill(b, '0', pad);
    }
    builder_fill(b, '0', zeros);
    builder_ascii(b, digits, count);
    if (c->left) {
        builder_fill(b, ' ', pad);
    }
}

/* As an int: int() of real numbers for %d, __index__ alone for the other bases. EMPTY if it is
 * none. */
static Value as_integer(Value v, bool truncates)
{
    if (is_any_int(v)) {
        return v;
    }
    if (truncates && is_float(v)) {
        return int_from_double(as_float(v));
    }
    if (truncates && has_flag(v, TYPE_FLOAT)) {
        return int_from_double(float_from_value(v));
    }
    if (truncates && op_special(v, S_INT) != EMPTY) {
        Value i = op_call_special(op_special(v, S_INT), v, NULL, 0);
        if (!is_any_int(i)) {
            raise_type("__int__ returned non-int (type %T)", i);
        }
        return i;
    }
    return text_has_index(v) ? op_index(v) : EMPTY;
}

static void put_int(Percent *p, const Conversion *c, Value v)
{
    char letter = (char)c->letter;
    bool is_decimal = letter == 'd' || letter == 'i' || letter == 'u';
    Value i = as_integer(v, is_decimal);
    if (i == EMPTY) {
        raise_type(is_decimal ? "%%%c format: a real number is required, not %T"
                              : "%%%c format: an integer is required, not %T",
                   letter, v);
    }
    if (c->precision > INT_MAX - 3) {
        raise_overflow("precision too large");
    }
    int base = is_decimal ? 10 : letter == 'o' ? 8 : 16;
    Digits d;
    format_digits(&d, i, base, letter == 'X');
    size_t zeros =
        c->precision > 0 && (size_t)c->precision > d.count ? (size_t)c->precision - d.count : 0;
    put_number(&p->b, c, d.negative, c->alternate ? format_prefix(base, letter == 'X') : "", zeros,
               d.at, d.count);
}

static void put_float(Percent *p, const Conversion *c, Value v)
{
    double x = is_float(v) ? as_float(v) : op_float(v);
    int precision = c->precision < 0 ? 6 : c->precision;
    precision = format_precision((char)c->letter, c->alternate, precision);
    char small[400];
    size_t room = float_format_room(x, (char)c->letter, precision);
    char *text = room <= sizeof small ? small : scratch_bytes(room);
    FloatParts parts;
    size_t length = float_format(text, x, (char)c->letter, precision, c->alternate, &parts);
    put_number(&p->b, c, parts.sign, "", 0, text + parts.sign, length - parts.sign);
}

static noreturn_fn void raise_char(const Percent *p)
{
    raise_type(p->is_bytes ? "%%c requires an integer in range(256) or a single byte"
                           : "%%c requires int or char");
}

static void put_char(Percent *p, const Conversion *c, Value v)
{
    Value text;
    const char *data;
    size_t length;
    if (!p->is_bytes && is_str(v)) {
        text = v;
    } else if (p->is_bytes && bytes_view(v, &data, &length)) {
        text = str_from_units(data, 1, length);
    } else {
        if (!text_has_index(v)) {
            raise_char(p);
        }
        int64_t code, end = p->is_bytes ? 256 : UNICODE_END;
        if (!int_to_int64(op_index(v), &code) || code < 0 || code >= end) {
            raise_overflow(p->is_bytes ? "%%c arg not in range(256)"
                                       : "%%c arg not in range(0x110000)");
        }
        text = str_from_char((uint32_t)code);
    }
    if (as_str(text)->length != 1) {
        raise_char(p);
    }
    put_padded(&p->b, c, text, 1);
}

/* %s and %b of bytes. */
static Value bytes_text(Value v)
{
    const char *data;
    size_t length;
    if (!bytes_view(v, &data, &length)) {
        Value method = op_special(v, S_BYTES);
        if (method == EMPTY || !bytes_view(op_call_special(method, v, NULL, 0), &data, &length)) {
            raise_type("%%b requires a bytes-like object, or an object that implements __bytes__, "
                       "not '%T'",
                       v);
        }
    }
    return str_from_units(data, 1, length);
}

static void put_string(Percent *p, const Conversion *c, Value v)
{
    if (p->is_bytes) {
        put_text(p, c, bytes_text(v));
    } else if (!c->width && c->precision < 0) {
        format_str_into(&p->b, v);
    } else {
        put_text(p, c, op_str(v));
    }
}

static void put_conversion(Percent *p)
{
    Conversion c;
    read_conversion(p, &c);
    Value v = next_value(p);
    switch (c.letter) {
    case 'b':
        if (!p->is_bytes) {
            break;
        }
        /* fall through */
    case 's':
        put_string(p, &c, v);
        return;
    case 'r':
        put_text(p, &c, p->is_bytes ? str_ascii(op_repr(v)) : op_repr(v));
        return;
    case 'a':
        put_text(p, &c, str_ascii(op_repr(v)));
        return;
    case 'd':
    case 'i':
    case 'u':
    case 'x':
    case 'X':
    case 'o':
        put_int(p, &c, v);
        return;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
        put_float(p, &c, v);
        return;
    case 'c':
        put_char(p, &c, v);
        return;
    }
    raise_value("unsupported format character '%c' (0x%x) at index %zu",
                c.letter >= 31 && c.letter <= 126 ? (int)c.letter : '?', c.letter, c.letter_at);
}

/* As PyMapping_Check: what can be subscripted. */
static bool is_mapping(Value v)
{
    return type_of(v)->get_item || op_special(v, S_GETITEM) != EMPTY;
}

Value format_percent(Value format, Value args, bool is_bytes)
{
    Percent p = {.format = format, .args = args, .is_tuple = is_tuple(args), .is_bytes = is_bytes};
    const char *data;
    size_t length;
    bool is_text = is_str(args) || (is_bytes && bytes_view(args, &data, &length));
    p.mapping = !p.is_tuple && !is_text && is_mapping(args) ? args : EMPTY;
    builder_start(&p.b);
    const Str *s = as_str(format);
    while (p.at < s->length) {
        int64_t hop = units_find(str_units(s, p.at), s->width, s->length - p.at, "%", 1, 1);
        size_t percent = hop < 0 ? s->length : p.at + (size_t)hop;
        builder_part(&p.b, format, p.at, percent);
        if (hop < 0) {
            break;
        }
        p.at = percent + 1;
        if (p.at < s->length && str_at(s, p.at) == '%') {
            builder_char(&p.b, '%');
            p.at++;
        } else {
            put_conversion(&p);
        }
    }
    bool rest = p.is_tuple ? p.next < as_tuple(p.args)->count : !p.used && p.mapping == EMPTY;
    if (rest && p.mapping == EMPTY) {
        raise_type("not all arguments converted during %s formatting",
                   is_bytes ? "bytes" : "string");
    }
    return is_bytes ? builder_end_bytes(&p.b) : builder_end(&p.b);
}

Value str_percent(Value format, Value args)
{
    return format_percent(format, args, false);
}
