#include "runtime/objects/str_units.h"
#include "runtime/objects/unicode.h"

/* ---- Making ---- */

Str *str_alloc_as(Type *cls, size_t length, int width, bool is_ascii)
{
    if (unlikely(length > ((size_t)PTRDIFF_MAX - sizeof(Str)) / 4 - 1)) {
        raise_memory();
    }
    size_t size = offsetof(Str, at) + (length + 1) * (size_t)width;
    Str *s = likely(cls == &str_type) ? mm_new_data(cls, size) : instance_new_sized(cls, size);
    s->hash = 0;
    s->width = (uint8_t)width;
    s->is_ascii = is_ascii;
    s->is_interned = false;
    s->growth = 0;
    s->length = length;
    s->data = s->at;
    unit_put(s->at, width, length, 0);
    return s;
}

Str *str_alloc(size_t length, int width, bool is_ascii)
{
    return str_alloc_as(&str_type, length, width, is_ascii);
}

/* memcpy of what is mostly a word or two: without a call below 17 bytes. */
static always_inline void copy_bytes(char *to, const char *from, size_t n)
{
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t head, tail;
        memcpy(&head, from, 8);
        memcpy(&tail, from + n - 8, 8);
        memcpy(to, &head, 8);
        memcpy(to + n - 8, &tail, 8);
    } else if (n >= 4) {
        uint32_t head, tail;
        memcpy(&head, from, 4);
        memcpy(&tail, from + n - 4, 4);
        memcpy(to, &head, 4);
        memcpy(to + n - 4, &tail, 4);
    } else if (n) {
        to[0] = from[0];
        to[n / 2] = from[n / 2];
        to[n - 1] = from[n - 1];
    }
}

Value str_from_ascii(const char *text, size_t length)
{
    if (length <= 1) {
        return length ? str_from_char((uint8_t)*text) : str_empty();
    }
    Str *s = str_alloc(length, 1, true);
    copy_bytes(s->at, text, length);
    return value_from(s);
}

Value str_from_units(const void *units, int width, size_t length)
{
    if (length <= 1) {
        return length ? str_from_char(unit_at(units, width, 0)) : str_empty();
    }
    uint32_t all = units_or(units, width, length);
    Str *s = str_alloc(length, width_for(all), all < 0x80);
    units_copy(s->data, s->width, units, width, length);
    return value_from(s);
}

Value str_from(const char *c_string)
{
    return str_from_utf8(c_string, strlen(c_string));
}

Value str_new_subtype(Type *cls, Value text)
{
    const Str *from = as_str(text);
    Str *s = str_alloc_as(cls, from->length, from->width, from->is_ascii);
    memcpy(s->data, from->data, from->length * from->width);
    if (cls->flags & TYPE_FINALIZES) {
        mm_watch(s);
    }
    return value_from(s);
}

Value str_plain(Value str)
{
    if (likely(is_exactly(str, &str_type))) {
        return str;
    }
    const Str *s = as_str(str);
    return str_from_units(s->data, s->width, s->length);
}

/* ---- Equality, order, hash ---- */

uint32_t str_hash_slow(Str *s)
{
    return s->hash = units_hash(s->data, s->length * s->width);
}

bool str_equal_slow(const Str *a, const Str *b)
{
    if (a->hash && b->hash && a->hash != b->hash) {
        return false;
    }
    return !memcmp(a->data, b->data, a->length * a->width);
}

bool str_equals_c(Value str, const char *ascii)
{
    const Str *s = as_str(str);
    return s->is_ascii && strlen(ascii) == s->length && !memcmp(s->data, ascii, s->length);
}

int str_compare(Value a, Value b)
{
    const Str *s = as_str(a), *t = as_str(b);
    size_t n = MIN(s->length, t->length);
    if (s->width == 1 && t->width == 1) {
        int order = memcmp(s->data, t->data, n);
        if (order) {
            return order;
        }
    } else {
        for (size_t i = 0; i < n; i++) {
            uint32_t c = str_at(s, i), d = str_at(t, i);
            if (c != d) {
                return c < d ? -1 : 1;
            }
        }
    }
    return s->length < t->length ? -1 : s->length > t->length;
}

