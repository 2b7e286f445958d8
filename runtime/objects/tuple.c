#include "runtime/native.h"
#include "runtime/objects/items.h"
#include <stdarg.h>

static Tuple empty_tuple;

Value tuple_empty(void)
{
    if (unlikely(!empty_tuple.head.type)) {
        empty_tuple.head.type = (uint32_t)(uintptr_t)&tuple_type;
        empty_tuple.head.mm = OBJECT_IMMORTAL;
    }
    return value_from(&empty_tuple);
}

Tuple *tuple_new(size_t count)
{
    if (count == 0) {
        return as_tuple(tuple_empty());
    }
    if (count > SIZE_MAX / 32) {
        raise_memory();
    }
    Tuple *tuple = mm_new(&tuple_type, sizeof(Tuple) + count * sizeof(Slot));
    tuple->count = count;
    return tuple;
}

Value tuple_from(const Value *at, size_t count)
{
    Tuple *tuple = tuple_new(count);
    if (count) {
        mm_init_run(tuple, tuple->at, at, count);
    }
    return value_from(tuple);
}

Value tuple_of(int count, ...)
{
    Tuple *tuple = tuple_new((size_t)count);
    va_list ap;
    va_start(ap, count);
    for (int i = 0; i < count; i++) {
        mm_init(tuple, &tuple->at[i], va_arg(ap, Value));
    }
    va_end(ap);
    return value_from(tuple);
}

Value tuple_from_iterable(Value iterable)
{
    if (is_exactly(iterable, &tuple_type)) {
        return iterable;
    }
    if (!is_exactly(iterable, &list_type)) {
        iterable = list_from_iterable(iterable);
    }
    List *list = as_list(iterable);
    return tuple_from(list->count ? &list_slots(list)->at[0].v : NULL, list->count);
}

/* ---- Operators ---- */

static Value slice(Tuple *tuple, Value key)
{
    int64_t start, stop, step;
    size_t count;
    slice_resolve(key, (int64_t)tuple->count, &start, &stop, &step, &count);
    if (step == 1) {
        if (count == tuple->count && is_exactly(value_from(tuple), &tuple_type)) {
            return value_from(tuple);
        }
        return tuple_from(&tuple->at[start].v, count);
    }
    Tuple *result = tuple_new(count);
    for (size_t i = 0; i < count; i++) {
        mm_init(result, &result->at[i], tuple->at[start + (int64_t)i * step].v);
    }
    return value_from(result);
}

static Value get_item(Value self, Value key)
{
    Tuple *tuple = as_tuple(self);
    if (is_exactly(key, &slice_type)) {
        return slice(tuple, key);
    }
    int64_t i = item_index(key, "tuple");
    i += i < 0 ? (int64_t)tuple->count : 0;
    if ((uint64_t)i >= tuple->count) {
        raise_index("tuple index out of range");
    }
    return tuple->at[i].v;
}

static int64_t length(Value self)
{
    return (int64_t)as_tuple(self)->count;
}

static bool truth(Value self)
{
    return as_tuple(self)->count != 0;
}

static int64_t find(const Tuple *tuple, Value item, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < tuple->count; i++) {
        if (item_equal(tuple->at[i].v, item)) {
            return (int64_t)i;
        }
    }
    return -1;
}

static bool contains(Value self, Value item)
{
    return find(as_tuple(self), item, 0, SIZE_MAX) >= 0;
}

static Value concat(Value a, Value b)
{
    Tuple *x = as_tuple(a), *y = as_tuple(b);
    if (x->count == 0 && is_exactly(b, &tuple_type)) {
        return b;
    }
    if (y->count == 0 && is_exactly(a, &tuple_type)) {
        return a;
    }
    Tuple *result = tuple_new(x->count + y->count);
    if (result->count) {
        mm_init_run(result, result->at, &x->at[0].v, x->count);
        mm_init_run(result, result->at + x->count, &y->at[0].v, y->count);
    }
    return value_from(result);
}

static Value repeat(Value self, Value times)
{
    Tuple *tuple = as_tuple(self);
    int64_t n = item_repeat_times(times, tuple->count);
    if (n < 0) {
        return NOT_IMPLEMENTED;
    }
    if (n == 1 && is_exactly(self, &tuple_type)) {
        return self;
    }
    size_t count = tuple->count, total = count * (size_t)n;
    Tuple *result = tuple_new(total);
    for (size_t done = 0; done < total; done += count) {
        mm_init_run(result, result->at + done, &tuple->at[0].v, count);
    }
    return value_from(result);
}

static Value binary(BinaryOp op, Value a, Value b)
{
    if (op == OP2_ADD && is_tuple(a)) {
        return is_tuple(b) ? concat(a, b) : item_concat_refused(a, b, &tuple_type);
    }
    if (op == OP2_MUL) {
        return is_tuple(a) ? repeat(a, b) : repeat(b, a);
    }
    return NOT_IMPLEMENTED;
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_tuple(b)) {
        return NOT_IMPLEMENTED;
    }
    const Tuple *x = as_tuple(a), *y = as_tuple(b);
    if (x->count != y->count && (op == CMP_EQ || op == CMP_NE)) {
        /* CPython compares the items first; nothing but a raising __eq__ could tell. */
        return value_bool(op == CMP_NE);
    }
    check_c_stack(" in comparison");
    size_t shorter = MIN(x->count, y->count), i = 0;
    while (i < shorter && item_equal(x->at[i].v, y->at[i].v)) {
        i++;
    }
    if (i == shorter) {
        return value_bool(item_compare_counts(op, x->count, y->count));
    }
    if (op == CMP_EQ || op == CMP_NE) {
        return value_bool(op == CMP_NE);
    }
    return op_compare(op, x->at[i].v, y->at[i].v);
}

