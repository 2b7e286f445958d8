/* kernels.h: the typed loops under every array operation. Pure: memory in, memory out. One table
 * (KERNELS) names the operations; a kernel exists for an operation and an input type, and runs over
 * n elements that lie `strides` bytes apart (a stride of 0 repeats one element).
 *
 * Invariants the caller keeps: elements are aligned to their size; the output either is exactly one
 * of the inputs (same address, same stride) or does not overlap them, except where said otherwise.
 * Kernels never fail; what went wrong on the way is in the flags (kernel_flags_take), which the
 * caller clears before and turns into RuntimeWarnings or exceptions after the whole operation.
 */
#ifndef STDLIB_NUMPY_KERNELS_H
#define STDLIB_NUMPY_KERNELS_H

#include "stdlib/numpy/dtype.h"

/* X(NAME, name, inputs, class, quiet). The class says which types have a loop and what comes out:
 *   ALL      every type, to itself              NUMBER  ints and floats; a bool counts as int8
 *   STRICT   ints and floats; no bools          DIVIDE  floats; every integer as float64
 *   FLOAT    floats; an integer as the float its size asks for (8 bits: float16, which we lack)
 *   BITS     bools and ints                     INT     ints; a bool counts as int8
 *   COMPARE  every type, to bool                TEST    floats to bool, an integer as some float
 * `quiet` operations touch the flags without meaning it: ignore the flags after them. */
