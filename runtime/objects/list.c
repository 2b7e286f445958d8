#include "runtime/objects/list.h"
#include "runtime/native.h"
#include "runtime/objects/items.h"

/* ---- Storage ---- */

List *list_new(size_t capacity)
{
    List *list = NEW(List, &list_type);
    if (capacity) {
        mm_init(list, &list->items, value_from(slots_new(capacity)));
    }
    return list;
}

Value list_from(const Value *at, size_t count)
{
    List *list = list_new(count);
    if (count) {
        mm_init_run(list_slots(list), list_slots(list)->at, at, count);
        list->count = count;
    }
    return value_from(list);
}

/* Room for growth at the end, so that n appends cost O(n) moves. Long lists get more of it: their
 * storage is mapped apart, and pages that nothing was stored to are no memory yet. */
static size_t roomy(size_t count)
{
    size_t more = count < 64 || count >= 4096 ? count / 2 : count / 4;
    return (count + more + 4) & ~(size_t)1;
}

/* Storage for `count` items, of which the first list->count are kept. */
static Slots *reserve(List *list, size_t count)
{
    Slots *slots = list_slots(list);
    if (likely(slots && count <= slots->capacity)) {
        return slots;
    }
    size_t capacity = list->count ? MAX(count, roomy(list->count)) : count;
    return slots_resize(list, &list->items, list->count, capacity);
}

/* Gives memory back after items were removed. */
static void shrink(List *list)
{
    Slots *slots = list_slots(list);
    if (!slots || slots->capacity <= 16 || list->count >= slots->capacity / 2) {
        return;
    }
    if (list->count == 0) {
        mm_store(list, &list->items, EMPTY);
    } else {
        slots_resize(list, &list->items, list->count, roomy(list->count));
    }
}

void list_append_slow(List *list, Value item)
{
    Slots *slots = list_slots(list);
    if (!slots) {
        slots = slots_resize(list, &list->items, 0, 4);
    } else if (list->count == slots->capacity) {
        slots = slots_resize(list, &list->items, list->count, roomy(list->count + 1));
    }
    mm_store(slots, &slots->at[list->count++], item);
}

void list_set(List *list, size_t i, Value item)
{
    Slots *slots = list_slots(list);
    mm_store(slots, &slots->at[i], item);
}

/* Removes items from..to-1. What they held lives on until the native returns. */
static void remove_run(List *list, size_t from, size_t to)
{
    Slots *slots = list_slots(list);
    if (from >= to) {
        return;
    }
    if (from == 0 && to == list->count) {
        list_clear(list);
        return;
    }
    for (size_t i = from; i < to; i++) {
        mm_store(slots, &slots->at[i], EMPTY);
    }
    mm_move(slots, &slots->at[from], &slots->at[to], list->count - to);
    list->count -= to - from;
    shrink(list);
}

Value list_pop(List *list, size_t i)
{
    Slots *slots = list_slots(list);
    Value item = slots->at[i].v;
    mm_store(slots, &slots->at[i], EMPTY);
    list->count--;
    if (i < list->count) {
        mm_move(slots, &slots->at[i], &slots->at[i + 1], list->count - i);
    }
    if (unlikely(list->count < slots->capacity / 2)) {
        shrink(list);
    }
    return item;
}

void list_insert(List *list, size_t i, Value item)
{
    Slots *slots = reserve(list, list->count + 1);
    if (i < list->count) {
        mm_move(slots, &slots->at[i + 1], &slots->at[i], list->count - i);
    }
    mm_store(slots, &slots->at[i], item);
    list->count++;
}

void list_clear(List *list)
{
    list->count = 0;
    mm_store(list, &list->items, EMPTY);
}

/* Appends a run that stays where it is. */
static void append_run(List *list, const Value *at, size_t n)
{
    if (n == 0) {
        return;
    }
    Slots *slots = reserve(list, list->count + n);
    Slot *to = &slots->at[list->count];
    for (size_t i = 0; i < n; i++) {
        mm_store(slots, &to[i], at[i]);
    }
    list->count += n;
}

/* ---- From other things ---- */

static void extend_from_range(List *list, const Range *range)
{
    Slots *slots = reserve(list, list->count + (size_t)range->count);
    Slot *to = &slots->at[list->count];
    int64_t number = range->first;
    for (int64_t i = 0; i < range->count; i++, number += range->increment) {
        to[i].v = value_int(number); /* NOBARRIER: immediates into empty slots */
    }
    list->count += (size_t)range->count;
}

