/* index.h: what a key of an array means, as its readers and users share it.
 *
 * The invariant: after index_read every item knows its axis, all axes are covered (an ellipsis is
 * added at the end if need be), and every mask has the lengths of its axes.
 */
#ifndef STDLIB_NUMPY_INDEX_H
#define STDLIB_NUMPY_INDEX_H

#include "stdlib/numpy/array.h"

typedef enum { ITEM_INT, ITEM_SLICE, ITEM_NEW_AXIS, ITEM_ELLIPSIS, ITEM_ARRAY, ITEM_MASK } ItemKind;

typedef struct Item {
    ItemKind kind;
    int axis;       /* of the array, the first one if more */
    int64_t number; /* of an integer; an ellipsis' axes */
    Value slice;
    Array *array; /* of integers; a mask. NULL in ITEM_MASK: `number` is a bare bool */
} Item;

enum { MAX_ITEMS = 2 * MAX_DIMS };
typedef struct Index {
    Item at[MAX_ITEMS];
    int count;
    bool is_fancy, has_ellipsis, has_array_int, has_view_item;
} Index;

/* What integers, slices, new axes and ellipses leave: a place and axes. */
typedef struct Part {
    char *data;
    int ndim, before; /* `before`: axes in front of the first array */
    intptr_t shape[MAX_DIMS + 1], strides[MAX_DIMS + 1];
} Part;

noreturn_fn void index_raise_out(int64_t i, int axis, intptr_t size);
/* The place that i means in an axis of that length; IndexError. */
static inline int64_t within(int64_t i, intptr_t size, int axis)
{
    int64_t at = i < 0 ? i + size : i;
    if (unlikely((uint64_t)at >= (uint64_t)size)) {
        index_raise_out(i, axis, size);
    }
    return at;
}

/* Steps through the axes of `shape` in C order: *offset follows `strides`. */
static inline void odometer(int ndim, const intptr_t *shape, const intptr_t *strides, intptr_t *at,
                            char **place)
{
    for (int d = ndim; d-- > 0;) {
        *place += strides[d];
        if (++at[d] < shape[d]) {
            return;
        }
        *place -= strides[d] * shape[d];
        at[d] = 0;
    }
}

/* Lets an integer, slice, new axis or ellipsis act on `part`. */
void index_apply(Array *a, const Item *item, Part *part);
/* IndexError unless the mask has the lengths of its axes. */
void index_check_mask(const Array *a, const Item *item);

/* ---- index_fancy.c ---- */
Value index_get_fancy(Array *a, const Index *index);
void index_set_fancy(Array *a, const Index *index, Value value);

/* ---- index_mask.c ---- */
/* How many bytes of a mask are 1 (the others are 0). */
intptr_t mask_count(const char *mask, intptr_t size);
/* Where a mask is true: one array of int64 for each of its axes. */
void mask_places(Array *mask, Array **places);
/* The mask of the array's own shape that a key is, contiguous; else NULL. */
Array *mask_of_key(Array *a, Value key);
Array *mask_of_index(Array *a, const Index *index);
Value mask_get(Array *a, Array *mask);
void mask_set(Array *a, Array *mask, Value value);

/* ---- assign.c ---- */
/* `from` without leading axes of length 1 that `ndim` axes have no room for. */
Array *assign_strip(Array *from, int ndim);
/* Whether `from` can be stretched to that shape. */
bool assign_fits(const Array *from, int ndim, const intptr_t *shape);
/* The value of an assignment through arrays, of a's type, safe from what is written to a. */
Array *assign_value(Array *a, Value value);

#endif
