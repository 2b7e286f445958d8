#include "runtime/objects/bytes_impl.h"
#include "runtime/objects/format.h"

/* ---- Making ---- */

static Bytes *alloc_as(Type *cls, size_t length)
{
    if (length > PTRDIFF_MAX - sizeof(Bytes) - 1) {
        raise_memory();
    }
    size_t size = offsetof(Bytes, data) + length + 1;
    Bytes *b = likely(cls == &bytes_type) ? mm_new_data(cls, size) : instance_new_sized(cls, size);
    b->length = length;
    b->hash = -1;
    b->data[length] = 0;
    return b;
}

Value bytes_new(const void *data, size_t length)
{
    Bytes *b = alloc_as(&bytes_type, length);
    if (data) {
        memcpy(b->data, data, length);
    } else {
        memset(b->data, 0, length);
    }
    return value_from(b);
}

bool bytes_view(Value v, const char **data, size_t *length)
{
    if (is_bytes(v)) {
        *data = (const char *)as_bytes(v)->data;
        *length = as_bytes(v)->length;
        return true;
    }
    if (is_bytearray(v)) {
        const ByteArray *a = (const ByteArray *)as_object(v);
        *data = a->storage.v == EMPTY ? "" : ((Raw *)as_object(a->storage.v))->at;
        *length = a->length;
        return true;
    }
    return false;
}

View view_of(Value v)
{
    View view;
    if (!bytes_view(v, &view.at, &view.count)) {
        raise_type("a bytes-like object is required, not '%T'", v);
    }
    return view;
}

Value bytes_like(Value self, const void *data, size_t length)
{
    return is_bytes(self) ? bytes_new(data, length) : bytearray_new(data, length);
}

uint8_t bytes_item(Value v, const char *message)
{
    int64_t i;
    if (!int_to_int64(is_int(v) ? v : op_index(v), &i) || i < 0 || i > 255) {
        raise_value("%s", message);
    }
    return (uint8_t)i;
}

Value bytes_from_iterable(Value iterable, const char *message)
{
    StrBuilder b;
    builder_start(&b);
    ITERATE(item, iterable)
    {
        builder_char(&b, bytes_item(item, message));
    }
    return builder_end_bytes(&b);
}

static const char *name_argument(Args args, uint32_t i, const char *function, const char *name)
{
    if (!arg_given(args, i)) {
        return NULL;
    }
    if (!is_str(args.at[i])) {
        raise_type("%s() argument '%s' must be str, not %s", function, name, text_kind(args.at[i]));
    }
    return str_utf8(args.at[i], NULL);
}

static bool is_iterable(Value v)
{
    return type_of(v)->iter || op_special(v, S_ITER) != EMPTY || op_special(v, S_GETITEM) != EMPTY;
}

/* bytes(x) of what is neither text nor absent. */
static Value from_object(Value x)
{
    View view;
    if (bytes_view(x, &view.at, &view.count)) {
        return is_exactly(x, &bytes_type) ? x : bytes_new(view.at, view.count);
    }
    Value method = op_special(x, S_BYTES);
    if (method != EMPTY) {
        Value made = op_call_special(method, x, NULL, 0);
        if (!is_bytes(made)) {
            raise_type("__bytes__ returned non-bytes (type %T)", made);
        }
        return made;
    }
    if (text_has_index(x)) {
        int64_t length = text_repeat_count(x);
        if (length < 0) {
            raise_value("negative count");
        }
        return bytes_new(NULL, (size_t)length);
    }
    if (!is_iterable(x)) {
        raise_type("cannot convert '%T' object to bytes", x);
    }
    return bytes_from_iterable(x, "bytes must be in range(0, 256)");
}

Value bytes_from_arguments(Args args, const char *function)
{
    Value source = arg_or(args, 1, EMPTY);
    const char *encoding = name_argument(args, 2, function, "encoding");
    const char *errors = name_argument(args, 3, function, "errors");
    if (source != EMPTY && is_str(source)) {
        if (!encoding) {
            raise_type("string argument without an encoding");
        }
        return str_encode(source, encoding, errors);
    }
    if (encoding || errors) {
        raise_type("%s without a string argument", encoding ? "encoding" : "errors");
    }
    return source == EMPTY ? bytes_new("", 0) : from_object(source);
}