static void extend_from_dict(List *list, Dict *dict)
{
    reserve(list, list->count + dict->count);
    uint32_t position = 0;
    Value key, value;
    while (dict_next(dict, &position, &key, &value)) {
        list_append(list, key);
    }
}

/* The characters: each is a str of its own, cached by str.c where it is a common one. */
static void extend_from_str(List *list, Value str)
{
    size_t length = as_str(str)->length;
    reserve(list, list->count + length);
    for (size_t i = 0; i < length; i++) {
        list_append(list, str_from_char(str_at(as_str(str), i)));
    }
}

static void extend_from_iterator(List *list, Value iterable)
{
    Value iterator = op_iter(iterable);
    int64_t hint = op_length_hint(iterable, 8);
    if (hint > 0 && hint < INT64_C(1) << 24) {
        reserve(list, list->count + (size_t)hint);
    }
    Type *type = type_of(iterator);
    Value (*next)(Value) = type->next ? type->next : op_next;
    Value item;
    while ((item = next(iterator)) != EMPTY) {
        list_append(list, item);
        if (unlikely((list->count & 0xffff) == 0)) {
            check_interrupt();
        }
    }
}

void list_extend(List *list, Value iterable)
{
    if (is_exactly(iterable, &list_type)) {
        List *other = as_list(iterable);
        if (other->count) {
            size_t n = other->count;
            reserve(list, list->count + n); /* may move the items of `other` if it is `list` */
            append_run(list, &list_slots(other)->at[0].v, n);
        }
    } else if (is_exactly(iterable, &tuple_type)) {
        append_run(list, &as_tuple(iterable)->at[0].v, as_tuple(iterable)->count);
    } else if (is_exactly(iterable, &range_type) && ((Range *)as_object(iterable))->is_small) {
        extend_from_range(list, (Range *)as_object(iterable));
    } else if (is_exactly(iterable, &dict_type)) {
        extend_from_dict(list, as_dict(iterable));
    } else if (is_exactly(iterable, &str_type)) {
        extend_from_str(list, iterable);
    } else {
        extend_from_iterator(list, iterable);
    }
}

Value list_from_iterable(Value iterable)
{
    if (is_exactly(iterable, &list_type)) {
        List *other = as_list(iterable);
        return list_from(other->count ? &list_slots(other)->at[0].v : NULL, other->count);
    }
    if (is_exactly(iterable, &tuple_type)) {
        return list_from(&as_tuple(iterable)->at[0].v, as_tuple(iterable)->count);
    }
    List *list = list_new(0);
    list_extend(list, iterable);
    Slots *slots = list_slots(list);
    if (slots && slots->capacity > 16 && list->count + list->count / 4 < slots->capacity) {
        slots_resize(list, &list->items, list->count, list->count ? list->count : 1);
    }
    return value_from(list);
}

/* ---- Slices ---- */

Value list_get_slice(List *list, int64_t start, int64_t step, size_t count)
{
    if (count == 0) {
        return value_from(list_new(0));
    }
    if (step == 1) {
        return list_from(&list_slots(list)->at[start].v, count);
    }
    List *result = list_new(count);
    Slots *to = list_slots(result);
    const Slots *from = list_slots(list);
    for (size_t i = 0; i < count; i++) {
        mm_init(to, &to->at[i], from->at[start + (int64_t)i * step].v);
    }
    result->count = count;
    return value_from(result);
}

/* The new items of a slice as a run that no change of `list` disturbs. */
static const Value *source_run(List *list, Value source, bool extended, size_t *n)
{
    if (is_tuple(source)) {
        *n = as_tuple(source)->count;
        return &as_tuple(source)->at[0].v;
    }
    if (!is_list(source) || as_list(source) == list) {
        if (!item_is_iterable(source)) {
            raise_type(extended ? "must assign iterable to extended slice"
                                : "can only assign an iterable");
        }
        source = list_from_iterable(source);
    }
    *n = as_list(source)->count;
    return *n ? &list_slots(as_list(source))->at[0].v : NULL;
}

static void replace_run(List *list, size_t from, size_t to, const Value *at, size_t n)
{
    size_t tail = list->count - to;
    if (n == 0) {
        remove_run(list, from, to);
        return;
    }
    size_t count = from + n + tail;
    Slots *slots = reserve(list, count);
    for (size_t i = from; i < to; i++) {
        mm_store(slots, &slots->at[i], EMPTY);
    }
    if (from + n != to && tail) {
        mm_move(slots, &slots->at[from + n], &slots->at[to], tail);
    }
    list->count = count;
    for (size_t i = 0; i < n; i++) {
        mm_store(slots, &slots->at[from + i], at[i]);
    }
    shrink(list);
}