/* The 64-bit hash of Yann Collet's xxHash over the items' hashes, with CPython's constants: equal to
 * CPython's hash wherever those of the items are. */
static int64_t hash(Value self)
{
    static const uint64_t prime1 = UINT64_C(11400714785074694791);
    static const uint64_t prime2 = UINT64_C(14029467366897019727);
    static const uint64_t prime5 = UINT64_C(2870177450012600261);
    const Tuple *tuple = as_tuple(self);
    uint64_t sum = prime5;
    check_c_stack("");
    for (size_t i = 0; i < tuple->count; i++) {
        sum += (uint64_t)op_hash(tuple->at[i].v) * prime2;
        sum = (sum << 31 | sum >> 33) * prime1;
    }
    sum += tuple->count ^ (prime5 ^ UINT64_C(3527539));
    return sum == ~UINT64_C(0) ? INT64_C(1546275796) : (int64_t)sum;
}

static Value repr_body(Value self)
{
    const Tuple *tuple = as_tuple(self);
    StrBuilder b;
    builder_start(&b);
    builder_char(&b, '(');
    for (size_t i = 0; i < tuple->count; i++) {
        if (i) {
            builder_ascii(&b, ", ", 2);
        }
        item_append_repr(&b, tuple->at[i].v);
    }
    builder_ascii(&b, ",)", tuple->count == 1 ? 2 : 0);
    if (tuple->count != 1) {
        builder_char(&b, ')');
    }
    return builder_end(&b);
}

static Value repr(Value self)
{
    return as_tuple(self)->count ? item_repr_guarded(self, "(...)", repr_body) : str_from("()");
}

static Value iter(Value self)
{
    return iterator_over(&tuple_iterator_type, self);
}

/* ---- Methods ---- */

static Value count_method(Args args)
{
    const Tuple *tuple = as_tuple(args.at[0]);
    int64_t n = 0;
    for (size_t i = 0; i < tuple->count; i++) {
        n += item_equal(tuple->at[i].v, args.at[1]);
    }
    return value_int(n);
}

static Value index_method(Args args)
{
    const Tuple *tuple = as_tuple(args.at[0]);
    size_t from = arg_given(args, 2) ? item_clip(item_bound(args.at[2]), tuple->count) : 0;
    size_t to = arg_given(args, 3) ? item_clip(item_bound(args.at[3]), tuple->count) : tuple->count;
    int64_t i = find(tuple, args.at[1], from, to);
    if (i < 0) {
        raise_value("tuple.index(x): x not in tuple");
    }
    return value_int(i);
}

static Value getnewargs_method(Args args)
{
    Tuple *tuple = as_tuple(args.at[0]);
    return tuple_of(1, tuple_from(&tuple->at[0].v, tuple->count));
}

/* A subclass's instance: the items follow at the same place, in a block of its own size. */
static Value make_fast(Type *cls, const Value *at, uint32_t count)
{
    (void)cls;
    return count == 1 ? tuple_from_iterable(at[0]) : EMPTY;
}

static Value make(Args args)
{
    Type *cls = as_type(args.at[0]);
    Value items = arg_given(args, 1) ? tuple_from_iterable(args.at[1]) : tuple_empty();
    if (cls == &tuple_type) {
        return items;
    }
    Tuple *from = as_tuple(items);
    Tuple *tuple = instance_new_sized(cls, sizeof(Tuple) + from->count * sizeof(Slot));
    tuple->count = from->count;
    if (from->count) {
        mm_init_run(tuple, tuple->at, &from->at[0].v, from->count);
    }
    return value_from(tuple);
}

static const NativeDef make_def = {"tuple", make, "cls, iterable=, /", NULL, 0, ERRORS_POSITIONAL};

static const NativeDef methods[] = {
    {"count", count_method, "self, value, /", "Return number of occurrences of value.", 0, 0},
    {"index", index_method, "self, value, start=, stop=, /", "Return first index of value.", 0, 0},
    {"__getnewargs__", getnewargs_method, "self, /", NULL, 0, 0},
    {0},
};

Type tuple_type = {
    .name = "tuple",
    .flags = TYPE_SUBCLASSABLE | TYPE_TUPLE | TYPE_PLAIN_ATTRS,
    .size = sizeof(Tuple),
    .array_at = offsetof(Tuple, at),
    .array_count_at = offsetof(Tuple, count),
    .repr = repr,
    .hash = hash,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = get_item,
    .contains = contains,
    .iter = iter,
    .binary = binary,
    .make = &make_def,
    .make_fast = make_fast,
    .methods = methods,
    .doc = "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an "
           "empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n"
           "\nIf the argument is a tuple, the return value is the same object.",
};