static Value bytes_make(Args args)
{
    Type *cls = as_type(args.at[0]);
    Value made = bytes_from_arguments(args, "bytes");
    if (cls == &bytes_type) {
        return made;
    }
    Bytes *b = alloc_as(cls, as_bytes(made)->length);
    memcpy(b->data, as_bytes(made)->data, b->length);
    if (cls->flags & TYPE_FINALIZES) {
        mm_watch(b);
    }
    return value_from(b);
}

/* ---- What both types do alike ---- */

Value bytes_compare(CompareOp op, Value a, Value b)
{
    View x = view_of(a), y;
    if (!bytes_view(b, &y.at, &y.count)) {
        return NOT_IMPLEMENTED;
    }
    int order = memcmp(x.at, y.at, MIN(x.count, y.count));
    if (!order) {
        order = x.count < y.count ? -1 : x.count > y.count;
    }
    switch (op) {
    case CMP_LT:
        return value_bool(order < 0);
    case CMP_LE:
        return value_bool(order <= 0);
    case CMP_EQ:
        return value_bool(order == 0);
    case CMP_NE:
        return value_bool(order != 0);
    case CMP_GT:
        return value_bool(order > 0);
    default:
        return value_bool(order >= 0);
    }
}

bool bytes_contains(Value self, Value item)
{
    if (text_has_index(item)) {
        uint8_t byte = bytes_item(item, "byte must be in range(0, 256)");
        View view = view_of(self);
        return memchr(view.at, byte, view.count);
    }
    View part = view_of(item), view = view_of(self);
    return units_find(view.at, 1, view.count, part.at, 1, part.count) >= 0;
}

Value bytes_repeat(Value self, int64_t times)
{
    View view = view_of(self);
    size_t length;
    if (times <= 0) {
        return bytes_like(self, "", 0);
    }
    if (__builtin_mul_overflow(view.count, (size_t)times, &length) || length > PTRDIFF_MAX) {
        raise_overflow("repeated bytes are too long");
    }
    if (length > PTRDIFF_MAX / 2) {
        raise_memory();
    }
    Value made = bytes_like(self, NULL, length);
    char *to = (char *)view_of(made).at;
    if (view.count == 1) {
        memset(to, view.at[0], length);
        return made;
    }
    for (size_t done = 0; done < length; done += view.count) {
        memcpy(to + done, view.at, view.count);
    }
    return made;
}

Value bytes_concat(Value a, Value b)
{
    View x = view_of(a), y = view_of(b);
    if (y.count > PTRDIFF_MAX - x.count) {
        raise_memory();
    }
    Value made = bytes_like(a, NULL, x.count + y.count);
    char *to = (char *)view_of(made).at;
    memcpy(to, x.at, x.count);
    memcpy(to + x.count, y.at, y.count);
    return made;
}

Value bytes_slice(Value self, Value slice)
{
    int64_t start, stop, step;
    size_t count;
    slice_resolve(slice, (int64_t)view_of(self).count, &start, &stop, &step, &count);
    View view = view_of(self);
    if (count && (size_t)(start + (int64_t)(count - 1) * step) >= view.count) {
        raise_index("bytearray changed size"); /* __index__ of the slice did that */
    }
    if (step == 1) {
        return count == view.count && is_exactly(self, &bytes_type)
                   ? self
                   : bytes_like(self, view.at + start, count);
    }
    Value made = bytes_like(self, NULL, count);
    char *to = (char *)view_of(made).at;
    for (size_t i = 0; i < count; i++) {
        to[i] = view.at[start + (int64_t)i * step];
    }
    return made;
}

