#include "runtime/native.h"
#include "runtime/objects/items.h"

static Range *as_range(Value v)
{
    return (Range *)as_object(v);
}

/* ---- Arithmetic of ints of any size ---- */

static Value add(Value a, Value b)
{
    return int_binary(OP2_ADD, a, b);
}
static Value subtract(Value a, Value b)
{
    return int_binary(OP2_SUB, a, b);
}
static Value multiply(Value a, Value b)
{
    return int_binary(OP2_MUL, a, b);
}

/* How many numbers from start to stop, by step. */
static Value count_between(Value start, Value stop, Value step)
{
    Value span = int_sign(step) > 0 ? subtract(stop, start) : subtract(start, stop);
    if (int_sign(span) <= 0) {
        return value_int(0);
    }
    Value size = int_sign(step) > 0 ? step : subtract(value_int(0), step);
    return add(int_binary(OP2_FLOORDIV, subtract(span, value_int(1)), size), value_int(1));
}

static Value count_value(const Range *r)
{
    return r->is_small ? value_int(r->count) : count_between(r->start.v, r->stop.v, r->step.v);
}

/* Number i, a count of steps from the start. */
static Value number_at(const Range *r, Value i)
{
    if (r->is_small && is_int(i)) {
        return value_int(r->first + as_int(i) * r->increment);
    }
    return add(r->start.v, multiply(i, r->step.v));
}

Value range_new(Value start, Value stop, Value step)
{
    Range *r = NEW(Range, &range_type);
    mm_init(r, &r->start, start);
    mm_init(r, &r->stop, stop);
    mm_init(r, &r->step, step);
    if (step == value_int(0)) {
        raise_value("range() arg 3 must not be zero");
    }
    if (is_int(start) && is_int(stop) && is_int(step)) {
        int64_t first = as_int(start), end = as_int(stop), by = as_int(step);
        int64_t count = 0;
        if (by > 0 && first < end) {
            count = (end - first - 1) / by + 1;
        } else if (by < 0 && first > end) {
            count = (first - end - 1) / -by + 1;
        }
        r->first = first;
        r->increment = by;
        r->count = count;
        r->is_small = fits_small_int(first + count * by);
    }
    return value_from(r);
}

/* ---- Iterators ---- */

static Value iterator_self(Value self)
{
    return self;
}

static Value small_iterator(int64_t first, int64_t increment, int64_t count)
{
    RangeIterator *it = NEW(RangeIterator, &range_iterator_type);
    it->next = first;
    it->increment = increment;
    it->left = count;
    return value_from(it);
}

static Value small_next(Value self)
{
    RangeIterator *it = (RangeIterator *)as_object(self);
    if (it->left <= 0) {
        return EMPTY;
    }
    int64_t number = it->next;
    it->next += it->increment;
    it->left--;
    return value_int(number);
}

static Value small_length_hint(Args args)
{
    return value_int(MAX(((RangeIterator *)as_object(args.at[0]))->left, 0));
}

static const NativeDef small_methods[] = {
    {"__length_hint__", small_length_hint, "self, /", NULL, 0, 0},
    {0},
};

Type range_iterator_type = {
    .name = "range_iterator",
    .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,
    .size = sizeof(RangeIterator),
    .iter = iterator_self,
    .next = small_next,
    .methods = small_methods,
};

/* The iterator of a range with large numbers. */
typedef struct BigIterator {
    Object head;
    Slot next, step, left; /* ints */
} BigIterator;

extern Type long_range_iterator_type;

static Value big_iterator(Value first, Value step, Value count)
{
    BigIterator *it = NEW(BigIterator, &long_range_iterator_type);
    mm_init(it, &it->next, first);
    mm_init(it, &it->step, step);
    mm_init(it, &it->left, count);
    return value_from(it);
}

static Value big_next(Value self)
{
    BigIterator *it = (BigIterator *)as_object(self);
    if (int_sign(it->left.v) <= 0) {
        return EMPTY;
    }
    Value number = it->next.v;
    mm_store(it, &it->left, subtract(it->left.v, value_int(1)));
    mm_store(it, &it->next, add(number, it->step.v));
    return number;
}