/* Removes `count` items `step` (> 1) apart: the runs between them move down. */
static void delete_extended(List *list, size_t start, size_t step, size_t count)
{
    Slots *slots = list_slots(list);
    size_t to = start;
    for (size_t i = 0; i < count; i++) {
        size_t from = start + i * step;
        size_t end = i + 1 < count ? from + step : list->count;
        mm_store(slots, &slots->at[from], EMPTY);
        mm_move(slots, &slots->at[to], &slots->at[from + 1], end - from - 1);
        to += end - from - 1;
    }
    list->count = to;
    shrink(list);
}

static void set_slice(List *list, Value slice, Value source)
{
    int64_t start, stop, step;
    size_t count, n = 0;
    const Value *at = NULL;
    slice_unpack(slice, &start, &stop, &step);
    if (source != EMPTY) {
        at = source_run(list, source, step != 1, &n);
    }
    count = slice_clip((int64_t)list->count, &start, &stop, step);
    if (step == 1) {
        replace_run(list, (size_t)start, (size_t)start + count, at, n);
        return;
    }
    if (source == EMPTY) {
        if (count == 0) {
            return;
        }
        if (step < 0) {
            start += (int64_t)(count - 1) * step;
            step = -step;
        }
        delete_extended(list, (size_t)start, (size_t)step, count);
        return;
    }
    if (n != count) {
        raise_value("attempt to assign sequence of size %zu to extended slice of size %zu", n,
                    count);
    }
    Slots *slots = list_slots(list);
    for (size_t i = 0; i < count; i++) {
        mm_store(slots, &slots->at[start + (int64_t)i * step], at[i]);
    }
}

/* ---- Operators ---- */

static Value get_item(Value self, Value key)
{
    List *list = as_list(self);
    if (is_exactly(key, &slice_type)) {
        int64_t start, stop, step;
        size_t count;
        slice_unpack(key, &start, &stop, &step);
        count = slice_clip((int64_t)list->count, &start, &stop, step);
        return list_get_slice(list, start, step, count);
    }
    int64_t i = item_index(key, "list");
    i += i < 0 ? (int64_t)list->count : 0;
    if ((uint64_t)i >= list->count) {
        raise_index("list index out of range");
    }
    return list_at(list, (size_t)i);
}

static void set_item(Value self, Value key, Value item)
{
    List *list = as_list(self);
    if (is_exactly(key, &slice_type)) {
        set_slice(list, key, item);
        return;
    }
    int64_t i = item_index(key, "list");
    i += i < 0 ? (int64_t)list->count : 0;
    if ((uint64_t)i >= list->count) {
        raise_index("list assignment index out of range");
    }
    if (item == EMPTY) {
        list_pop(list, (size_t)i);
    } else {
        list_set(list, (size_t)i, item);
    }
}

static int64_t length(Value self)
{
    return (int64_t)as_list(self)->count;
}

static bool truth(Value self)
{
    return as_list(self)->count != 0;
}

/* Position of the first item equal to `item` in from..to-1 (and below the count then), or -1. */
static int64_t find(List *list, Value item, size_t from, size_t to)
{
    size_t i = from;
    if (is_int(item) && i < list->count) {
        const Slot *at = list_slots(list)->at;
        for (size_t end = MIN(to, list->count); i < end && is_int(at[i].v); i++) {
            if (at[i].v == item) {
                return (int64_t)i;
            }
        }
    }
    for (; i < to && i < list->count; i++) {
        if (item_equal(list_at(list, i), item)) {
            return (int64_t)i;
        }
    }
    return -1;
}

static bool contains(Value self, Value item)
{
    return find(as_list(self), item, 0, SIZE_MAX) >= 0;
}

static Value concat(List *a, List *b)
{
    List *result = list_new(a->count + b->count);
    if (a->count) {
        mm_init_run(list_slots(result), list_slots(result)->at, &list_slots(a)->at[0].v, a->count);
    }
    if (b->count) {
        mm_init_run(list_slots(result), list_slots(result)->at + a->count,
                    &list_slots(b)->at[0].v, b->count);
    }
    result->count = a->count + b->count;
    return value_from(result);
}

/* Fills to[done..total) with copies of to[0..done), doubling what is copied. */
static void fill_repeated(Slots *slots, size_t done, size_t total)
{
    while (done < total) {
        size_t n = MIN(done, total - done);
        mm_init_run(slots, &slots->at[done], &slots->at[0].v, n);
        done += n;
    }
}