static Value compare_slot(CompareOp op, Value a, Value b)
{
    if (!is_str(b)) {
        return NOT_IMPLEMENTED;
    }
    if (op == CMP_EQ) {
        return value_bool(str_equal(a, b));
    }
    if (op == CMP_NE) {
        return value_bool(!str_equal(a, b));
    }
    int order = str_compare(a, b);
    return value_bool(op == CMP_LT   ? order < 0
                      : op == CMP_LE ? order <= 0
                      : op == CMP_GT ? order > 0
                                     : order >= 0);
}

static int64_t hash_slot(Value self)
{
    return str_hash(self);
}

/* ---- Putting together ---- */

static noreturn_fn void raise_too_long(void)
{
    raise_overflow("strings are too large to concat");
}

Value str_concat(Value a, Value b)
{
    const Str *s = as_str(a), *t = as_str(b);
    if (!s->length) {
        return str_plain(b);
    }
    if (!t->length) {
        return str_plain(a);
    }
    if (t->length > (size_t)PTRDIFF_MAX - s->length) {
        raise_too_long();
    }
    if (s->growth) {
        Value grown = str_grow(a, b);
        if (grown != EMPTY) {
            return grown;
        }
    }
    int width = MAX(s->width, t->width);
    Str *r = str_alloc(s->length + t->length, width, s->is_ascii & t->is_ascii);
    r->growth = STR_CONCATENATED;
    if (likely(s->width == t->width)) {
        size_t bytes = s->length * s->width;
        copy_bytes(r->at, s->data, bytes);
        copy_bytes(r->at + bytes, t->data, t->length * t->width);
    } else {
        units_copy(r->data, width, s->data, s->width, s->length);
        units_copy(r->data + s->length * (size_t)width, width, t->data, t->width, t->length);
    }
    return value_from(r);
}

Value str_repeat(Value str, int64_t times)
{
    const Str *s = as_str(str);
    if (times <= 0 || !s->length) {
        return str_empty();
    }
    if (times == 1) {
        return str_plain(str);
    }
    size_t length;
    if (__builtin_mul_overflow(s->length, (size_t)times, &length) || length > PTRDIFF_MAX) {
        raise_overflow("repeated string is too long");
    }
    Str *r = str_alloc(length, s->width, s->is_ascii);
    size_t bytes = length * s->width, done = s->length * s->width;
    if (done == 1) {
        memset(r->data, s->data[0], bytes);
        return value_from(r);
    }
    memcpy(r->data, s->data, done);
    while (done < bytes) {
        size_t more = MIN(done, bytes - done);
        memcpy(r->data + done, r->data, more);
        done += more;
    }
    return value_from(r);
}

Value str_join_run(const Value *at, size_t n)
{
    size_t length = 0;
    int width = 1;
    bool ascii = true;
    for (size_t i = 0; i < n; i++) {
        const Str *s = as_str(at[i]);
        length += s->length;
        width = MAX(width, s->width);
        ascii &= s->is_ascii;
    }
    if (n == 1) {
        return str_plain(at[0]);
    }
    if (length <= 1) {
        for (size_t i = 0; i < n; i++) {
            if (as_str(at[i])->length) {
                return str_plain(at[i]);
            }
        }
        return str_empty();
    }
    Str *r = str_alloc(length, width, ascii);
    char *to = r->data;
    for (size_t i = 0; i < n; i++) {
        const Str *s = as_str(at[i]);
        units_copy(to, width, s->data, s->width, s->length);
        to += s->length * (size_t)width;
    }
    return value_from(r);
}

int64_t text_repeat_count(Value v)
{
    int64_t times;
    if (!int_to_int64(op_index(v), &times)) {
        raise_overflow("cannot fit '%T' into an index-sized integer", v);
    }
    return times;
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    switch (op) {
    case OP2_ADD:
        return is_str(a) && is_str(b) ? str_concat(a, b) : NOT_IMPLEMENTED;
    case OP2_MUL:
        if (is_str(a) && text_has_index(b)) {
            return str_repeat(a, text_repeat_count(b));
        }
        if (is_str(b) && text_has_index(a)) {
            return str_repeat(b, text_repeat_count(a));
        }
        return NOT_IMPLEMENTED;
    case OP2_MOD:
        return is_str(a) ? str_percent(a, b) : NOT_IMPLEMENTED;
    default:
        return NOT_IMPLEMENTED;
    }
}

