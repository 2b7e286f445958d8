#include "runtime/objects/bytes_impl.h"
#include "runtime/objects/format.h"
#include "runtime/objects/items.h"

bool is_bytearray(Value v)
{
    return is_exactly(v, &bytearray_type) ||
           (is_object(v) && (object_type(as_object(v))->flags & TYPE_HEAP) &&
            type_is_subtype(object_type(as_object(v)), &bytearray_type));
}

static ByteArray *as_array(Value v)
{
    return (ByteArray *)as_object(v);
}

static char *data_of(ByteArray *a)
{
    return a->storage.v == EMPTY ? NULL : ((Raw *)as_object(a->storage.v))->at;
}

/* Makes room for `length` bytes and sets the length; new bytes hold anything. */
static void set_length(ByteArray *a, size_t length)
{
    Raw *old = a->storage.v == EMPTY ? NULL : (Raw *)as_object(a->storage.v);
    if (length > PTRDIFF_MAX / 2) {
        raise_memory();
    }
    if (length > (old ? old->size : 0) || (old && old->size > 64 && length < old->size / 4)) {
        Raw *fresh = raw_new(length + length / 8 + 8);
        memcpy(fresh->at, old ? old->at : "", MIN(a->length, length));
        mm_store(a, &a->storage, value_from(fresh));
    }
    a->length = length;
}

static ByteArray *new_as(Type *cls, size_t length)
{
    ByteArray *a = cls->flags & TYPE_HEAP ? instance_new(cls) : mm_new(cls, sizeof *a);
    set_length(a, length);
    return a;
}

Value bytearray_new(const void *data, size_t length)
{
    ByteArray *a = new_as(&bytearray_type, length);
    if (length && data) {
        memcpy(data_of(a), data, length);
    } else if (length) {
        memset(data_of(a), 0, length);
    }
    return value_from(a);
}

static Value bytearray_make(Args args)
{
    return value_from(new_as(as_type(args.at[0]), 0));
}

/* Replaces `gone` bytes at `at` by a copy of the view, which is not this array's. */
static void splice(ByteArray *a, size_t at, size_t gone, View view)
{
    size_t tail = a->length - at - gone, old = a->length;
    if (view.count > gone) {
        set_length(a, old + view.count - gone);
    }
    char *data = data_of(a);
    if (data) {
        memmove(data + at + view.count, data + at + gone, tail);
        memcpy(data + at, view.at, view.count);
    }
    if (view.count < gone) {
        set_length(a, old - gone + view.count);
    }
}

static Value bytearray_init(Args args)
{
    Value made = bytes_from_arguments(args, "bytearray");
    ByteArray *a = as_array(args.at[0]);
    splice(a, 0, a->length, view_of(made));
    return NONE;
}

/* ---- Slots ---- */

static Value repr_slot(Value self)
{
    StrBuilder b;
    builder_start(&b);
    builder_c(&b, type_of(self)->name);
    builder_char(&b, '(');
    bytes_put_repr(&b, view_of(self), true);
    builder_char(&b, ')');
    return builder_end(&b);
}

static bool truth_slot(Value self)
{
    return as_array(self)->length != 0;
}

static int64_t length_slot(Value self)
{
    return (int64_t)as_array(self)->length;
}

static Value get_item_slot(Value self, Value key)
{
    if (is_exactly(key, &slice_type)) {
        return bytes_slice(self, key);
    }
    if (!text_has_index(key)) {
        raise_type("bytearray indices must be integers or slices, not %T", key);
    }
    Value index = is_int(key) ? key : op_index(key);
    ByteArray *a = as_array(self);
    size_t i = text_index(index, a->length, "bytearray");
    return value_int((uint8_t)data_of(a)[i]);
}