#define KERNELS(X)                                                                                 \
    X(ADD, add, 2, ALL, 0)                                                                         \
    X(SUBTRACT, subtract, 2, STRICT, 0)                                                            \
    X(MULTIPLY, multiply, 2, ALL, 0)                                                               \
    X(DIVIDE, divide, 2, DIVIDE, 0)                                                                \
    X(FLOOR_DIVIDE, floor_divide, 2, NUMBER, 0)                                                    \
    X(REMAINDER, remainder, 2, NUMBER, 0)                                                          \
    X(FMOD, fmod, 2, NUMBER, 0)                                                                    \
    X(POWER, power, 2, NUMBER, 0)                                                                  \
    X(FLOAT_POWER, float_power, 2, DIVIDE, 0)                                                      \
    X(MAXIMUM, maximum, 2, ALL, 1)                                                                 \
    X(MINIMUM, minimum, 2, ALL, 1)                                                                 \
    X(FMAX, fmax, 2, ALL, 1)                                                                       \
    X(FMIN, fmin, 2, ALL, 1)                                                                       \
    X(EQUAL, equal, 2, COMPARE, 1)                                                                 \
    X(NOT_EQUAL, not_equal, 2, COMPARE, 1)                                                         \
    X(LESS, less, 2, COMPARE, 1)                                                                   \
    X(LESS_EQUAL, less_equal, 2, COMPARE, 1)                                                       \
    X(GREATER, greater, 2, COMPARE, 1)                                                             \
    X(GREATER_EQUAL, greater_equal, 2, COMPARE, 1)                                                 \
    X(LOGICAL_AND, logical_and, 2, COMPARE, 1)                                                     \
    X(LOGICAL_OR, logical_or, 2, COMPARE, 1)                                                       \
    X(LOGICAL_XOR, logical_xor, 2, COMPARE, 1)                                                     \
    X(BITWISE_AND, bitwise_and, 2, BITS, 0)                                                        \
    X(BITWISE_OR, bitwise_or, 2, BITS, 0)                                                          \
    X(BITWISE_XOR, bitwise_xor, 2, BITS, 0)                                                        \
    X(LEFT_SHIFT, left_shift, 2, INT, 0)                                                           \
    X(RIGHT_SHIFT, right_shift, 2, INT, 0)                                                         \
    X(GCD, gcd, 2, INT, 0)                                                                         \
    X(LCM, lcm, 2, INT, 0)                                                                         \
    X(ARCTAN2, arctan2, 2, FLOAT, 0)                                                               \
    X(HYPOT, hypot, 2, FLOAT, 0)                                                                   \
    X(COPYSIGN, copysign, 2, FLOAT, 0)                                                             \
    X(NEXTAFTER, nextafter, 2, FLOAT, 0)                                                           \
    X(HEAVISIDE, heaviside, 2, FLOAT, 1)                                                           \
    X(LOGADDEXP, logaddexp, 2, FLOAT, 0)                                                           \
    X(LOGADDEXP2, logaddexp2, 2, FLOAT, 0)                                                         \
    X(NEGATIVE, negative, 1, STRICT, 0)                                                            \
    X(POSITIVE, positive, 1, STRICT, 0)                                                            \
    X(ABSOLUTE, absolute, 1, ALL, 1)                                                               \
    X(FABS, fabs, 1, FLOAT, 1)                                                                     \
    X(SIGN, sign, 1, STRICT, 1)                                                                    \
    X(SQUARE, square, 1, NUMBER, 0)                                                                \
    X(RECIPROCAL, reciprocal, 1, NUMBER, 0)                                                        \
    X(CONJUGATE, conjugate, 1, NUMBER, 1)                                                          \
    X(INVERT, invert, 1, BITS, 0)                                                                  \
    X(LOGICAL_NOT, logical_not, 1, COMPARE, 1)                                                     \
    X(ISNAN, isnan, 1, COMPARE, 1)                                                                 \
    X(ISINF, isinf, 1, COMPARE, 1)                                                                 \
    X(ISFINITE, isfinite, 1, COMPARE, 1)                                                           \
    X(SIGNBIT, signbit, 1, TEST, 1)                                                                \
    X(SQRT, sqrt, 1, FLOAT, 0)                                                                     \
    X(CBRT, cbrt, 1, FLOAT, 0)                                                                     \
    X(EXP, exp, 1, FLOAT, 0)                                                                       \
    X(EXP2, exp2, 1, FLOAT, 0)                                                                     \
    X(EXPM1, expm1, 1, FLOAT, 0)                                                                   \
    X(LOG, log, 1, FLOAT, 0)                                                                       \
    X(LOG2, log2, 1, FLOAT, 0)                                                                     \
    X(LOG10, log10, 1, FLOAT, 0)                                                                   \
    X(LOG1P, log1p, 1, FLOAT, 0)                                                                   \
    X(SIN, sin, 1, FLOAT, 0)                                                                       \
    X(COS, cos, 1, FLOAT, 0)                                                                       \
    X(TAN, tan, 1, FLOAT, 0)                                                                       \
    X(ARCSIN, arcsin, 1, FLOAT, 0)                                                                 \
    X(ARCCOS, arccos, 1, FLOAT, 0)                                                                 \
    X(ARCTAN, arctan, 1, FLOAT, 0)                                                                 \
    X(SINH, sinh, 1, FLOAT, 0)                                                                     \
    X(COSH, cosh, 1, FLOAT, 0)                                                                     \
    X(TANH, tanh, 1, FLOAT, 0)                                                                     \
    X(ARCSINH, arcsinh, 1, FLOAT, 0)                                                               \
    X(ARCCOSH, arccosh, 1, FLOAT, 0)                                                               \
    X(ARCTANH, arctanh, 1, FLOAT, 0)                                                               \
    X(FLOOR, floor, 1, FLOAT, 1)                                                                   \
    X(CEIL, ceil, 1, FLOAT, 1)                                                                     \
    X(RINT, rint, 1, FLOAT, 1)                                                                     \
    X(TRUNC, trunc, 1, FLOAT, 1)                                                                   \
    X(DEG2RAD, deg2rad, 1, FLOAT, 0)                                                               \
    X(RAD2DEG, rad2deg, 1, FLOAT, 0)

typedef enum {
#define X(NAME, ...) K_##NAME,
    KERNELS(X)
#undef X
        KERNEL_COUNT
} KernelOp;

typedef enum {
    CLASS_ALL,
    CLASS_NUMBER,
    CLASS_STRICT,
    CLASS_DIVIDE,
    CLASS_FLOAT,
    CLASS_BITS,
    CLASS_INT,
    CLASS_COMPARE,
    CLASS_TEST
} KernelClass;

typedef struct {
    const char *name;
    uint8_t inputs;
    uint8_t class; /* KernelClass */
    bool quiet;
} KernelInfo;

extern const KernelInfo kernel_info[KERNEL_COUNT];

/* ptrs and strides: of the inputs, then of the output. */
typedef void (*Kernel)(char **ptrs, const intptr_t *strides, intptr_t n);

/* The loop of an operation for that input type; NULL if there is none. */
Kernel kernel_find(KernelOp op, DType type);

/* The operation a ufunc's name means ("true_divide", "abs", ... included); -1 if none. */
int kernel_named(const char *name, size_t len);