void bytes_put_repr(StrBuilder *b, View view, bool always_single)
{
    bool single = memchr(view.at, '\'', view.count),
         both = single && memchr(view.at, '"', view.count);
    char quote = single && !both ? '"' : '\'';
    builder_char(b, 'b');
    builder_char(b, (uint8_t)quote);
    for (size_t i = 0; i < view.count; i++) {
        uint8_t c = (uint8_t)view.at[i];
        if (c == (always_single ? '\'' : quote) || c == '\\') {
            builder_char(b, '\\');
            builder_char(b, c);
        } else if (c == '\t' || c == '\n' || c == '\r') {
            builder_ascii(b, c == '\t' ? "\\t" : c == '\n' ? "\\n" : "\\r", 2);
        } else if (c < 32 || c > 126) {
            char text[4] = {'\\', 'x', "0123456789abcdef"[c >> 4], "0123456789abcdef"[c & 15]};
            builder_ascii(b, text, 4);
        } else {
            builder_char(b, c);
        }
    }
    builder_char(b, (uint8_t)quote);
}

Value bytes_next(Value iterator)
{
    SequenceIterator *it = (SequenceIterator *)as_object(iterator);
    if (it->sequence.v == EMPTY) {
        return EMPTY;
    }
    View view = view_of(it->sequence.v);
    if (it->next < view.count) {
        return value_int((uint8_t)view.at[it->next++]);
    }
    mm_store(it, &it->sequence, EMPTY);
    return EMPTY;
}

/* ---- The slots of bytes ---- */

static Value repr_slot(Value self)
{
    StrBuilder b;
    builder_start(&b);
    bytes_put_repr(&b, view_of(self), false);
    return builder_end(&b);
}

static int64_t hash_slot(Value self)
{
    Bytes *b = as_bytes(self);
    if (b->hash == -1) {
        b->hash = units_hash(b->data, b->length);
    }
    return b->hash;
}

static bool truth_slot(Value self)
{
    return as_bytes(self)->length != 0;
}

static int64_t length_slot(Value self)
{
    return (int64_t)as_bytes(self)->length;
}

static Value get_item_slot(Value self, Value key)
{
    if (is_exactly(key, &slice_type)) {
        return bytes_slice(self, key);
    }
    if (!text_has_index(key)) {
        raise_type("byte indices must be integers or slices, not %T", key);
    }
    const Bytes *b = as_bytes(self);
    return value_int(b->data[text_index(key, b->length, NULL)]);
}

static Value iter_slot(Value self)
{
    return iterator_over(&bytes_iterator_type, self);
}

static Value self_slot(Value self)
{
    return self;
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    View view;
    if (op == OP2_ADD && is_bytes(a) && bytes_view(b, &view.at, &view.count)) {
        return bytes_concat(a, b);
    }
    if (op == OP2_MUL && is_bytes(a) && text_has_index(b)) {
        return bytes_repeat(a, text_repeat_count(b));
    }
    if (op == OP2_MUL && is_bytes(b) && text_has_index(a)) {
        return bytes_repeat(b, text_repeat_count(a));
    }
    if (op == OP2_MOD && is_bytes(a)) {
        return format_percent(str_from_units(as_bytes(a)->data, 1, as_bytes(a)->length), b, true);
    }
    return NOT_IMPLEMENTED;
}

static size_t size_of(Object *object)
{
    return offsetof(Bytes, data) + ((const Bytes *)object)->length + 1;
}

static const NativeDef methods[] = {BYTES_METHOD_ROWS, {0}};

static const NativeDef make_def = {
    "bytes", bytes_make, "cls, source=, encoding=, errors=", NULL, 0, 0,
};

Type bytes_type = {
    .name = "bytes",
    .flags = TYPE_SUBCLASSABLE | TYPE_BYTES,
    .size = offsetof(Bytes, data),
    .size_of = size_of,
    .repr = repr_slot,
    .hash = hash_slot,
    .compare = bytes_compare,
    .truth = truth_slot,
    .length = length_slot,
    .get_item = get_item_slot,
    .contains = bytes_contains,
    .iter = iter_slot,
    .binary = binary_slot,
    .make = &make_def,
    .methods = methods,
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes",
};

Type bytes_iterator_type = {
    .name = "bytes_iterator",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_NO_INSTANCES,
    .slots_at = offsetof(SequenceIterator, sequence),
    .slots_count = 1,
    .iter = self_slot,
    .next = bytes_next,
};
