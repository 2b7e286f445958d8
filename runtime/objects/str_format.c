#include "runtime/objects/format.h"

/* Whether the fields of a template are numbered by hand or one after the other. */
typedef enum Numbering { NUMBERING_OPEN, NUMBERING_AUTO, NUMBERING_MANUAL } Numbering;

/* Where fields get their values: str.format's arguments, or format_map's mapping. */
typedef struct Fields {
    const Value *at; /* NULL: format_map */
    size_t count;
    Value named; /* Dict or a mapping, or EMPTY */
    Numbering numbering;
    int64_t next;
} Fields;

/* One replacement field, as positions in the template. */
typedef struct Field {
    size_t name, name_end;
    size_t spec, spec_end;
    uint32_t conversion; /* 0: none */
    bool is_nested;      /* the spec has fields of its own */
} Field;

enum { NESTING_MAX = 2 };

/* ---- Reading a template ---- */

/* field_spec ends at the brace that closes the field; braces in it nest. */
static size_t read_field_spec(const Str *s, size_t i, size_t end, Field *field)
{
    field->spec = i;
    for (int depth = 1; i < end; i++) {
        uint32_t c = str_at(s, i);
        if (c == '{') {
            field->is_nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec_end = i;
            return i + 1;
        }
    }
    raise_value("unmatched '{' in format spec");
}

/* field = name ["!" conversion] [":" spec] "}"; i is behind the opening brace. Returns where the
 * text goes on. */
static size_t read_field(const Str *s, size_t i, size_t end, Field *field)
{
    *field = (Field){.name = i};
    uint32_t c = 0;
    for (; i < end; i++) {
        c = str_at(s, i);
        if (c == '{') {
            raise_value("unexpected '{' in field name");
        }
        if (c == '[') { /* an index may hold any character but its closing bracket */
            while (i + 1 < end && str_at(s, i + 1) != ']') {
                i++;
            }
        } else if (c == '}' || c == ':' || c == '!') {
            break;
        }
    }
    if (i >= end) {
        raise_value("expected '}' before end of string");
    }
    field->name_end = i++;
    if (c == '}') {
        field->spec = field->spec_end = i;
        return i;
    }
    if (c == '!') {
        if (i >= end) {
            raise_value("end of string while looking for conversion specifier");
        }
        field->conversion = str_at(s, i++);
        if (i < end) {
            c = str_at(s, i++);
            if (c == '}') {
                field->spec = field->spec_end = i;
                return i;
            }
            if (c != ':') {
                raise_value("expected ':' after conversion specifier");
            }
        }
    }
    return read_field_spec(s, i, end, field);
}

/* ---- Finding a field's value ---- */

static void check_numbering(Fields *fields, bool is_empty)
{
    if (fields->numbering == NUMBERING_OPEN) {
        fields->numbering = is_empty ? NUMBERING_AUTO : NUMBERING_MANUAL;
    } else if (fields->numbering == NUMBERING_MANUAL && is_empty) {
        raise_value("cannot switch from manual field specification to automatic field numbering");
    } else if (fields->numbering == NUMBERING_AUTO && !is_empty) {
        raise_value("cannot switch from automatic field numbering to manual field specification");
    }
}

/* A number that fills the whole of [at, end), or -1. */
static int64_t whole_number(const Str *s, size_t at, size_t end)
{
    size_t i = at;
    int64_t number = format_read_number(s, &i, end);
    return i == end ? number : -1;
}

static Value named_value(Fields *fields, Value key)
{
    if (fields->named == EMPTY) {
        raise_key(key);
    }
    if (!fields->at) {
        return op_get_item(fields->named, key);
    }
    Value found = dict_get(as_dict(fields->named), key);
    if (found == EMPTY) {
        raise_key(key);
    }
    return found;
}

static Value first_value(Fields *fields, Value template, size_t at, size_t end)
{
    bool is_empty = at == end;
    int64_t index = whole_number(as_str(template), at, end);
    if (!is_empty && index < 0) {
        return named_value(fields, str_part(template, at, end));
    }
    check_numbering(fields, is_empty);
    if (is_empty) {
        index = fields->next++;
    }
    if (!fields->at) {
        raise_value("Format string contains positional fields");
    }
    if ((uint64_t)index >= fields->count) {
        raise_index("Replacement index %lld out of range for positional args tuple",
                    (long long)index);
    }
    return fields->at[index];
}

