/* reduce.h: folding an array along some of its axes, in NumPy's order of additions.
 */
#ifndef STDLIB_NUMPY_REDUCE_H
#define STDLIB_NUMPY_REDUCE_H

#include "stdlib/numpy/ufunc.h"

/* A reduction; what is not set (0, NULL, EMPTY; `type` DT_NONE) means NumPy's default. */
typedef struct ReduceCall {
    ReduceOp op;
    Array *in;
    uint32_t axes; /* bit d: axis d is folded */
    bool keepdims;
    DType type; /* of sum and prod */
    Array *out, *where;
    Value initial;
    const char *name; /* of the ufunc, for messages */
} ReduceCall;

/* All axes as bits. */
static inline uint32_t axes_all(int ndim)
{
    return (uint32_t)((UINT64_C(1) << ndim) - 1);
}
/* An axis argument (None or EMPTY: all; int or tuple) as bits. AxisError, ValueError. */
uint32_t axes_from(Value axis, int ndim);
/* The result: always an array, `out` if given. */
Array *reduce_run(ReduceCall *call);
/* Mean; sum of squared deviations / (n - ddof). */
Array *reduce_mean(ReduceCall *call);
Array *reduce_var(ReduceCall *call, double ddof);
/* cumsum, cumprod and their like along one axis of an array, in the type `type` (or the usual one).
 */
Array *reduce_running(ReduceOp op, Array *a, int axis, DType type, Array *out);
/* An out= argument: NULL for None or EMPTY; TypeError. */
Array *out_from(Value v);
/* Finds out whether NumPy's ufunc of that operation is one of ours; -1 if not. */
int reduce_of_kernel(KernelOp op);
#endif
