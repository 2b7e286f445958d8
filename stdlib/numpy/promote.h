/* promote.h: which type a mix of types becomes, by NumPy 1.24's rules: the lattice of types, and
 * on top of it the value-based casting by which a scalar adapts to the arrays it meets. Pure.
 * DT_NONE stands for "none of ours" (NumPy would answer float16 or object there).
 */
#ifndef STDLIB_NUMPY_PROMOTE_H
#define STDLIB_NUMPY_PROMOTE_H

#include "stdlib/numpy/dtype.h"

/* The smallest type to which both cast safely (numpy.promote_types). */
DType promote_types(DType a, DType b);

typedef enum { CASTING_NO, CASTING_EQUIV, CASTING_SAFE, CASTING_SAME_KIND, CASTING_UNSAFE } Casting;

/* numpy.can_cast for types. */
bool promote_can_cast(DType from, DType to, Casting casting);

/* The casting of that name ("safe", ...), or -1. */
int promote_casting(const char *text, size_t len);

/* An operand as promotion sees it. A Python int is DT_INT64 (DT_UINT64 from 2^63 on; from 2^64 on
 * it is no operand of ours), a float DT_FLOAT64, a bool DT_BOOL, all with is_scalar; so are NumPy
 * scalars and 0-d arrays. Only scalars need a value. */
typedef struct {
    DType type;
    bool is_scalar;
    union {
        int64_t i; /* signed integer types */
        uint64_t u;
        double f;
    } value;
} PromoteOperand;

/* numpy.result_type of the operands, count >= 1. */
DType promote_operands(const PromoteOperand *operands, int count);

/* numpy.can_cast of a scalar: by its value, except to other kinds. */
bool promote_can_cast_scalar(PromoteOperand scalar, DType to, Casting casting);

/* numpy.min_scalar_type of a scalar; float16 answers as FLOAT32. *is_small (may be NULL) says that
 * an unsigned answer fits the signed type of that size as well. */
DType promote_min_scalar(PromoteOperand scalar, bool *is_small);

/* The type in which sum and prod of this type accumulate by default. */
DType promote_sum(DType type);

#endif