static Value big_length_hint(Args args)
{
    return ((BigIterator *)as_object(args.at[0]))->left.v;
}

static const NativeDef big_methods[] = {
    {"__length_hint__", big_length_hint, "self, /", NULL, 0, 0},
    {0},
};

Type long_range_iterator_type = {
    .name = "longrange_iterator",
    .flags = TYPE_NO_INSTANCES | TYPE_PLAIN_ATTRS,
    .size = sizeof(BigIterator),
    .slots_at = offsetof(BigIterator, next),
    .slots_count = 3,
    .iter = iterator_self,
    .next = big_next,
    .methods = big_methods,
};

static Value iter(Value self)
{
    const Range *r = as_range(self);
    return r->is_small ? small_iterator(r->first, r->increment, r->count)
                       : big_iterator(r->start.v, r->step.v, count_value(r));
}

Value range_reversed(Value self)
{
    const Range *r = as_range(self);
    if (r->is_small) {
        return small_iterator(r->first + (r->count - 1) * r->increment, -r->increment, r->count);
    }
    Value count = count_value(r);
    return big_iterator(number_at(r, subtract(count, value_int(1))),
                        subtract(value_int(0), r->step.v), count);
}

/* ---- Operators ---- */

static int64_t length(Value self)
{
    int64_t n;
    if (!int_to_int64(count_value(as_range(self)), &n)) {
        raise_overflow("Python int too large to convert to C ssize_t");
    }
    return n;
}

static bool truth(Value self)
{
    return count_value(as_range(self)) != value_int(0);
}

static Value slice(Value self, Value key)
{
    const Range *r = as_range(self);
    int64_t start, stop, step, n;
    size_t count;
    if (!int_to_int64(count_value(r), &n)) {
        raise_unsupported("slicing a range of more than 2**63 numbers");
    }
    slice_resolve(key, n, &start, &stop, &step, &count);
    Value exact = ((Slice *)as_object(key))->step.v; /* `step` may have been clipped */
    Value by = multiply(r->step.v, exact == NONE ? value_int(1) : op_index(exact));
    return range_new(number_at(r, int_from_int64(start)), number_at(r, int_from_int64(stop)), by);
}

static Value get_item(Value self, Value key)
{
    const Range *r = as_range(self);
    if (is_exactly(key, &slice_type)) {
        return slice(self, key);
    }
    if (is_int(key) && r->is_small) {
        int64_t i = as_int(key);
        i += i < 0 ? r->count : 0;
        if ((uint64_t)i >= (uint64_t)r->count) {
            raise_index("range object index out of range");
        }
        return value_int(r->first + i * r->increment);
    }
    if (!item_is_index(key)) {
        raise_type("range indices must be integers or slices, not %T", key);
    }
    Value i = op_index(key), count = count_value(r);
    if (int_sign(i) < 0) {
        i = add(i, count);
    }
    if (int_sign(i) < 0 || int_compare(i, count) >= 0) {
        raise_index("range object index out of range");
    }
    return number_at(r, i);
}

static bool has_int(const Range *r, Value i)
{
    if (r->is_small && is_int(i)) {
        int64_t offset = as_int(i) - r->first;
        return offset % r->increment == 0 && offset / r->increment >= 0 &&
               offset / r->increment < r->count;
    }
    Value offset = subtract(i, r->start.v);
    if (int_binary(OP2_MOD, offset, r->step.v) != value_int(0)) {
        return false;
    }
    Value steps = int_binary(OP2_FLOORDIV, offset, r->step.v);
    return int_sign(steps) >= 0 && int_compare(steps, count_value(r)) < 0;
}

/* Whether equality with a number is a matter of its value alone. */
static bool is_plain_int(Value v)
{
    return is_int(v) || is_bool(v) || (is_object(v) && type_of(v) == &int_type);
}

static bool contains(Value self, Value item)
{
    if (is_plain_int(item)) {
        return has_int(as_range(self), int_plain(item));
    }
    ITERATE(number, self)
    {
        check_interrupt();
        if (item_equal(number, item)) {
            return true;
        }
    }
    return false;
}