/* field_name = first ("." attribute | "[" index "]")* */
static Value field_value(Fields *fields, Value template, const Field *field)
{
    const Str *s = as_str(template);
    size_t i = field->name, end = field->name_end;
    while (i < end && str_at(s, i) != '.' && str_at(s, i) != '[') {
        i++;
    }
    Value value = first_value(fields, template, field->name, i);
    while (i < end) {
        uint32_t c = str_at(s, i++);
        size_t start = i;
        if (c != '.' && c != '[') {
            raise_value("Only '.' or '[' may follow ']' in format field specifier");
        }
        while (i < end &&
               !(c == '[' ? str_at(s, i) == ']' : str_at(s, i) == '.' || str_at(s, i) == '[')) {
            i++;
        }
        size_t stop = i;
        if (c == '[' && i++ >= end) {
            raise_value("Missing ']' in format string");
        }
        if (start == stop) {
            raise_value("Empty attribute in format string");
        }
        if (c == '.') {
            value = op_get_attr(value, str_interned(str_part(template, start, stop)));
        } else {
            int64_t index = whole_number(s, start, stop);
            value = op_get_item(value, index < 0 ? str_part(template, start, stop)
                                                 : int_from_int64(index));
        }
    }
    return value;
}

/* ---- Writing ---- */

static Value converted(Value value, uint32_t conversion)
{
    switch (conversion) {
    case 0:
        return value;
    case 'r':
        return op_repr(value);
    case 's':
        return op_str(value);
    case 'a':
        return str_ascii(op_repr(value));
    default:
        if (conversion > 32 && conversion < 127) {
            raise_value("Unknown conversion specifier %c", (int)conversion);
        }
        raise_value("Unknown conversion specifier \\x%x", conversion);
    }
}

static void fill_in(StrBuilder *b, Fields *fields, Value template, size_t i, size_t end,
                    int nesting);

static void put_field(StrBuilder *b, Fields *fields, Value template, const Field *field,
                      int nesting)
{
    Value value = converted(field_value(fields, template, field), field->conversion), spec;
    if (field->is_nested) {
        StrBuilder inner;
        builder_start(&inner);
        fill_in(&inner, fields, template, field->spec, field->spec_end, nesting - 1);
        spec = builder_end(&inner);
    } else {
        spec = str_part(template, field->spec, field->spec_end);
    }
    format_into(b, value, spec);
}

/* template = (text | "{{" | "}}" | "{" field "}")* */
static void fill_in(StrBuilder *b, Fields *fields, Value template, size_t i, size_t end,
                    int nesting)
{
    const Str *s = as_str(template);
    if (nesting <= 0) {
        raise_value("Max string recursion exceeded");
    }
    while (i < end) {
        size_t start = i;
        uint32_t c = 0;
        while (i < end && (c = str_at(s, i)) != '{' && c != '}') {
            i++;
        }
        builder_part(b, template, start, i);
        if (i == end) {
            return;
        }
        bool doubled = i + 1 < end && str_at(s, i + 1) == c;
        if (doubled) {
            builder_char(b, c);
            i += 2;
            continue;
        }
        if (c == '}') {
            raise_value("Single '}' encountered in format string");
        }
        if (i + 1 == end) {
            raise_value("Single '{' encountered in format string");
        }
        Field field;
        i = read_field(s, i + 1, end, &field);
        put_field(b, fields, template, &field, nesting);
    }
}

static Value format_whole(Value template, Fields *fields)
{
    StrBuilder b;
    builder_start(&b);
    fill_in(&b, fields, template, 0, as_str(template)->length, NESTING_MAX);
    return builder_end(&b);
}

/* args: the template; the dict of keywords or EMPTY; the positional values. */
Value str_format_method(Args args)
{
    Fields fields = {.at = args.at + 2, .count = args.count - 2, .named = args.at[1]};
    return format_whole(args.at[0], &fields);
}

Value str_format_map_method(Args args)
{
    Fields fields = {.at = NULL, .named = args.at[1]};
    return format_whole(args.at[0], &fields);
}