/* ---- Taking apart ---- */

Value str_part(Value str, size_t start, size_t stop)
{
    const Str *s = as_str(str);
    size_t length = stop - start;
    if (length == s->length && is_exactly(str, &str_type)) {
        return str;
    }
    if (s->is_ascii) {
        return str_from_ascii(s->data + start, length);
    }
    return str_from_units(str_units(s, start), s->width, length);
}

Value str_slice(Value str, int64_t start, int64_t stop, int64_t step, size_t count)
{
    (void)stop;
    const Str *s = as_str(str);
    if (!count) {
        return str_empty();
    }
    if (step == 1) {
        return str_part(str, (size_t)start, (size_t)start + count);
    }
    if (count == 1) {
        return str_from_char(str_at(s, (size_t)start));
    }
    uint32_t all = 0;
    if (!s->is_ascii) {
        for (size_t i = 0; i < count; i++) {
            all |= str_at(s, (size_t)(start + (int64_t)i * step));
        }
    }
    Str *r = str_alloc(count, width_for(all), all < 0x80);
    if (s->width == 1) {
        const char *from = s->data + start;
        for (size_t i = 0; i < count; i++, from += step) {
            r->data[i] = *from;
        }
    } else {
        for (size_t i = 0; i < count; i++) {
            unit_put(r->data, r->width, i, str_at(s, (size_t)(start + (int64_t)i * step)));
        }
    }
    return value_from(r);
}

size_t text_index(Value key, size_t length, const char *what)
{
    int64_t i;
    if (likely(is_int(key))) {
        i = as_int(key);
    } else if (!int_to_int64(op_index(key), &i)) {
        raise_index("cannot fit '%T' into an index-sized integer", key);
    }
    if (i < 0) {
        i += (int64_t)length;
    }
    if (unlikely((uint64_t)i >= length)) {
        raise_index(what ? "%s index out of range" : "index out of range", what);
    }
    return (size_t)i;
}

static Value get_item_slot(Value self, Value key)
{
    if (likely(is_int(key)) || (!is_exactly(key, &slice_type) && text_has_index(key))) {
        size_t i = text_index(key, as_str(self)->length, "string");
        return str_from_char(str_at(as_str(self), i));
    }
    if (!is_exactly(key, &slice_type)) {
        raise_type("string indices must be integers, not '%T'", key);
    }
    int64_t start, stop, step;
    size_t count;
    slice_resolve(key, (int64_t)as_str(self)->length, &start, &stop, &step, &count);
    return str_slice(self, start, stop, step, count);
}

int text_c_int(Value v)
{
    int64_t i;
    if (!int_to_int64(op_index(v), &i) || i != (int)i) {
        raise_overflow("Python int too large to convert to C int");
    }
    return (int)i;
}

/* One end of a range: None or absent is `otherwise`; beyond int64 is as far as can be. */
static int64_t range_end(Value v, int64_t length, int64_t otherwise)
{
    if (v == EMPTY || v == NONE) {
        return otherwise;
    }
    int64_t i;
    if (likely(is_int(v))) {
        i = as_int(v);
    } else {
        if (!text_has_index(v)) {
            raise_type("slice indices must be integers or None or have an __index__ method");
        }
        Value index = op_index(v);
        if (!int_to_int64(index, &i)) {
            i = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
        }
    }
    return i < 0 ? MAX(i + length, 0) : i;
}

void text_range(Args args, uint32_t i, size_t length, size_t *start, size_t *stop)
{
    int64_t end = (int64_t)length;
    *start = (size_t)range_end(arg_or(args, i, EMPTY), end, 0);
    *stop = (size_t)MIN(range_end(arg_or(args, i + 1, EMPTY), end, end), end);
}

static bool contains_slot(Value self, Value item)
{
    if (!is_str(item)) {
        raise_type("'in <string>' requires string as left operand, not %T", item);
    }
    const Str *s = as_str(self), *needle = as_str(item);
    return units_find(s->data, s->width, s->length, needle->data, needle->width, needle->length) >=
           0;
}

