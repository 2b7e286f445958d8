#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"

/* ---- Filling up ---- */

static uint32_t fill_argument(Args args, uint32_t i)
{
    if (!arg_given(args, i)) {
        return ' ';
    }
    Value fill = args.at[i];
    if (!is_str(fill)) {
        raise_type("The fill character must be a unicode character, not %T", fill);
    }
    if (as_str(fill)->length != 1) {
        raise_type("The fill character must be exactly one character long");
    }
    return str_at(as_str(fill), 0);
}

static Value padded(Value str, size_t left, size_t right, uint32_t fill)
{
    const Str *s = as_str(str);
    if (!left && !right) {
        return str_plain(str);
    }
    if (left > PTRDIFF_MAX / 8 || right > PTRDIFF_MAX / 8) {
        raise_memory();
    }
    int width = MAX(s->width, width_for(fill));
    size_t w = (size_t)width;
    Str *r = str_alloc(left + s->length + right, width, s->is_ascii && fill < 0x80);
    units_fill(r->data, width, fill, left);
    units_copy(r->data + left * w, width, s->data, s->width, s->length);
    units_fill(r->data + (left + s->length) * w, width, fill, right);
    return r->length == 1 ? str_from_char(fill) : value_from(r);
}

/* How many characters are missing to the width of args.at[1]. */
static size_t missing(Args args)
{
    int64_t width = arg_int(args, 1), length = (int64_t)as_str(args.at[0])->length;
    return width > length ? (size_t)(width - length) : 0;
}

Value str_ljust_method(Args args)
{
    size_t pad = missing(args);
    return padded(args.at[0], 0, pad, fill_argument(args, 2));
}

Value str_rjust_method(Args args)
{
    size_t pad = missing(args);
    return padded(args.at[0], pad, 0, fill_argument(args, 2));
}

Value str_center_method(Args args)
{
    size_t pad = missing(args);
    /* The odd one goes left if the width is odd. */
    size_t left = pad / 2 + (pad & (pad + as_str(args.at[0])->length) & 1);
    return padded(args.at[0], left, pad - left, fill_argument(args, 2));
}

Value str_zfill_method(Args args)
{
    size_t pad = missing(args);
    const Str *s = as_str(args.at[0]);
    Value r = padded(args.at[0], pad, 0, '0');
    if (pad && s->length && (str_at(s, 0) == '+' || str_at(s, 0) == '-')) {
        Str *signed_one = as_str(r);
        unit_put(signed_one->data, signed_one->width, 0, str_at(s, 0));
        unit_put(signed_one->data, signed_one->width, pad, '0');
    }
    return r;
}

Value str_expandtabs_method(Args args)
{
    int size = arg_given(args, 1) ? text_c_int(args.at[1]) : 8;
    const Str *s = as_str(args.at[0]);
    StrBuilder b;
    builder_start(&b);
    size_t column = 0, tab = size > 0 ? (size_t)size : 0;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\t') {
            size_t gap = tab ? tab - column % tab : 0;
            builder_fill(&b, ' ', gap);
            column += gap;
        } else {
            builder_char(&b, c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return builder_end(&b);
}

/* ---- translate ---- */

/* table[c]: the item, or EMPTY for LookupError. Runs Python code. */
static Value look_up(Value table, uint32_t c)
{
    Value key = value_int(c);
    if (is_exactly(table, &dict_type)) {
        return dict_get(as_dict(table), key);
    }
    Catch try;
    if (CATCH(try)) {
        Value item = op_get_item(table, key);
        catch_end(&try);
        return item;
    }
    if (!exception_matches(try.exception, value_from(&exc_LookupError))) {
        raise_exception(try.exception);
    }
    return EMPTY;
}

static void put_translated(StrBuilder *b, Value item, uint32_t c)
{
    if (item == EMPTY) {
        builder_char(b, c);
    } else if (is_any_int(item)) {
        int64_t code;
        if (!int_to_int64(item, &code) || code < 0 || code >= UNICODE_END) {
            raise_value("character mapping must be in range(0x%x)", UNICODE_END);
        }
        builder_char(b, (uint32_t)code);
    } else if (is_str(item)) {
        builder_str(b, item);
    } else if (item != NONE) {
        raise_type("character mapping must return integer, None or str");
    }
}

Value str_translate_method(Args args)
{
    const Str *s = as_str(args.at[0]);
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        put_translated(&b, look_up(args.at[1], c), c);
    }
    return builder_end(&b);
}

static Value table_from_dict(Value given)
{
    if (!is_exactly(given, &dict_type)) {
        raise_type("if you give only one argument to maketrans it must be a dict");
    }
    Dict *table = dict_new(0);
    uint32_t position = 0;
    Value key, value;
    while (dict_next(as_dict(given), &position, &key, &value)) {
        if (is_str(key)) {
            if (as_str(key)->length != 1) {
                raise_value("string keys in translate table must be of length 1");
            }
            key = value_int(str_at(as_str(key), 0));
        } else if (!is_any_int(key)) {
            raise_type("keys in translate table must be strings or integers");
        }
        dict_set(table, key, value);
    }
    return value_from(table);
}