static Value repeat(List *list, Value times)
{
    int64_t n = item_repeat_times(times, list->count);
    if (n < 0) {
        return NOT_IMPLEMENTED;
    }
    size_t count = list->count, total = count * (size_t)n;
    List *result = list_new(total);
    if (total) {
        Slots *slots = list_slots(result);
        mm_init_run(slots, slots->at, &list_slots(list)->at[0].v, count);
        fill_repeated(slots, count, total);
        result->count = total;
    }
    return value_from(result);
}

static Value binary(BinaryOp op, Value a, Value b)
{
    if (op == OP2_ADD && is_list(a)) {
        return is_list(b) ? concat(as_list(a), as_list(b)) : item_concat_refused(a, b, &list_type);
    }
    if (op == OP2_MUL) {
        return is_list(a) ? repeat(as_list(a), b) : repeat(as_list(b), a);
    }
    return NOT_IMPLEMENTED;
}

static Value inplace(BinaryOp op, Value a, Value b)
{
    List *list = as_list(a);
    if (op == OP2_ADD) {
        list_extend(list, b);
        return a;
    }
    if (op == OP2_MUL) {
        int64_t n = item_repeat_times(b, list->count);
        if (n < 0) {
            return NOT_IMPLEMENTED;
        }
        if (n == 0) {
            list_clear(list);
            return a;
        }
        size_t count = list->count, total = count * (size_t)n;
        Slots *slots = reserve(list, total);
        for (size_t i = count; i < total; i++) {
            mm_store(slots, &slots->at[i], slots->at[i - count].v);
        }
        list->count = total;
        return a;
    }
    return NOT_IMPLEMENTED;
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_list(b)) {
        return NOT_IMPLEMENTED;
    }
    List *x = as_list(a), *y = as_list(b);
    if (x->count != y->count && (op == CMP_EQ || op == CMP_NE)) {
        return value_bool(op == CMP_NE);
    }
    check_c_stack(" in comparison");
    size_t i = 0;
    while (i < x->count && i < y->count && item_equal(list_at(x, i), list_at(y, i))) {
        i++;
    }
    if (i >= x->count || i >= y->count) {
        return value_bool(item_compare_counts(op, x->count, y->count));
    }
    if (op == CMP_EQ || op == CMP_NE) {
        return value_bool(op == CMP_NE);
    }
    return op_compare(op, list_at(x, i), list_at(y, i));
}

static Value repr_body(Value self)
{
    List *list = as_list(self);
    StrBuilder b;
    builder_start(&b);
    builder_char(&b, '[');
    for (size_t i = 0; i < list->count; i++) {
        if (i) {
            builder_ascii(&b, ", ", 2);
        }
        item_append_repr(&b, list_at(list, i));
    }
    builder_char(&b, ']');
    return builder_end(&b);
}

static Value repr(Value self)
{
    return as_list(self)->count ? item_repr_guarded(self, "[...]", repr_body) : str_from("[]");
}

static Value iter(Value self)
{
    return iterator_over(&list_iterator_type, self);
}

static size_t size_of(Object *object)
{
    List *list = (List *)object;
    Slots *slots = list_slots(list);
    return object_type(object)->size + (slots ? sizeof(Slots) + slots->capacity * sizeof(Slot) : 0);
}

/* ---- Methods ---- */

static Value append_method(Args args)
{
    list_append(as_list(args.at[0]), args.at[1]);
    return NONE;
}

static Value extend_method(Args args)
{
    list_extend(as_list(args.at[0]), args.at[1]);
    return NONE;
}

static Value insert_method(Args args)
{
    int64_t i = arg_int(args, 1);
    List *list = as_list(args.at[0]);
    list_insert(list, item_clip(i, list->count), args.at[2]);
    return NONE;
}

static Value pop_method(Args args)
{
    int64_t i = arg_int_or(args, 1, -1);
    List *list = as_list(args.at[0]);
    if (list->count == 0) {
        raise_index("pop from empty list");
    }
    i += i < 0 ? (int64_t)list->count : 0;
    if ((uint64_t)i >= list->count) {
        raise_index("pop index out of range");
    }
    return list_pop(list, (size_t)i);
}

static Value remove_method(Args args)
{
    List *list = as_list(args.at[0]);
    int64_t i = find(list, args.at[1], 0, SIZE_MAX);
    if (i < 0) {
        raise_value("list.remove(x): x not in list");
    }
    if ((size_t)i < list->count) {
        list_pop(list, (size_t)i);
    }
    return NONE;
}