static Value iter_slot(Value self)
{
    return iterator_over(as_str(self)->is_ascii ? &str_ascii_iterator_type : &str_iterator_type,
                         self);
}

static Value iterator_next_slot(Value self)
{
    SequenceIterator *it = (SequenceIterator *)as_object(self);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    const Str *s = as_str(it->sequence.v);
    if (it->next < s->length) {
        return str_from_char(str_at(s, it->next++));
    }
    mm_store(it, &it->sequence, EMPTY);
    return EMPTY;
}

static Value iterator_self_slot(Value self)
{
    return self;
}

static Value iterator_length_hint_method(Args args)
{
    SequenceIterator *it = (SequenceIterator *)as_object(args.at[0]);
    return value_int(
        it->sequence.v == EMPTY ? 0 : (int64_t)(as_str(it->sequence.v)->length - it->next));
}

static const NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint_method, "self, /", NULL, 0, 0},
    {0},
};

/* Two types, as in CPython, which differ in their names alone. */
#define ITERATOR_TYPE(type_name)                                                                   \
    {                                                                                              \
        .name = type_name, .size = sizeof(SequenceIterator), .flags = TYPE_NO_INSTANCES,           \
        .slots_at = offsetof(SequenceIterator, sequence), .slots_count = 1,                        \
        .iter = iterator_self_slot, .next = iterator_next_slot, .methods = iterator_methods,       \
    }
Type str_iterator_type = ITERATOR_TYPE("str_iterator");
Type str_ascii_iterator_type = ITERATOR_TYPE("str_ascii_iterator");

/* ---- The type ---- */

static bool truth_slot(Value self)
{
    return as_str(self)->length != 0;
}

static int64_t length_slot(Value self)
{
    return (int64_t)as_str(self)->length;
}

static size_t size_of(Object *object)
{
    const Str *s = (const Str *)object;
    return offsetof(Str, at) + (s->length + 1) * s->width;
}

static const char *encoding_name(Value v, const char *name)
{
    if (v == EMPTY) {
        return NULL;
    }
    if (!is_str(v)) {
        raise_type("str() argument '%s' must be str, not %s", name, text_kind(v));
    }
    size_t length;
    const char *text = str_utf8(v, &length);
    if (strlen(text) != length) {
        raise_value("embedded null character");
    }
    return text;
}

static Value make_fast(Type *cls, const Value *at, uint32_t count)
{
    (void)cls;
    return count == 1 ? op_str(at[0]) : EMPTY;
}

static Value str_make(Args args)
{
    Type *cls = as_type(args.at[0]);
    Value object = arg_or(args, 1, EMPTY), text;
    if (!arg_given(args, 2) && !arg_given(args, 3)) {
        text = object == EMPTY ? str_empty() : op_str(object);
    } else {
        const char *encoding = encoding_name(arg_or(args, 2, EMPTY), "encoding");
        const char *errors = encoding_name(arg_or(args, 3, EMPTY), "errors");
        const char *data;
        size_t length;
        if (object == EMPTY) {
            text = str_empty();
        } else if (is_str(object)) {
            raise_type("decoding str is not supported");
        } else if (bytes_view(object, &data, &length)) {
            text = str_decode(data, length, encoding, errors);
        } else {
            raise_type("decoding to str: need a bytes-like object, %T found", object);
        }
    }
    return cls == &str_type ? text : str_new_subtype(cls, text);
}

static const NativeDef make_def = {
    "str", str_make, "cls, object=, encoding=, errors=", NULL, 0, 0,
};

Type str_type = {
    .name = "str",
    .flags = TYPE_SUBCLASSABLE | TYPE_STR,
    .size = offsetof(Str, at),
    .size_of = size_of,
    .on_free = str_on_free,
    .repr = str_repr,
    .str = str_plain,
    .hash = hash_slot,
    .compare = compare_slot,
    .truth = truth_slot,
    .length = length_slot,
    .get_item = get_item_slot,
    .contains = contains_slot,
    .iter = iter_slot,
    .binary = binary_slot,
    .make = &make_def,
    .make_fast = make_fast,
    .methods = str_method_defs,
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str",
};
