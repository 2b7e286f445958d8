#include "runtime/objects/format.h"
#include "runtime/objects/unicode.h"
#include "runtime/float_text.h"
#include <limits.h>

/* [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct Spec {
    uint32_t fill;
    uint32_t align;
    uint32_t sign;  /* '+', '-', ' ' or 0 */
    bool zero;      /* z: a negative zero loses its sign */
    bool alternate; /* # */
    uint32_t grouping;
    int64_t width, precision; /* -1: not given */
    uint32_t type;
} Spec;

/* ---- Digits ---- */

const char *format_prefix(int base, bool upper)
{
    return base == 16 ? upper ? "0X" : "0x" : base == 8 ? "0o" : base == 2 ? "0b" : "";
}

static void small_digits(Digits *d, uint64_t n, int base, bool upper)
{
    if (base == 10) {
        d->at = d->small;
        d->count = float_write_digits(d->small, n);
        return;
    }
    const char *letters = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    char *end = d->small + sizeof d->small, *at = end;
    int shift = base == 16 ? 4 : base == 8 ? 3 : 1;
    do {
        *--at = letters[n & (uint64_t)(base - 1)];
        n >>= shift;
    } while (n);
    d->at = at;
    d->count = (size_t)(end - at);
}

void format_digits(Digits *d, Value v, int base, bool upper)
{
    v = int_plain(v);
    if (likely(is_int(v))) {
        int64_t i = as_int(v);
        d->negative = i < 0;
        small_digits(d, (uint64_t)(i < 0 ? -i : i), base, upper);
        return;
    }
    const Str *s = as_str(int_to_str(v, base));
    d->negative = s->data[0] == '-';
    d->at = s->data + d->negative;
    d->count = s->length - d->negative;
    if (upper) {
        char *text = scratch_bytes(d->count);
        for (size_t i = 0; i < d->count; i++) {
            text[i] = (char)(d->at[i] - (d->at[i] >= 'a' ? 32 : 0));
        }
        d->at = text;
    }
}

/* ---- Reading the specification ---- */

int64_t format_read_number(const Str *s, size_t *at, size_t end)
{
    int64_t number = -1;
    for (; *at < end; ++*at) {
        int digit = unicode_decimal(str_at(s, *at));
        if (digit < 0) {
            break;
        }
        if (number > (PTRDIFF_MAX - digit) / 10) {
            raise_value("Too many decimal digits in format string");
        }
        number = (number < 0 ? 0 : number) * 10 + digit;
    }
    return number;
}

static bool is_align(uint32_t c)
{
    return c == '<' || c == '>' || c == '=' || c == '^';
}

static noreturn_fn void raise_grouping(uint32_t grouping, uint32_t type)
{
    if (type > 32 && type < 128) {
        raise_value("Cannot specify '%c' with '%c'.", (int)grouping, (int)type);
    }
    raise_value("Cannot specify '%c' with '\\x%x'.", (int)grouping, type);
}

static noreturn_fn void raise_type_code(uint32_t type, Value value)
{
    if (type > 32 && type < 128) {
        raise_value("Unknown format code '%c' for object of type '%T'", (int)type, value);
    }
    raise_value("Unknown format code '\\x%x' for object of type '%T'", type, value);
}

static void check_grouping(const Spec *f)
{
    if (!f->grouping) {
        return;
    }
    if (f->type && f->type < 128 && strchr("defgEFG%", (int)f->type)) {
        return;
    }
    if (f->type && f->type < 128 && f->grouping == '_' && strchr("boxX", (int)f->type)) {
        return;
    }
    if (f->type) {
        raise_grouping(f->grouping, f->type);
    }
}

static size_t read_grouping(Spec *f, const Str *s, size_t i)
{
    if (i < s->length && str_at(s, i) == ',') {
        f->grouping = ',';
        i++;
    }
    if (i < s->length && str_at(s, i) == '_') {
        if (f->grouping) {
            raise_value("Cannot specify both ',' and '_'.");
        }
        f->grouping = '_';
        i++;
    }
    if (i < s->length && str_at(s, i) == ',' && f->grouping == '_') {
        raise_value("Cannot specify both ',' and '_'.");
    }
    return i;
}

