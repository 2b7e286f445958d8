#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"

static Str *separator_argument(Value v)
{
    if (!is_str(v)) {
        raise_type("must be str, not %T", v);
    }
    if (!as_str(v)->length) {
        raise_value("empty separator");
    }
    return as_str(v);
}

static always_inline bool is_space_at(const Str *s, size_t i)
{
    if (s->is_ascii) {
        return unicode_ascii[(uint8_t)s->data[i]] & ASCII_SPACE;
    }
    return unicode_is_space(str_at(s, i));
}

/* ---- split, rsplit ---- */

static always_inline bool is_space_in(const uint8_t *ascii, const Str *s, size_t i)
{
    return ascii ? unicode_ascii[ascii[i]] & ASCII_SPACE : unicode_is_space(str_at(s, i));
}

/* `ascii`: the characters of an ASCII str, else NULL. */
static always_inline void split_spaces_of(List *list, Value str, const uint8_t *ascii, size_t limit)
{
    const Str *s = as_str(str);
    size_t i = 0, length = s->length;
    for (;;) {
        while (i < length && is_space_in(ascii, s, i)) {
            i++;
        }
        if (i == length) {
            return;
        }
        size_t start = i;
        if (!limit--) {
            list_append(list, str_part(str, start, length));
            return;
        }
        while (i < length && !is_space_in(ascii, s, i)) {
            i++;
        }
        list_append(list, ascii ? str_from_ascii((const char *)ascii + start, i - start)
                                : str_part(str, start, i));
    }
}

static void split_spaces(List *list, Value str, size_t limit)
{
    const Str *s = as_str(str);
    if (s->is_ascii) {
        split_spaces_of(list, str, (const uint8_t *)s->data, limit);
    } else {
        split_spaces_of(list, str, NULL, limit);
    }
}

static void split_separator(List *list, Value str, const Str *sep, size_t limit)
{
    const Str *s = as_str(str);
    size_t from = 0, at[64];
    while (limit) {
        size_t base = from, max = MIN(limit, COUNT_OF(at));
        size_t found = units_find_all(str_units(s, base), s->width, s->length - base, sep->data,
                                      sep->width, sep->length, at, max);
        for (size_t k = 0; k < found; k++) {
            list_append(list, str_part(str, from, base + at[k]));
            from = base + at[k] + sep->length;
        }
        if (found < max) {
            break;
        }
        limit -= found;
    }
    list_append(list, str_part(str, from, s->length));
}

static void rsplit_spaces(List *list, Value str, size_t limit)
{
    const Str *s = as_str(str);
    size_t i = s->length;
    for (;;) {
        while (i && is_space_at(s, i - 1)) {
            i--;
        }
        if (!i) {
            return;
        }
        size_t stop = i;
        if (!limit--) {
            list_append(list, str_part(str, 0, stop));
            return;
        }
        while (i && !is_space_at(s, i - 1)) {
            i--;
        }
        list_append(list, str_part(str, i, stop));
    }
}

static void rsplit_separator(List *list, Value str, const Str *sep, size_t limit)
{
    const Str *s = as_str(str);
    size_t stop = s->length;
    while (limit--) {
        int64_t at = units_rfind(s->data, s->width, stop, sep->data, sep->width, sep->length);
        if (at < 0) {
            break;
        }
        list_append(list, str_part(str, (size_t)at + sep->length, stop));
        stop = (size_t)at;
    }
    list_append(list, str_part(str, 0, stop));
}

static void reverse(List *list)
{
    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        Value first = list_at(list, i), last = list_at(list, --j);
        list_set(list, i, last);
        list_set(list, j, first);
    }
}

static Value split(Args args, bool from_right)
{
    Value str = args.at[0], sep = arg_or(args, 1, NONE);
    int64_t maximum = arg_int_or(args, 2, -1);
    size_t limit = maximum < 0 ? SIZE_MAX : (size_t)maximum;
    if (sep != NONE && !is_str(sep)) {
        raise_type("must be str or None, not %T", sep);
    }
    const Str *separator = sep == NONE ? NULL : separator_argument(sep);
    /* Commas are counted faster than a list grows. */
    const Str *s = as_str(str);
    size_t items = 12;
    if (separator && s->width == 1 && separator->length == 1) {
        items =
            1 + units_count(s->data, 1, s->length, separator->data, separator->width, 1, SIZE_MAX);
    }
    List *list = list_new(MIN(limit, items));
    if (!from_right) {
        if (separator) {
            split_separator(list, str, separator, limit);
        } else {
            split_spaces(list, str, limit);
        }
        return value_from(list);
    }
    if (separator) {
        rsplit_separator(list, str, separator, limit);
    } else {
        rsplit_spaces(list, str, limit);
    }
    reverse(list);
    return value_from(list);
}

Value str_split_method(Args args)
{
    return split(args, false);
}

Value str_rsplit_method(Args args)
{
    return split(args, true);
}

Value str_splitlines_method(Args args)
{
    Value str = args.at[0];
    const Str *s = as_str(str);
    bool keep = arg_given(args, 1) && text_c_int(args.at[1]);
    List *list = list_new(0);
    for (size_t i = 0; i < s->length;) {
        size_t start = i;
        if (s->is_ascii) {
            while (i < s->length && !(unicode_ascii[(uint8_t)s->data[i]] & ASCII_LINE_BREAK)) {
                i++;
            }
        } else {
            while (i < s->length && !unicode_is_line_break(str_at(s, i))) {
                i++;
            }
        }
        size_t stop = i;
        if (i < s->length) {
            i += str_at(s, i) == '\r' && i + 1 < s->length && str_at(s, i + 1) == '\n' ? 2 : 1;
        }
        list_append(list, str_part(str, start, keep ? i : stop));
    }
    return value_from(list);
}

