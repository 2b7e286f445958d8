#include "runtime/native.h"
#include "runtime/objects/items.h"

Value slice_new(Value start, Value stop, Value step)
{
    Slice *slice = NEW(Slice, &slice_type);
    mm_init(slice, &slice->start, start);
    mm_init(slice, &slice->stop, stop);
    mm_init(slice, &slice->step, step);
    return value_from(slice);
}

static Slice *as_slice(Value v)
{
    return (Slice *)as_object(v);
}

/* A bound as an int64, clipped: no sequence is long enough to tell. */
static int64_t bound(Value v, int64_t otherwise)
{
    if (is_int(v)) {
        return as_int(v);
    }
    if (v == NONE) {
        return otherwise;
    }
    if (!item_is_index(v)) {
        raise_type("slice indices must be integers or None or have an __index__ method");
    }
    int64_t i;
    Value index = op_index(v);
    if (!int_to_int64(index, &i)) {
        return int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    }
    return i;
}

void slice_unpack(Value slice, int64_t *start, int64_t *stop, int64_t *step)
{
    const Slice *s = as_slice(slice);
    *step = MAX(bound(s->step.v, 1), -INT64_MAX);
    if (*step == 0) {
        raise_value("slice step cannot be zero");
    }
    *start = bound(s->start.v, *step < 0 ? INT64_MAX : 0);
    *stop = bound(s->stop.v, *step < 0 ? INT64_MIN : INT64_MAX);
}

static int64_t clip(int64_t i, int64_t length, bool backwards)
{
    if (i < 0) {
        i += length;
        return i < 0 ? -(int64_t)backwards : i;
    }
    return i < length ? i : length - backwards;
}

size_t slice_clip(int64_t length, int64_t *start, int64_t *stop, int64_t step)
{
    bool backwards = step < 0;
    *start = clip(*start, length, backwards);
    *stop = clip(*stop, length, backwards);
    if (backwards) {
        return *stop < *start ? (uint64_t)(*start - *stop - 1) / (uint64_t)-step + 1 : 0;
    }
    return *start < *stop ? (uint64_t)(*stop - *start - 1) / (uint64_t)step + 1 : 0;
}

void slice_resolve(Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step,
                   size_t *count)
{
    slice_unpack(slice, start, stop, step);
    *count = slice_clip(length, start, stop, *step);
}

/* ---- The type ---- */

static Value as_three(Value slice)
{
    const Slice *s = as_slice(slice);
    return tuple_of(3, s->start.v, s->stop.v, s->step.v);
}

static Value compare(CompareOp op, Value a, Value b)
{
    if (!is_exactly(b, &slice_type)) {
        return NOT_IMPLEMENTED;
    }
    return op_compare(op, as_three(a), as_three(b));
}

static Value repr(Value self)
{
    check_c_stack(" while getting the repr of an object");
    const Slice *s = as_slice(self);
    return str_format("slice(%V, %V, %V)", s->start.v, s->stop.v, s->step.v);
}

static Value indices_method(Args args)
{
    Value index = op_index(args.at[1]);
    int64_t length, start, stop, step;
    if (int_sign(index) < 0) {
        raise_value("length should not be negative");
    }
    if (!int_to_int64(index, &length)) {
        raise_unsupported("slice.indices() of a length beyond 64 bits");
    }
    slice_unpack(args.at[0], &start, &stop, &step);
    slice_clip(length, &start, &stop, step);
    Value same_step = as_slice(args.at[0])->step.v;
    same_step = same_step == NONE ? value_int(1) : op_index(same_step);
    return tuple_of(3, int_from_int64(start), int_from_int64(stop), same_step);
}

static Value get_start(Value self)
{
    return as_slice(self)->start.v;
}
static Value get_stop(Value self)
{
    return as_slice(self)->stop.v;
}
static Value get_step(Value self)
{
    return as_slice(self)->step.v;
}

static Value make(Args args)
{
    if (!arg_given(args, 2)) {
        return slice_new(NONE, args.at[1], NONE);
    }
    return slice_new(args.at[1], args.at[2], arg_or(args, 3, NONE));
}

static const NativeDef make_def = {"slice", make, "cls, start, stop=, step=, /",
                                   NULL,    0,    ERRORS_POSITIONAL};
static const NativeDef methods[] = {
    {"indices", indices_method, "self, length, /",
     "The start, stop and step that the slice means for a sequence of this length.", 0, 0},
    {0},
};
static const GetSetDef getsets[] = {
    {"start", get_start, NULL},
    {"stop", get_stop, NULL},
    {"step", get_step, NULL},
    {0},
};

Type slice_type = {
    .name = "slice",
    .flags = TYPE_PLAIN_ATTRS,
    .size = sizeof(Slice),
    .slots_at = offsetof(Slice, start),
    .slots_count = 3,
    .repr = repr,
    .hash = item_unhashable,
    .compare = compare,
    .make = &make_def,
    .methods = methods,
    .getsets = getsets,
    .doc = "slice(stop)\nslice(start, stop[, step])\n\nCreate a slice object.  This is used for "
           "extended slicing (e.g. a[0:10:2]).",
};