static bool is_equal(const Range *a, const Range *b)
{
    Value count = count_value(a);
    if (int_compare(count, count_value(b)) != 0) {
        return false;
    }
    if (count == value_int(0)) {
        return true;
    }
    return int_compare(a->start.v, b->start.v) == 0 &&
           (count == value_int(1) || int_compare(a->step.v, b->step.v) == 0);
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_exactly(b, &range_type) || (op != CMP_EQ && op != CMP_NE)) {
        return NOT_IMPLEMENTED;
    }
    return value_bool(is_equal(as_range(a), as_range(b)) == (op == CMP_EQ));
}

static int64_t hash(Value self)
{
    const Range *r = as_range(self);
    Value count = count_value(r);
    Value start = count == value_int(0) ? NONE : r->start.v;
    Value step = int_compare(count, value_int(1)) <= 0 ? NONE : r->step.v;
    return op_hash(tuple_of(3, count, start, step));
}

static Value repr(Value self)
{
    const Range *r = as_range(self);
    if (r->step.v == value_int(1)) {
        return str_format("range(%V, %V)", r->start.v, r->stop.v);
    }
    return str_format("range(%V, %V, %V)", r->start.v, r->stop.v, r->step.v);
}

/* ---- Methods ---- */

static Value index_method(Args args)
{
    const Range *r = as_range(args.at[0]);
    Value item = args.at[1];
    if (is_plain_int(item)) {
        item = int_plain(item);
        if (!has_int(r, item)) {
            raise_value("%V is not in range", args.at[1]);
        }
        return int_binary(OP2_FLOORDIV, subtract(item, r->start.v), r->step.v);
    }
    int64_t i = 0;
    ITERATE(number, args.at[0])
    {
        check_interrupt();
        if (item_equal(number, item)) {
            return value_int(i);
        }
        i++;
    }
    raise_value("sequence.index(x): x not in sequence");
}

static Value count_method(Args args)
{
    if (is_plain_int(args.at[1])) {
        return value_int(has_int(as_range(args.at[0]), int_plain(args.at[1])));
    }
    int64_t n = 0;
    ITERATE(number, args.at[0])
    {
        check_interrupt();
        n += item_equal(number, args.at[1]);
    }
    return value_int(n);
}

static Value reversed_method(Args args)
{
    return range_reversed(args.at[0]);
}

static Value get_start(Value self)
{
    return as_range(self)->start.v;
}
static Value get_stop(Value self)
{
    return as_range(self)->stop.v;
}
static Value get_step(Value self)
{
    return as_range(self)->step.v;
}

static Value make(Args args)
{
    if (!arg_given(args, 2)) {
        return range_new(value_int(0), op_index(args.at[1]), value_int(1));
    }
    Value start = op_index(args.at[1]), stop = op_index(args.at[2]);
    return range_new(start, stop, arg_given(args, 3) ? op_index(args.at[3]) : value_int(1));
}

static const NativeDef make_def = {"range", make, "cls, start, stop=, step=, /",
                                   NULL,    0,    ERRORS_POSITIONAL};
static const NativeDef methods[] = {
    {"index", index_method, "self, value, /", "Return index of value.", 0, 0},
    {"count", count_method, "self, value, /", "Return number of occurrences of value.", 0, 0},
    {"__reversed__", reversed_method, "self, /", "Return a reverse iterator.", 0, 0},
    {0},
};
static const GetSetDef getsets[] = {
    {"start", get_start, NULL},
    {"stop", get_stop, NULL},
    {"step", get_step, NULL},
    {0},
};

Type range_type = {
    .name = "range",
    .flags = TYPE_PLAIN_ATTRS,
    .size = sizeof(Range),
    .slots_at = offsetof(Range, start),
    .slots_count = 3,
    .repr = repr,
    .hash = hash,
    .compare = compare,
    .truth = truth,
    .length = length,
    .get_item = get_item,
    .contains = contains,
    .iter = iter,
    .make = &make_def,
    .methods = methods,
    .getsets = getsets,
    .doc = "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an "
           "object that produces a sequence of integers from start (inclusive)\nto stop "
           "(exclusive) by step.",
};
