#include "runtime/objects/str_units.h"

int64_t str_find(Value str, Value needle, size_t from, size_t to)
{
    const Str *s = as_str(str), *n = as_str(needle);
    if (from > to) {
        return -1;
    }
    int64_t at = units_find(str_units(s, from), s->width, to - from, n->data, n->width, n->length);
    return at < 0 ? -1 : at + (int64_t)from;
}

static Str *needle_argument(Value v)
{
    if (!is_str(v)) {
        raise_type("must be str, not %T", v);
    }
    return as_str(v);
}

/* find and its kin: the index of the first or last occurrence in the range, or -1. */
static int64_t search(Args args, bool last)
{
    const Str *s = as_str(args.at[0]), *n = needle_argument(args.at[1]);
    size_t start = 0, stop = s->length;
    if (args.count > 2) {
        text_range(args, 2, s->length, &start, &stop);
    }
    if (start > stop) {
        return -1;
    }
    const void *units = str_units(s, start);
    int64_t at = last ? units_rfind(units, s->width, stop - start, n->data, n->width, n->length)
                      : units_find(units, s->width, stop - start, n->data, n->width, n->length);
    return at < 0 ? -1 : at + (int64_t)start;
}

static Value must_be_found(int64_t at)
{
    if (at < 0) {
        raise_value("substring not found");
    }
    return value_int(at);
}

Value str_find_method(Args args)
{
    return value_int(search(args, false));
}

Value str_rfind_method(Args args)
{
    return value_int(search(args, true));
}

Value str_index_method(Args args)
{
    return must_be_found(search(args, false));
}

Value str_rindex_method(Args args)
{
    return must_be_found(search(args, true));
}

Value str_count_method(Args args)
{
    const Str *s = as_str(args.at[0]), *n = needle_argument(args.at[1]);
    size_t start, stop;
    text_range(args, 2, s->length, &start, &stop);
    if (start > stop) {
        return value_int(0);
    }
    if (!n->length) {
        return value_int((int64_t)(stop - start + 1));
    }
    return value_int((int64_t)units_count(str_units(s, start), s->width, stop - start, n->data,
                                          n->width, n->length, SIZE_MAX));
}

/* ---- Beginnings and ends ---- */

static bool matches(const Str *s, size_t start, size_t stop, const Str *part, bool at_end)
{
    if (start > stop || part->length > stop - start || part->width > s->width) {
        return false;
    }
    if (at_end) {
        start = stop - part->length;
    }
    if (part->width == s->width) {
        return !memcmp(str_units(s, start), part->data, part->length * part->width);
    }
    for (size_t i = 0; i < part->length; i++) {
        if (str_at(s, start + i) != str_at(part, i)) {
            return false;
        }
    }
    return true;
}

static Value match(Args args, bool at_end, const char *name)
{
    const Str *s = as_str(args.at[0]);
    Value what = args.at[1];
    size_t start = 0, stop = s->length;
    if (args.count > 2) {
        text_range(args, 2, s->length, &start, &stop);
    }
    if (is_str(what)) {
        return value_bool(matches(s, start, stop, as_str(what), at_end));
    }
    if (!is_tuple(what)) {
        raise_type("%s first arg must be str or a tuple of str, not %T", name, what);
    }
    const Tuple *parts = as_tuple(what);
    for (size_t i = 0; i < parts->count; i++) {
        Value part = parts->at[i].v;
        if (!is_str(part)) {
            raise_type("tuple for %s must only contain str, not %T", name, part);
        }
        if (matches(s, start, stop, as_str(part), at_end)) {
            return TRUE;
        }
    }
    return FALSE;
}

Value str_startswith_method(Args args)
{
    return match(args, false, "startswith");
}

Value str_endswith_method(Args args)
{
    return match(args, true, "endswith");
}

Value str_removeprefix_method(Args args)
{
    Value part = args.at[1];
    if (!is_str(part)) {
        raise_type("removeprefix() argument must be str, not %s", text_kind(part));
    }
    const Str *s = as_str(args.at[0]);
    bool found = matches(s, 0, s->length, as_str(part), false);
    return str_part(args.at[0], found ? as_str(part)->length : 0, s->length);
}

Value str_removesuffix_method(Args args)
{
    Value part = args.at[1];
    if (!is_str(part)) {
        raise_type("removesuffix() argument must be str, not %s", text_kind(part));
    }
    const Str *s = as_str(args.at[0]);
    bool found = as_str(part)->length && matches(s, 0, s->length, as_str(part), true);
    return str_part(args.at[0], 0, s->length - (found ? as_str(part)->length : 0));
}

