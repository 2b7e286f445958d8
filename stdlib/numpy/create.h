/* create.h: arrays in a given memory order, which array.h does not speak of: 'C' (the last axis
 * lies closest), 'F' (the first), 'K' (as in the array they are made after), 'A' ('F' if that is).
 */
#ifndef STDLIB_NUMPY_CREATE_H
#define STDLIB_NUMPY_CREATE_H

#include "stdlib/numpy/array.h"

/* An order argument; `otherwise` for None or EMPTY. ValueError. */
char order_from(Value v, char otherwise);
/* A new owner whose axes lie in C or F order. */
Array *array_new_in_order(DType dtype, int ndim, const intptr_t *shape, bool zeroed, char order);
/* A new owner of a's shape, not initialised. */
Array *array_new_like(Array *a, DType dtype, char order);
/* A converted copy, with the RuntimeWarnings of the conversion. */
Array *array_cast_ordered(Array *a, DType dtype, char order);
/* A sequence (no array), nested no deeper than `into` has axes: written right into that, which is
 * the result, if the shapes are the same, else a new array of its type. */
Array *array_from_into(Value v, Array *into);
/* numpy.array: `copy` even if v is fit already; dtype may be DT_NONE. */
Array *array_made(Value v, DType dtype, bool copy, char order, int ndmin);
/* Which type a dtype object stands for. */
DType dtype_object_type(Value v);
extern const NativeDef grid_functions[];

#endif