/* Fill and alignment: what stands first. */
static size_t read_align(Spec *f, const Str *s, bool *aligned, bool *filled)
{
    if (s->length >= 2 && is_align(str_at(s, 1))) {
        f->fill = str_at(s, 0);
        f->align = str_at(s, 1);
        *aligned = *filled = true;
        return 2;
    }
    if (s->length >= 1 && is_align(str_at(s, 0))) {
        f->align = str_at(s, 0);
        *aligned = true;
        return 1;
    }
    return 0;
}

static void read_spec(Spec *f, Value value, Value spec, uint32_t default_align,
                      uint32_t default_type)
{
    const Str *s = as_str(spec);
    bool aligned = false, filled = false;
    *f = (Spec){
        .fill = ' ', .align = default_align, .width = -1, .precision = -1, .type = default_type};
    size_t i = read_align(f, s, &aligned, &filled), n = s->length;
    if (i < n && (str_at(s, i) == '+' || str_at(s, i) == '-' || str_at(s, i) == ' ')) {
        f->sign = str_at(s, i++);
    }
    if (i < n && str_at(s, i) == 'z') {
        f->zero = true;
        i++;
    }
    if (i < n && str_at(s, i) == '#') {
        f->alternate = true;
        i++;
    }
    if (!filled && i < n && str_at(s, i) == '0') {
        f->fill = '0';
        if (!aligned && default_align == '>') {
            f->align = '=';
        }
        i++;
    }
    f->width = format_read_number(s, &i, n);
    i = read_grouping(f, s, i);
    if (i < n && str_at(s, i) == '.') {
        i++;
        f->precision = format_read_number(s, &i, n);
        if (f->precision < 0) {
            raise_value("Format specifier missing precision");
        }
    }
    if (n - i > 1) {
        raise_value("Invalid format specifier '%S' for object of type '%T'", spec, value);
    }
    if (i < n) {
        f->type = str_at(s, i);
    }
    check_grouping(f);
}

/* ---- Laying out ---- */

/* How the padding of a text of `length` is shared out: before it (for '=': after the sign). */
static void share_padding(const Spec *f, size_t length, size_t *before, size_t *after)
{
    size_t width = f->width < 0 ? 0 : (size_t)f->width;
    size_t pad = width > length ? width - length : 0;
    *before = f->align == '<' ? 0 : f->align == '^' ? pad / 2 : pad;
    *after = pad - *before;
}

static void put_text(StrBuilder *b, const Spec *f, Value text)
{
    size_t length = as_str(text)->length, before, after;
    if (f->precision >= 0) {
        length = MIN(length, (size_t)f->precision);
    }
    share_padding(f, length, &before, &after);
    builder_fill(b, f->fill, before);
    builder_part(b, text, 0, length);
    builder_fill(b, f->fill, after);
}

/* A number in pieces, in this order; all ASCII. */
typedef struct Number {
    char sign; /* 0 if none */
    const char *prefix;
    const char *digits;
    size_t digit_count;
    const char *rest; /* point, fraction, exponent, "inf" */
    size_t rest_count;
    int group; /* digits between separators */
} Number;

/* Writes `total` digits, of which the last are the number's and the others zeros, in groups. */
static void put_digits(StrBuilder *b, const Number *n, size_t total, uint32_t separator)
{
    if (!separator) {
        builder_fill(b, '0', total - n->digit_count);
        builder_ascii(b, n->digits, n->digit_count);
        return;
    }
    size_t zeros = total - n->digit_count;
    for (size_t i = 0; i < total; i++) {
        if (i && (total - i) % (size_t)n->group == 0) {
            builder_char(b, separator);
        }
        builder_char(b, i < zeros ? '0' : (uint8_t)n->digits[i - zeros]);
    }
}

