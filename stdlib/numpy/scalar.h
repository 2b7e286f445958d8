/* scalar.h: what the files that make and print arrays need to know about NumPy's numbers beyond
 * array.h. Invariant: the bytes of a Scalar beyond its element are zero.
 */
#ifndef STDLIB_NUMPY_SCALAR_H
#define STDLIB_NUMPY_SCALAR_H

#include "stdlib/numpy/array.h"

extern Type number_type, integer_type, signedinteger_type, unsignedinteger_type, inexact_type,
    floating_type;

static inline Scalar *as_scalar(Value v)
{
    return (Scalar *)as_object(v);
}
/* The operators' slots (scalar_math.c). */
Value scalar_binary(BinaryOp op, Value a, Value b);
Value scalar_unary(UnaryOp op, Value a);
Value scalar_compare(CompareOp op, Value a, Value b);
/* numpy.True_ or numpy.False_. */
Value scalar_bool(bool b);
/* The type of elements that a scalar class (or an heir) stands for; DT_NONE: it is none. */
DType scalar_type_dtype(const Type *type);
/* The plain Python number. */
Value scalar_python(Value v);
/* An array of no dimensions with that element. */
Array *scalar_array(Value v);
/* Converts one element as astype does. */
void element_cast(DType to, void *out, DType from, const void *in);
/* Whether numpy.array goes into v: list, tuple, range, and classes with __len__ and __getitem__. */
bool is_array_sequence(Value v);

#endif