/* ---- partition ---- */

static Value partition(Args args, bool from_right)
{
    Value str = args.at[0];
    const Str *s = as_str(str), *sep = separator_argument(args.at[1]);
    int64_t at = from_right
                     ? units_rfind(s->data, s->width, s->length, sep->data, sep->width, sep->length)
                     : units_find(s->data, s->width, s->length, sep->data, sep->width, sep->length);
    if (at < 0) {
        Value whole = str_plain(str), none = str_empty();
        return from_right ? tuple_of(3, none, none, whole) : tuple_of(3, whole, none, none);
    }
    size_t i = (size_t)at;
    return tuple_of(3, str_part(str, 0, i), str_plain(args.at[1]),
                    str_part(str, i + sep->length, s->length));
}

Value str_partition_method(Args args)
{
    return partition(args, false);
}

Value str_rpartition_method(Args args)
{
    return partition(args, true);
}

/* ---- strip ---- */

enum { LEFT = 1, RIGHT = 2 };

static bool is_among(const Str *set, uint32_t c)
{
    if (c >= 256 && set->width == 1) {
        return false;
    }
    if (set->width == 1) {
        return memchr(set->data, (int)c, set->length);
    }
    for (size_t i = 0; i < set->length; i++) {
        if (str_at(set, i) == c) {
            return true;
        }
    }
    return false;
}

static Value strip(Args args, int sides, const char *name)
{
    Value str = args.at[0], chars = arg_or(args, 1, NONE);
    const Str *s = as_str(str);
    size_t start = 0, stop = s->length;
    if (chars == NONE) {
        while (sides & LEFT && start < stop && is_space_at(s, start)) {
            start++;
        }
        while (sides & RIGHT && stop > start && is_space_at(s, stop - 1)) {
            stop--;
        }
        return str_part(str, start, stop);
    }
    if (!is_str(chars)) {
        raise_type("%s arg must be None or str", name);
    }
    const Str *set = as_str(chars);
    while (sides & LEFT && start < stop && is_among(set, str_at(s, start))) {
        start++;
    }
    while (sides & RIGHT && stop > start && is_among(set, str_at(s, stop - 1))) {
        stop--;
    }
    return str_part(str, start, stop);
}

Value str_strip_method(Args args)
{
    return strip(args, LEFT | RIGHT, "strip");
}

Value str_lstrip_method(Args args)
{
    return strip(args, LEFT, "lstrip");
}

Value str_rstrip_method(Args args)
{
    return strip(args, RIGHT, "rstrip");
}

/* ---- join ---- */

/* Checks the items and adds up: the length of the result, its width and whether it is ASCII. */
static size_t measure(const Slot *at, size_t count, const Str *sep, int *width, bool *ascii)
{
    size_t length = sep->length && count > 1 ? sep->length * (count - 1) : 0;
    *width = sep->length && count > 1 ? sep->width : 1;
    *ascii = !(sep->length && count > 1) || sep->is_ascii;
    for (size_t i = 0; i < count; i++) {
        if (unlikely(!is_str(at[i].v))) {
            raise_type("sequence item %zu: expected str instance, %T found", i, at[i].v);
        }
        const Str *s = as_str(at[i].v);
        *width = MAX(*width, s->width);
        *ascii &= s->is_ascii;
        if (__builtin_add_overflow(length, s->length, &length) || length > PTRDIFF_MAX / 4) {
            raise_overflow("join() result is too long for a Python string");
        }
    }
    return length;
}

static Value join(Value separator, const Slot *at, size_t count)
{
    if (!count) {
        return str_empty();
    }
    const Str *sep = as_str(separator);
    if (count == 1 && is_exactly(at[0].v, &str_type)) {
        return at[0].v;
    }
    int width;
    bool ascii;
    if (sep->length && count > PTRDIFF_MAX / 8 / sep->length) {
        raise_overflow("join() result is too long for a Python string");
    }
    size_t length = measure(at, count, sep, &width, &ascii);
    if (!length) {
        return str_empty();
    }
    Str *r = str_alloc(length, width, ascii);
    char *to = r->data;
    if (width == 1) {
        for (size_t i = 0; i < count; i++) {
            if (i && sep->length == 1) {
                *to++ = sep->data[0];
            } else if (i) {
                memcpy(to, sep->data, sep->length);
                to += sep->length;
            }
            const Str *s = as_str(at[i].v);
            memcpy(to, s->data, s->length);
            to += s->length;
        }
        return length == 1 ? str_from_char((uint8_t)r->data[0]) : value_from(r);
    }
    for (size_t i = 0; i < count; i++) {
        if (i) {
            units_copy(to, width, sep->data, sep->width, sep->length);
            to += sep->length * (size_t)width;
        }
        const Str *s = as_str(at[i].v);
        units_copy(to, width, s->data, s->width, s->length);
        to += s->length * (size_t)width;
    }
    return value_from(r);
}

Value str_join(Value separator, Value iterable)
{
    if (is_tuple(iterable)) {
        return join(separator, as_tuple(iterable)->at, as_tuple(iterable)->count);
    }
    if (!is_list(iterable)) {
        if (!type_of(iterable)->iter && op_special(iterable, S_ITER) == EMPTY &&
            op_special(iterable, S_GETITEM) == EMPTY) {
            raise_type("can only join an iterable");
        }
        iterable = list_from_iterable(iterable);
    }
    const List *list = as_list(iterable);
    return list->count ? join(separator, list_slots(list)->at, list->count) : str_empty();
}

Value str_join_method(Args args)
{
    return str_join(args.at[0], args.at[1]);
}
