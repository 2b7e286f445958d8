/* items.h: what the containers share: equality of items with fast paths for numbers and strs, item
 * indexes, the operators' fallback to the other operand, and the guard against endless repr.
 *
 * The invariant: item_equal means what Python's containers mean, identity or ==. It may run Python
 * code unless both items are numbers or strs; callers re-read their storage after it.
 */
#ifndef RUNTIME_OBJECTS_ITEMS_H
#define RUNTIME_OBJECTS_ITEMS_H

#include "runtime/ops.h"
#include "runtime/objects/str.h"

static always_inline bool item_equal(Value a, Value b)
{
    if (a == b) {
        return true;
    }
    if (are_ints(a, b)) {
        return false;
    }
    if (is_exactly(a, &str_type) && is_exactly(b, &str_type)) {
        return str_equal(a, b);
    }
    if (is_float(a) && is_float(b)) {
        return as_float(a) == as_float(b);
    }
    return op_equal(a, b);
}
/* Whether item_equal(a, b) is sure to run no Python code whatever b is compared with a. */
static always_inline bool item_is_plain(Value v)
{
    return !is_object(v) || is_exactly(v, &str_type);
}

/* Whether v can be an index: an int, or something with __index__. Runs no code. */
bool item_is_index(Value v);
/* Whether op_iter can be expected to work. Runs no code. */
bool item_is_iterable(Value v);
/* `key` as an index into a `what`: TypeError "list indices must be integers or slices, not str",
 * IndexError "cannot fit 'int' into an index-sized integer". */
int64_t item_index(Value key, const char *what);
/* A start or stop argument of index(): None is refused, big ints are clipped. */
int64_t item_bound(Value v);

/* One end of a search: negative counts from the end; clipped to 0..count. */
static inline size_t item_clip(int64_t i, size_t count)
{
    if (i < 0) {
        i += (int64_t)count;
        return i < 0 ? 0 : (size_t)i;
    }
    return (size_t)i > count ? count : (size_t)i;
}

/* For + and * of a sequence with something else: what the other operand makes of it, or the
 * TypeError that CPython gives for sequences. NOT_IMPLEMENTED only if `b` has a reflected method
 * that the caller's caller will find. `self` is the type of the sequence a. */
Value item_concat_refused(Value a, Value b, const Type *self);
/* The count of a repetition of the sequence by `times` (< 0 is 0): raises TypeError "can't multiply
 * sequence by non-int of type 'str'", MemoryError if the result cannot be. Returns -1 if `times` is
 * no index but its type has an operator of its own. */
int64_t item_repeat_times(Value times, size_t count);

/* body(self), a str, or `dots` if the repr of self is under way already; RecursionError if nested
 * too deeply. */
Value item_repr_guarded(Value self, const char *dots, Value (*body)(Value self));
/* Appends repr(v). */
void item_append_repr(StrBuilder *b, Value v);
/* The `hash` slot of what has none: TypeError "unhashable type: 'list'". */
int64_t item_unhashable(Value self);

/* The result of comparing two equal-so-far sequences by their lengths. */
static inline bool item_compare_counts(CompareOp op, size_t a, size_t b)
{
    switch (op) {
    case CMP_LT:
        return a < b;
    case CMP_LE:
        return a <= b;
    case CMP_EQ:
        return a == b;
    case CMP_NE:
        return a != b;
    case CMP_GT:
        return a > b;
    default:
        return a >= b;
    }
}

#endif
