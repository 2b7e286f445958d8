/* slice.h: slice and range. */
#ifndef RUNTIME_OBJECTS_SLICE_H
#define RUNTIME_OBJECTS_SLICE_H
#include "runtime/object.h"
typedef struct Slice {
    Object head;
    Slot start, stop, step;
} Slice;
extern Type slice_type;
Value slice_new(Value start, Value stop, Value step);
/* Start, step and number of items for a sequence of `length`, clipped as Python does. Raises
 * ValueError for step 0, TypeError for other than None and integers. */
void slice_resolve(Value slice, int64_t length, int64_t *start, int64_t *stop, int64_t *step,
                   size_t *count);

/* The same in two steps, for sequences that code run by the first (__index__) may change. */
void slice_unpack(Value slice, int64_t *start, int64_t *stop, int64_t *step);
size_t slice_clip(int64_t length, int64_t *start, int64_t *stop,
                  int64_t step); /* number of items */

/* A range whose numbers, and the one after the last, are small ints (48 bits) has them unboxed too
 * (`is_small`); start, stop and step are in the slots in any case. */
typedef struct Range {
    Object head;
    Slot start, stop, step;          /* ints */
    int64_t first, increment, count; /* when is_small */
    bool is_small;
} Range;
extern Type range_type, range_iterator_type;
/* The iterator of a small range: the VM's for loop reads and advances it inline. */
typedef struct RangeIterator {
    Object head;
    int64_t next, increment, left;
} RangeIterator;
Value range_new(Value start, Value stop, Value step); /* any ints; ValueError for step 0 */
Value range_reversed(Value range);                    /* an iterator */
#endif