typedef enum {
    RESOLVE_OK,
    RESOLVE_NO_LOOP,       /* TypeError: input types not supported, no safe coercion */
    RESOLVE_NO_SIGNATURE,  /* TypeError: no loop with signature matching types */
    RESOLVE_FLOAT16,       /* NumPy would compute in float16 */
    RESOLVE_BOOL_SUBTRACT, /* TypeError: numpy boolean subtract ... */
    RESOLVE_BOOL_NEGATIVE  /* TypeError: the numpy boolean negative ... */
} Resolve;

/* From the common type of the operands (promote_operands): the type that the inputs are cast to
 * before the loop, and the type of the result. */
Resolve kernel_resolve(KernelOp op, DType common, DType *loop, DType *result);

/* ---- casts: ptrs and strides of one input and the output ---- */

/* The loop that converts; from == to copies. Floats become integers as x86-64 truncates them. */
Kernel kernel_cast(DType from, DType to);

/* ---- reductions ---- */

/* X(NAME, name, class): over which a reduction, its running form and its row-wise form exist.
 * WIDE accumulates integers in 64 bits (promote_sum); SAME keeps the type; TRUTH yields bool. */
#define REDUCTIONS(X)                                                                              \
    X(SUM, sum, WIDE)                                                                              \
    X(PROD, prod, WIDE)                                                                            \
    X(MIN, min, SAME)                                                                              \
    X(MAX, max, SAME)                                                                              \
    X(ANY, any, TRUTH)                                                                             \
    X(ALL, all, TRUTH)

typedef enum {
#define X(NAME, ...) REDUCE_##NAME,
    REDUCTIONS(X)
#undef X
        REDUCE_COUNT
} ReduceOp;

typedef struct {
    DType acc; /* the type of the accumulator */
    /* *acc = *acc op in[0] op in[1] ...; floats are summed pairwise, to NumPy's last bit. */
    void (*inner)(char *acc, const char *in, intptr_t stride, intptr_t n);
    /* acc[i] = acc[i] op in[i]: a row at a time. ptrs and strides: acc, in. */
    Kernel across;
    /* out[i] = in[0] op ... op in[i] (cumsum, cumprod); NULL for ANY and ALL. ptrs: in, out. */
    Kernel running;
} Reduction;

/* The loops for a reduction over elements of that type. Start the accumulator with
 * kernel_reduce_identity, or for MIN and MAX with the first element. */
Reduction kernel_reduction(ReduceOp op, DType type);

/* Writes the identity (0, 1, false or true) in the accumulator's type; false for MIN and MAX. */
bool kernel_reduce_identity(ReduceOp op, DType acc, char *out);

/* The index of the first least (greatest) element, of the first nan if there is one; n >= 1. */
typedef intptr_t (*ArgKernel)(const char *in, intptr_t stride, intptr_t n);
ArgKernel kernel_argmin(DType type);
ArgKernel kernel_argmax(DType type);

/* How many elements are not zero. */
ArgKernel kernel_count_nonzero(DType type);

/* ---- order: nan sorts last ---- */

/* Sorts n adjacent elements in place. */
typedef void (*SortKernel)(char *data, intptr_t n);
SortKernel kernel_sort(DType type);

/* Sorts the n indices in `order` (start: 0 .. n-1) by the elements they mean: quick as NumPy's
 * default kind, ties in the same places; stable with `scratch` for n indices. */
typedef void (*ArgsortKernel)(const char *data, int64_t *order, intptr_t n, int64_t *scratch);
ArgsortKernel kernel_argsort(DType type);
ArgsortKernel kernel_argsort_stable(DType type);

/* searchsorted: for each key the number of elements below it (left), or not above it (right).
 * ptrs and strides: sorted, keys, int64 output. */
typedef void (*SearchKernel)(char **ptrs, const intptr_t *strides, intptr_t sorted, intptr_t keys);
SearchKernel kernel_search(DType type, bool right);

/* ---- flags ---- */

enum {
    KERNEL_DIVIDE = 1,    /* "divide by zero encountered in %s" */
    KERNEL_OVERFLOW = 2,  /* "overflow encountered in %s" */
    KERNEL_UNDERFLOW = 4, /* "underflow encountered in %s" (ignored unless asked for) */
    KERNEL_INVALID = 8,   /* "invalid value encountered in %s" */
    KERNEL_NEGATIVE_POWER =
        16 /* ValueError: Integers to negative integer powers are not allowed. */
};

/* Forgets all flags. */
void kernel_flags_clear(void);

/* The flags raised since they were last cleared, and clears them. */
unsigned kernel_flags_take(void);

#endif
