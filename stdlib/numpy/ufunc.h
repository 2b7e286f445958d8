/* ufunc.h: element-wise operations below the level of Values: operands that are arrays or single
 * numbers, the types they meet in, and the run over them.
 *
 * The invariant: an operand without an array is one number, in `value`, of type `type`.
 */
#ifndef STDLIB_NUMPY_UFUNC_H
#define STDLIB_NUMPY_UFUNC_H

#include "stdlib/numpy/array.h"
#include "stdlib/numpy/promote.h"

typedef struct Operand {
    Array *array; /* NULL: a number (Python's, NumPy's, or a 0-d array's) */
    DType type;
    char value[8] __attribute__((aligned(8)));
} Operand;

/* One call: what is not set means NumPy's default. */
typedef struct UfuncCall {
    KernelOp op;
    Operand in[2];
    Array *out, *where;  /* or NULL */
    DType type;          /* of the loop, asked for by dtype=, or DT_NONE */
    bool is_unsafe;      /* casting="unsafe": out may be of any type */
    bool is_scalar_math; /* a NumPy scalar's operator: warnings say so */
    const char *name;    /* for messages; NULL: the operation's */
} UfuncCall;

/* Reads a number, array or nested sequence; false if it is none of these. */
bool operand_from(Value v, Operand *operand);
/* The same, but an array for everything. */
PromoteOperand operand_promotes(const Operand *operand);
/* The type in which operands meet; clear errors for what we lack. */
DType operands_promote(const Operand *operands, int count);
/* Runs it: the result as an array or scalar. Warns, raises. */
Value ufunc_run(UfuncCall *call);
/* TypeErrors of ufuncs: UFuncTypeError. */
Type *ufunc_error_type(void);
/* op on two arrays, the result always an array (0-d too). */
Array *ufunc_arrays(KernelOp op, Array *a, Array *b /* or NULL */, Array *out /* or NULL */);
/* An operand for an array of any ndim, so that the result stays an array. */
Operand operand_array(Array *a);

/* numpy.seterr: what each kind of floating point error does. */
typedef enum { ERR_IGNORE, ERR_WARN, ERR_RAISE, ERR_PRINT } ErrAction;
extern uint8_t error_actions[4]; /* divide, over, under, invalid */

/* matmul: linalg.c. */
Value array_matmul(Value a, Value b, Value out /* or EMPTY */);
#endif