static void set_slice(ByteArray *a, Value slice, Value value)
{
    View view = {"", 0};
    Value bytes = EMPTY;
    if (value != EMPTY) {
        if (is_any_int(value) || is_str(value) ||
            (!bytes_view(value, &view.at, &view.count) && !type_of(value)->iter &&
             op_special(value, S_ITER) == EMPTY)) {
            raise_type("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        bytes = bytes_view(value, &view.at, &view.count)
                    ? bytes_new(view.at, view.count)
                    : bytes_from_iterable(value, "byte must be in range(0, 256)");
        view = view_of(bytes);
    }
    int64_t start, stop, step;
    size_t count;
    slice_resolve(slice, (int64_t)a->length, &start, &stop, &step, &count);
    if (step == 1 && (size_t)start + count <= a->length) {
        splice(a, (size_t)start, count, view);
        return;
    }
    if (count && (size_t)(start + (int64_t)(count - 1) * step) >= a->length) {
        raise_index("bytearray changed size"); /* __index__ of the slice did that */
    }
    if (value != EMPTY && view.count != count) {
        raise_value("attempt to assign bytes of size %zu to extended slice of size %zu", view.count,
                    count);
    }
    for (size_t i = 0; value != EMPTY && i < count; i++) {
        data_of(a)[start + (int64_t)i * step] = view.at[i];
    }
    if (value == EMPTY && count) {
        size_t from = (size_t)(step > 0 ? start : start + (int64_t)(count - 1) * step);
        size_t every = (size_t)(step > 0 ? step : -step), to = from;
        for (size_t i = from; i < a->length; i++) {
            if ((i - from) % every || (i - from) / every >= count) {
                data_of(a)[to++] = data_of(a)[i];
            }
        }
        set_length(a, to);
    }
}

static void set_item_slot(Value self, Value key, Value value)
{
    if (is_exactly(key, &slice_type)) {
        set_slice(as_array(self), key, value);
        return;
    }
    if (!text_has_index(key)) {
        raise_type("bytearray indices must be integers or slices, not %T", key);
    }
    Value index = is_int(key) ? key : op_index(key);
    if (value == EMPTY) {
        ByteArray *a = as_array(self);
        splice(a, text_index(index, a->length, "bytearray"), 1, (View){"", 0});
        return;
    }
    text_index(index, as_array(self)->length, "bytearray");
    uint8_t byte = bytes_item(value, "byte must be in range(0, 256)");
    ByteArray *a = as_array(self); /* __index__ may have changed it: look again */
    size_t i = text_index(index, a->length, "bytearray");
    data_of(a)[i] = (char)byte;
}

static Value iter_slot(Value self)
{
    return iterator_over(&bytearray_iterator_type, self);
}

static Value self_slot(Value self)
{
    return self;
}

static Value binary_slot(BinaryOp op, Value a, Value b)
{
    View view;
    if (op == OP2_ADD && is_bytearray(a) && bytes_view(b, &view.at, &view.count)) {
        return bytes_concat(a, b);
    }
    if (op == OP2_MUL && is_bytearray(a) && text_has_index(b)) {
        return bytes_repeat(a, text_repeat_count(b));
    }
    if (op == OP2_MUL && is_bytearray(b) && text_has_index(a)) {
        return bytes_repeat(b, text_repeat_count(a));
    }
    if (op == OP2_MOD && is_bytearray(a)) {
        view = view_of(a);
        Value made = format_percent(str_from_units(view.at, 1, view.count), b, true);
        view = view_of(made);
        return bytearray_new(view.at, view.count);
    }
    return NOT_IMPLEMENTED;
}

static Value inplace_slot(BinaryOp op, Value a, Value b)
{
    View view;
    if (op == OP2_ADD && bytes_view(b, &view.at, &view.count)) {
        Value copy = bytes_new(view.at, view.count); /* b may be a itself */
        splice(as_array(a), as_array(a)->length, 0, view_of(copy));
        return a;
    }
    if (op == OP2_MUL && text_has_index(b)) {
        Value made = bytes_repeat(a, text_repeat_count(b));
        splice(as_array(a), 0, as_array(a)->length, view_of(made));
        return a;
    }
    return NOT_IMPLEMENTED;
}

/* ---- Methods ---- */

static Value append_method(Args args)
{
    char byte = (char)bytes_item(args.at[1], "byte must be in range(0, 256)");
    ByteArray *a = as_array(args.at[0]);
    splice(a, a->length, 0, (View){&byte, 1});
    return NONE;
}

static Value extend_method(Args args)
{
    View view;
    Value more = args.at[1];
    if (bytes_view(more, &view.at, &view.count)) {
        more = bytes_new(view.at, view.count);
    } else {
        if (!type_of(more)->iter && op_special(more, S_ITER) == EMPTY &&
            op_special(more, S_GETITEM) == EMPTY) {
            raise_type("can't extend bytearray with %T", more);
        }
        more = bytes_from_iterable(more, "byte must be in range(0, 256)");
    }
    ByteArray *a = as_array(args.at[0]);
    splice(a, a->length, 0, view_of(more));
    return NONE;
}

static Value insert_method(Args args)
{
    int64_t at = arg_int(args, 1);
    char byte = (char)bytes_item(args.at[2], "byte must be in range(0, 256)");
    ByteArray *a = as_array(args.at[0]);
    int64_t length = (int64_t)a->length;
    at = at < 0 ? MAX(at + length, 0) : MIN(at, length);
    splice(a, (size_t)at, 0, (View){&byte, 1});
    return NONE;
}

static Value pop_method(Args args)
{
    int64_t at = arg_int_or(args, 1, -1);
    ByteArray *a = as_array(args.at[0]);
    if (!a->length) {
        raise_index("pop from empty bytearray");
    }
    if (at < 0) {
        at += (int64_t)a->length;
    }
    if ((uint64_t)at >= a->length) {
        raise_index("pop index out of range");
    }
    uint8_t byte = (uint8_t)data_of(a)[at];
    splice(a, (size_t)at, 1, (View){"", 0});
    return value_int(byte);
}

static Value remove_method(Args args)
{
    uint8_t byte = bytes_item(args.at[1], "byte must be in range(0, 256)");
    ByteArray *a = as_array(args.at[0]);
    const char *found = a->length ? memchr(data_of(a), byte, a->length) : NULL;
    if (!found) {
        raise_value("value not found in bytearray");
    }
    splice(a, (size_t)(found - data_of(a)), 1, (View){"", 0});
    return NONE;
}

static Value reverse_method(Args args)
{
    ByteArray *a = as_array(args.at[0]);
    for (size_t i = 0, j = a->length; i + 1 < j; i++) {
        char byte = data_of(a)[i];
        data_of(a)[i] = data_of(a)[--j];
        data_of(a)[j] = byte;
    }
    return NONE;
}

static Value clear_method(Args args)
{
    set_length(as_array(args.at[0]), 0);
    return NONE;
}

static Value copy_method(Args args)
{
    View view = view_of(args.at[0]);
    return bytearray_new(view.at, view.count);
}

static const NativeDef methods[] = {
    BYTES_METHOD_ROWS,
    {"append", append_method, BYTES_ONE("item")},
    {"extend", extend_method, BYTES_ONE("iterable_of_ints")},
    {"insert", insert_method, "self, index, item, /", NULL, 0, ERRORS_POSITIONAL},
    {"pop", pop_method, "self, index=, /", NULL, 0, ERRORS_POSITIONAL},
    {"remove", remove_method, BYTES_ONE("value")},
    {"reverse", reverse_method, BYTES_NONE},
    {"clear", clear_method, BYTES_NONE},
    {"copy", copy_method, BYTES_NONE},
    {0},
};

static const NativeDef make_def = {"bytearray", bytearray_make, "cls, *args, **kw", NULL, 0, 0};
static const NativeDef init_def = {
    "bytearray", bytearray_init, "self, source=, encoding=, errors=", NULL, 0, 0,
};

Type bytearray_type = {
    .name = "bytearray",
    .flags = TYPE_SUBCLASSABLE | TYPE_SEQUENCE,
    .size = sizeof(ByteArray),
    .slots_at = offsetof(ByteArray, storage),
    .slots_count = 1,
    .repr = repr_slot,
    .hash = item_unhashable,
    .compare = bytes_compare,
    .truth = truth_slot,
    .length = length_slot,
    .get_item = get_item_slot,
    .set_item = set_item_slot,
    .contains = bytes_contains,
    .iter = iter_slot,
    .binary = binary_slot,
    .inplace = inplace_slot,
    .make = &make_def,
    .init = &init_def,
    .methods = methods,
    .doc = "bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> "
           "bytearray",
};

Type bytearray_iterator_type = {
    .name = "bytearray_iterator",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_NO_INSTANCES,
    .slots_at = offsetof(SequenceIterator, sequence),
    .slots_count = 1,
    .iter = self_slot,
    .next = bytes_next,
};