static Value index_method(Args args)
{
    List *list = as_list(args.at[0]);
    int64_t from = arg_given(args, 2) ? item_bound(args.at[2]) : 0;
    int64_t to = arg_given(args, 3) ? item_bound(args.at[3]) : INT64_MAX;
    size_t start = item_clip(from, SIZE_MAX / 2);
    if (from < 0) {
        start = item_clip(from, list->count);
    }
    size_t end = to < 0 ? item_clip(to, list->count) : (size_t)to;
    int64_t i = find(list, args.at[1], start, end);
    if (i < 0) {
        raise_value("%V is not in list", args.at[1]);
    }
    return value_int(i);
}

static Value count_method(Args args)
{
    List *list = as_list(args.at[0]);
    int64_t n = 0;
    for (size_t i = 0; i < list->count; i++) {
        n += item_equal(list_at(list, i), args.at[1]);
    }
    return value_int(n);
}

static Value clear_method(Args args)
{
    list_clear(as_list(args.at[0]));
    return NONE;
}

static Value copy_method(Args args)
{
    List *list = as_list(args.at[0]);
    return list_get_slice(list, 0, 1, list->count);
}

static Value reverse_method(Args args)
{
    List *list = as_list(args.at[0]);
    Slots *slots = list_slots(list);
    for (size_t i = 0, j = list->count; i + 1 < j; i++) {
        j--;
        Value v = slots->at[i].v;
        slots->at[i].v = slots->at[j].v; /* NOBARRIER: the owner keeps the same references */
        slots->at[j].v = v;
    }
    return NONE;
}

static Value sort_method(Args args)
{
    list_sort(as_list(args.at[0]), arg_or(args, 1, NONE), arg_bool_or(args, 2, false));
    return NONE;
}

static Value reversed_method(Args args)
{
    return iterator_reversed_list(args.at[0]);
}

static Value make(Args args)
{
    Type *cls = as_type(args.at[0]);
    return cls == &list_type ? value_from(list_new(0)) : value_from(instance_new(cls));
}

static Value init(Args args)
{
    List *list = as_list(args.at[0]);
    if (list->count) {
        list_clear(list);
    }
    if (arg_given(args, 1)) {
        list_extend(list, args.at[1]);
    }
    return NONE;
}

static Value make_fast(Type *type, const Value *at, uint32_t count)
{
    (void)type;
    return count == 1 ? list_from_iterable(at[0]) : EMPTY;
}

static const NativeDef make_def = {"__new__", make, "cls, /, *args, **kw", NULL, 0, 0};
static const NativeDef init_def = {"list", init, "self, iterable=, /", NULL, 0, ERRORS_POSITIONAL};

static const NativeDef methods[] = {
    {"append", append_method, "self, object, /", "Append object to the end of the list.", 0, 0},
    {"extend", extend_method, "self, iterable, /", "Extend list by appending the items.", 0, 0},
    {"insert", insert_method, "self, index, object, /", "Insert object before index.", 0, 0},
    {"pop", pop_method, "self, index=, /", "Remove and return item at index (default last).", 0, 0},
    {"remove", remove_method, "self, value, /", "Remove first occurrence of value.", 0, 0},
    {"index", index_method, "self, value, start=, stop=, /", "Return first index of value.", 0, 0},
    {"count", count_method, "self, value, /", "Return number of occurrences of value.", 0, 0},
    {"clear", clear_method, "self, /", "Remove all items from list.", 0, 0},
    {"copy", copy_method, "self, /", "Return a shallow copy of the list.", 0, 0},
    {"reverse", reverse_method, "self, /", "Reverse *IN PLACE*.", 0, 0},
    {"sort", sort_method, "self, /, *, key=, reverse=", "Sort the list in ascending order.", 0, 0},
    {"__reversed__", reversed_method, "self, /", "Return a reverse iterator over the list.", 0, 0},
    {0},
};

Type list_type = {
    .name = "list",
    .flags = TYPE_SUBCLASSABLE | TYPE_LIST | TYPE_PLAIN_ATTRS,
    .size = sizeof(List),
    .slots_at = offsetof(List, items),
    .slots_count = 1,
    .size_of = size_of,
    .repr = repr,
    .hash = item_unhashable,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = get_item,
    .set_item = set_item,
    .contains = contains,
    .iter = iter,
    .binary = binary,
    .inplace = inplace,
    .make = &make_def,
    .make_fast = make_fast,
    .init = &init_def,
    .methods = methods,
    .doc = "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new "
           "empty list.\nThe argument must be an iterable if specified.",
};