Value str_maketrans_method(Args args)
{
    Value from = args.at[0], to = arg_or(args, 1, EMPTY), gone = arg_or(args, 2, EMPTY);
    if (to != EMPTY && !is_str(to)) {
        raise_type("maketrans() argument 2 must be str, not %s", text_kind(to));
    }
    if (gone != EMPTY && !is_str(gone)) {
        raise_type("maketrans() argument 3 must be str, not %s", text_kind(gone));
    }
    if (to == EMPTY) {
        return table_from_dict(from);
    }
    if (!is_str(from)) {
        raise_type("first maketrans argument must be a string if there is a second argument");
    }
    const Str *s = as_str(from), *t = as_str(to);
    if (s->length != t->length) {
        raise_value("the first two maketrans arguments must have equal length");
    }
    Dict *table = dict_new(s->length);
    for (size_t i = 0; i < s->length; i++) {
        dict_set(table, value_int(str_at(s, i)), value_int(str_at(t, i)));
    }
    for (size_t i = 0; gone != EMPTY && i < as_str(gone)->length; i++) {
        dict_set(table, value_int(str_at(as_str(gone), i)), NONE);
    }
    return value_from(table);
}

/* ---- The table of methods ---- */

static const char *c_string_argument(Args args, uint32_t i, const char *name)
{
    if (!arg_given(args, i)) {
        return NULL;
    }
    if (!is_str(args.at[i])) {
        raise_type("encode() argument '%s' must be str, not %s", name, text_kind(args.at[i]));
    }
    size_t length;
    const char *text = str_utf8(args.at[i], &length);
    if (strlen(text) != length) {
        raise_value("embedded null character");
    }
    return text;
}

Value str_encode_method(Args args)
{
    const char *encoding = c_string_argument(args, 1, "encoding");
    const char *errors = c_string_argument(args, 2, "errors");
    return str_encode(args.at[0], encoding, errors);
}

Value str_format_dunder_method(Args args)
{
    if (!is_str(args.at[1])) {
        raise_type("__format__() argument must be str, not %s", text_kind(args.at[1]));
    }
    return str_format_spec(args.at[0], args.at[1]);
}

#define FIND "self, sub, start=, end=, /", NULL, NATIVE_METHOD, ERRORS_KEYWORDS
#define NO_ARGUMENTS "self, /", NULL, NATIVE_METHOD, ERRORS_AUTO
#define ONE(name) "self, " name ", /", NULL, NATIVE_METHOD, ERRORS_AUTO
#define PAD "self, width, fillchar=, /", NULL, NATIVE_METHOD, ERRORS_POSITIONAL
#define STRIP "self, chars=, /", NULL, NATIVE_METHOD, ERRORS_POSITIONAL
#define SPLIT "self, /, sep=, maxsplit=", NULL, NATIVE_METHOD, ERRORS_KEYWORDS

const NativeDef str_method_defs[] = {
    {"find", str_find_method, FIND},
    {"rfind", str_rfind_method, FIND},
    {"index", str_index_method, FIND},
    {"rindex", str_rindex_method, FIND},
    {"count", str_count_method, FIND},
    {"startswith", str_startswith_method, FIND},
    {"endswith", str_endswith_method, FIND},
    {"replace", str_replace_method, "self, old, new, count=, /", NULL, 0, ERRORS_POSITIONAL},
    {"removeprefix", str_removeprefix_method, ONE("prefix")},
    {"removesuffix", str_removesuffix_method, ONE("suffix")},
    {"split", str_split_method, SPLIT},
    {"rsplit", str_rsplit_method, SPLIT},
    {"splitlines", str_splitlines_method, "self, /, keepends=", NULL, 0, ERRORS_KEYWORDS},
    {"partition", str_partition_method, ONE("sep")},
    {"rpartition", str_rpartition_method, ONE("sep")},
    {"join", str_join_method, ONE("iterable")},
    {"strip", str_strip_method, STRIP},
    {"lstrip", str_lstrip_method, STRIP},
    {"rstrip", str_rstrip_method, STRIP},
    {"capitalize", str_capitalize_method, NO_ARGUMENTS},
    {"casefold", str_casefold_method, NO_ARGUMENTS},
    {"lower", str_lower_method, NO_ARGUMENTS},
    {"upper", str_upper_method, NO_ARGUMENTS},
    {"title", str_title_method, NO_ARGUMENTS},
    {"swapcase", str_swapcase_method, NO_ARGUMENTS},
    {"isalnum", str_isalnum_method, NO_ARGUMENTS},
    {"isalpha", str_isalpha_method, NO_ARGUMENTS},
    {"isascii", str_isascii_method, NO_ARGUMENTS},
    {"isdecimal", str_isdecimal_method, NO_ARGUMENTS},
    {"isdigit", str_isdigit_method, NO_ARGUMENTS},
    {"isidentifier", str_isidentifier_method, NO_ARGUMENTS},
    {"islower", str_islower_method, NO_ARGUMENTS},
    {"isnumeric", str_isnumeric_method, NO_ARGUMENTS},
    {"isprintable", str_isprintable_method, NO_ARGUMENTS},
    {"isspace", str_isspace_method, NO_ARGUMENTS},
    {"istitle", str_istitle_method, NO_ARGUMENTS},
    {"isupper", str_isupper_method, NO_ARGUMENTS},
    {"center", str_center_method, PAD},
    {"ljust", str_ljust_method, PAD},
    {"rjust", str_rjust_method, PAD},
    {"zfill", str_zfill_method, ONE("width")},
    {"expandtabs", str_expandtabs_method, "self, /, tabsize=", NULL, 0, ERRORS_KEYWORDS},
    {"translate", str_translate_method, ONE("table")},
    {"maketrans", str_maketrans_method, "x, y=, z=, /", NULL, NATIVE_STATIC, ERRORS_POSITIONAL},
    {"encode", str_encode_method, "self, /, encoding=, errors=", NULL, 0, ERRORS_KEYWORDS},
    {"format", str_format_method, "self, /, *args, **kwargs", NULL, 0, 0},
    {"format_map", str_format_map_method, ONE("mapping")},
    {"__format__", str_format_dunder_method, ONE("format_spec")},
    {0},
};
