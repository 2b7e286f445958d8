/* iterate.h: the axes that several operands are gone over, as `iterate` and the reductions need
 * them.
 *
 * The invariant: after axes_prepare, axis 0 is the innermost one, no axis has length 1, and no two
 * neighbours could be one longer axis. The order of the axes is NumPy's, which fixes the order in
 * which floats are summed.
 */
#ifndef STDLIB_NUMPY_ITERATE_H
#define STDLIB_NUMPY_ITERATE_H

#include "stdlib/numpy/array.h"

enum { MAX_OPERANDS = 5 };

typedef struct Axis {
    intptr_t length;
    intptr_t stride[MAX_OPERANDS];
} Axis;

/* Sorts and joins the axes of `operands` operands (strides as iterate takes them), turns round
 * those that all go backwards (`data` moves) if `flip`. Returns their number; -1 if there is no
 * element. */
int axes_prepare(int ndim, const intptr_t *shape, int operands, char **data,
                 const intptr_t *const *strides, bool flip, Axis axes[MAX_DIMS]);
/* Calls `run` for each innermost run of prepared axes. */
void axes_run(const Axis *axes, int count, int operands, char *const *data, RunFn run,
              void *context);
/* A new array whose memory has the order of axes that operands with these strides have. */
Array *array_new_ordered(DType dtype, int ndim, const intptr_t *shape, int operands,
                         const intptr_t *const *strides);
/* "(2,3)": a shape as NumPy's C code prints it. */
Value shape_text(const intptr_t *shape, int ndim);
/* The memory an array covers: from *low up to *high. Empty arrays cover nothing. */
void array_extent(const Array *a, const char **low, const char **high);
/* Whether the memory of two arrays may have bytes in common (by bounds). */
bool arrays_may_overlap(const Array *a, const Array *b);

/* Array-likes as arrays in a list, which keeps them alive; and as C needs them, valid while the
 * list is held and unchanged. shape.c */
List *arrays_from(const Value *at, size_t count);
Array **arrays_of(const List *list);

#endif