/* ---- Replacing ---- */

/* What was put together of wider parts may be narrower than they. */
static Value narrowed(Str *r, bool ascii)
{
    if (ascii) {
        return value_from(r);
    }
    uint32_t all = units_or(r->data, r->width, r->length);
    if (width_for(all) != r->width || r->length <= 1) {
        return str_from_units(r->data, r->width, r->length);
    }
    r->is_ascii = all < 0x80;
    return value_from(r);
}

vector_loops static void replace_bytes(uint8_t *units, size_t count, uint8_t from, uint8_t to)
{
    for (size_t i = 0; i < count; i++) {
        units[i] = units[i] == from ? to : units[i];
    }
}

static Value replace_char(const Str *s, uint32_t from, uint32_t to, size_t limit)
{
    Str *r = str_alloc(s->length, s->width, true);
    memcpy(r->data, s->data, s->length * s->width);
    if (s->width == 1 && limit >= s->length) {
        replace_bytes((uint8_t *)r->data, s->length, (uint8_t)from, (uint8_t)to);
    } else {
        for (size_t i = 0; i < s->length && limit; i++) {
            if (str_at(s, i) == from) {
                unit_put(r->data, r->width, i, to);
                limit--;
            }
        }
    }
    return narrowed(r, s->is_ascii && to < 0x80);
}

/* An empty `old`: `new` before every character and at the end, `limit` times at most. */
static Value interleave(const Str *s, Value new, size_t limit)
{
    StrBuilder b;
    builder_start(&b);
    Value whole = value_from(s);
    size_t times = MIN(limit, s->length + 1);
    for (size_t i = 0; i < times; i++) {
        builder_str(&b, new);
        builder_part(&b, whole, i, MIN(i + 1, s->length));
    }
    builder_part(&b, whole, times, s->length);
    return builder_end(&b);
}

static size_t replaced_length(const Str *s, const Str *old, const Str *new, size_t times)
{
    size_t grown;
    if (__builtin_mul_overflow(times, new->length, &grown) || grown > PTRDIFF_MAX / 4) {
        raise_overflow("replace string is too long");
    }
    return s->length - times * old->length + grown;
}

static Value replace_runs(const Str *s, const Str *old, const Str *new, size_t times)
{
    int width = MAX(s->width, new->width);
    Str *r = str_alloc(replaced_length(s, old, new, times), width, s->is_ascii & new->is_ascii);
    char *to = r->data;
    size_t from = 0, w = (size_t)width, at[128];
    while (times) {
        size_t found = units_find_all(str_units(s, from), s->width, s->length - from, old->data,
                                      old->width, old->length, at, MIN(times, COUNT_OF(at)));
        size_t base = from;
        for (size_t k = 0; k < found; k++) {
            size_t hop = base + at[k] - from;
            units_copy(to, width, str_units(s, from), s->width, hop);
            to += hop * w;
            units_copy(to, width, new->data, new->width, new->length);
            to += new->length *w;
            from += hop + old->length;
        }
        times -= found;
    }
    units_copy(to, width, str_units(s, from), s->width, s->length - from);
    return narrowed(r, r->is_ascii);
}

static Value replace(Value str, Value old_str, Value new_str, size_t limit)
{
    const Str *s = as_str(str), *old = as_str(old_str), *new = as_str(new_str);
    if (!limit || old->length > s->length) {
        return str_plain(str);
    }
    if (!old->length) {
        return interleave(s, new_str, limit);
    }
    if (old->length == 1 && new->length == 1 && new->width <= s->width) {
        uint32_t from = str_at(old, 0);
        return units_find(s->data, s->width, s->length, old->data, old->width, 1) < 0
                   ? str_plain(str)
                   : replace_char(s, from, str_at(new, 0), limit);
    }
    size_t times =
        units_count(s->data, s->width, s->length, old->data, old->width, old->length, limit);
    if (!times) {
        return str_plain(str);
    }
    if (times * old->length == s->length && !new->length) {
        return str_empty();
    }
    return replace_runs(s, old, new, times);
}

Value str_replace_method(Args args)
{
    for (uint32_t i = 1; i <= 2; i++) {
        if (!is_str(args.at[i])) {
            raise_type("replace() argument %d must be str, not %s", (int)i, text_kind(args.at[i]));
        }
    }
    int64_t limit = arg_int_or(args, 3, -1);
    return replace(args.at[0], args.at[1], args.at[2], limit < 0 ? SIZE_MAX : (size_t)limit);
}