static size_t grouped_length(size_t digits, int group)
{
    return digits + (digits - 1) / (size_t)group;
}

static void put_number(StrBuilder *b, const Spec *f, const Number *n)
{
    size_t prefix = strlen(n->prefix), other = (n->sign != 0) + prefix + n->rest_count;
    size_t width = f->width < 0 ? 0 : (size_t)f->width, total = n->digit_count, before, after;
    uint32_t separator = total ? f->grouping : 0;
    bool zeros = f->fill == '0' && f->align == '=' && total;
    if (zeros && width > other) {
        size_t room = width - other;
        if (separator) {
            size_t group = (size_t)n->group;
            /* The fewest digits whose text, d + (d - 1) / group long, fills the room: no text
             * begins with a separator. */
            size_t fill = room / (group + 1) * group + MAX(room % (group + 1), 1);
            total = MAX(total, fill);
        } else {
            total = MAX(total, room);
        }
    }
    size_t length = other + (separator ? grouped_length(total, n->group) : total);
    share_padding(f, length, &before, &after);
    builder_reserve(b, MAX(length, width));
    if (f->align != '=') {
        builder_fill(b, f->fill, before);
    }
    if (n->sign) {
        builder_char(b, (uint8_t)n->sign);
    }
    builder_ascii(b, n->prefix, prefix);
    if (f->align == '=') {
        builder_fill(b, f->fill, before);
    }
    put_digits(b, n, total, separator);
    builder_ascii(b, n->rest, n->rest_count);
    builder_fill(b, f->fill, after);
}

static char sign_of(const Spec *f, bool negative)
{
    return negative ? '-' : f->sign == '+' || f->sign == ' ' ? (char)f->sign : 0;
}

/* ---- The types ---- */

static void format_text(StrBuilder *b, Value text, Value spec)
{
    Spec f;
    read_spec(&f, text, spec, '<', 's');
    if (f.type != 's') {
        raise_type_code(f.type, text);
    }
    if (f.sign) {
        raise_value(f.sign == ' ' ? "Space not allowed in string format specifier"
                                  : "Sign not allowed in string format specifier");
    }
    if (f.zero) {
        raise_value("Negative zero coercion (z) not allowed in string format specifier");
    }
    if (f.alternate) {
        raise_value("Alternate form (#) not allowed in string format specifier");
    }
    if (f.grouping) {
        raise_grouping(f.grouping, 's');
    }
    if (f.align == '=') {
        raise_value("'=' alignment not allowed in string format specifier");
    }
    put_text(b, &f, text);
}

int format_precision(char type, bool alternate, int precision)
{
    if (!alternate && (!type || strchr("gGn", type))) {
        return MIN(precision, 800);
    }
    if (precision > INT_MAX / 2) {
        raise_memory();
    }
    return precision;
}

static void format_double(StrBuilder *b, double x, const Spec *f)
{
    if (f->precision > INT_MAX) {
        raise_value("precision too big");
    }
    char type = (char)f->type, small[400];
    int precision = format_precision(type, f->alternate, (int)f->precision);
    size_t room = float_format_room(x, type, precision);
    char *text = room <= sizeof small ? small : scratch_bytes(room);
    FloatParts parts;
    float_format(text, x, type, precision, f->alternate, &parts);
    bool negative = parts.sign != 0;
    const char *digits = text + parts.sign;
    if (f->zero && negative && parts.integral) {
        size_t mantissa = parts.integral + parts.point + parts.fraction;
        negative = false;
        for (size_t i = 0; i < mantissa; i++) {
            negative |= digits[i] >= '1' && digits[i] <= '9';
        }
    }
    Number n = {
        .sign = sign_of(f, negative),
        .prefix = "",
        .digits = digits,
        .digit_count = parts.integral,
        .rest = digits + parts.integral,
        .rest_count = parts.point + parts.fraction + parts.tail,
        .group = 3,
    };
    put_number(b, f, &n);
}

static void format_char(StrBuilder *b, Value value, const Spec *f)
{
    if (f->sign) {
        raise_value("Sign not allowed with integer format specifier 'c'");
    }
    if (f->alternate) {
        raise_value("Alternate form (#) not allowed with integer format specifier 'c'");
    }
    int64_t code;
    if (!int_to_int64(value, &code)) {
        raise_overflow("Python int too large to convert to C long");
    }
    if (code < 0 || code >= UNICODE_END) {
        raise_overflow("%%c arg not in range(0x110000)");
    }
    Spec whole = *f;
    whole.precision = -1;
    put_text(b, &whole, str_from_char((uint32_t)code));
}

static int base_of(uint32_t type)
{
    return type == 'x' || type == 'X' ? 16 : type == 'o' ? 8 : type == 'b' ? 2 : 10;
}

static void format_int(StrBuilder *b, Value value, Value spec)
{
    Spec f;
    read_spec(&f, value, spec, '>', 'd');
    if (f.type >= 128 || !f.type || !strchr("bcdoxXneEfFgG%", (int)f.type)) {
        raise_type_code(f.type, value);
    }
    if (strchr("eEfFgG%", (int)f.type)) {
        format_double(b, int_to_double(value), &f);
        return;
    }
    if (f.precision >= 0) {
        raise_value("Precision not allowed in integer format specifier");
    }
    if (f.zero) {
        raise_value("Negative zero coercion (z) not allowed in integer format specifier");
    }
    if (f.type == 'c') {
        format_char(b, value, &f);
        return;
    }
    int base = base_of(f.type);
    Digits d;
    format_digits(&d, value, base, f.type == 'X');
    Number n = {
        .sign = sign_of(&f, d.negative),
        .prefix = f.alternate ? format_prefix(base, f.type == 'X') : "",
        .digits = d.at,
        .digit_count = d.count,
        .rest = "",
        .group = base == 10 ? 3 : 4,
    };
    put_number(b, &f, &n);
}

static void format_float(StrBuilder *b, Value value, Value spec)
{
    Spec f;
    read_spec(&f, value, spec, '>', 0);
    if (f.type && (f.type >= 128 || !strchr("eEfFgGn%", (int)f.type))) {
        raise_type_code(f.type, value);
    }
    format_double(b, float_from_value(value), &f);
}

void format_str_into(StrBuilder *b, Value v)
{
    if (is_exactly(v, &str_type)) {
        builder_str(b, v);
    } else if (is_int(v)) {
        Digits d;
        format_digits(&d, v, 10, false);
        if (d.negative) {
            builder_char(b, '-');
        }
        builder_ascii(b, d.at, d.count);
    } else if (is_float(v)) {
        char text[FLOAT_REPR_MAX];
        builder_ascii(b, text, float_repr(text, as_float(v)));
    } else {
        builder_str(b, op_str(v));
    }
}

/* The mini-language for the three kinds of values that have it; false for any other. */
static bool format_known(StrBuilder *b, Value value, Value spec)
{
    if (is_any_int(value)) {
        format_int(b, value, spec);
    } else if (is_float(value) || has_flag(value, TYPE_FLOAT)) {
        format_float(b, value, spec);
    } else if (is_str(value)) {
        format_text(b, value, spec);
    } else {
        return false;
    }
    return true;
}

static bool has_own_rules(Value v)
{
    return is_int(v) || is_float(v) || is_exactly(v, &str_type);
}

void format_into(StrBuilder *b, Value value, Value spec)
{
    if (has_own_rules(value)) {
        if (!as_str(spec)->length) {
            format_str_into(b, value);
        } else {
            format_known(b, value, spec);
        }
    } else {
        builder_str(b, op_format(value, spec));
    }
}

Value str_format_spec(Value value, Value spec)
{
    if (!as_str(spec)->length) {
        return op_str(value);
    }
    StrBuilder b;
    builder_start(&b);
    if (!format_known(&b, value, spec)) {
        raise_type("unsupported format string passed to %T.__format__", value);
    }
    return builder_end(&b);
}
