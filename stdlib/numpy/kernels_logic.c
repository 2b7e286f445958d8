/* Comparisons, logic, bits, and the greater or lesser of two. Where the sign makes no difference
 * only the unsigned loop is here; kernel_find gives it to bools and signed integers as well. */
#include "stdlib/numpy/kernel_loops.h"

#include <tgmath.h>

#define equal_any a == b
#define not_equal_any a != b
#define less_any a < b
#define less_equal_any a <= b
#define logical_and_any (a != 0) & (b != 0)
#define logical_or_any (a != 0) | (b != 0)
#define logical_xor_any (a != 0) ^ (b != 0)
#define logical_not_any a == 0

#define DEFINE_EQUAL(_, NAME, name, T, U, ...)                                                     \
    BINARY(equal_##name, T, U, uint8_t, equal_any)                                                 \
    BINARY(not_equal_##name, T, U, uint8_t, not_equal_any)                                         \
    BINARY(logical_and_##name, T, U, uint8_t, logical_and_any)                                     \
    BINARY(logical_or_##name, T, U, uint8_t, logical_or_any)                                       \
    BINARY(logical_xor_##name, T, U, uint8_t, logical_xor_any)                                     \
    UNARY(logical_not_##name, T, U, uint8_t, logical_not_any)

DTYPES_UNSIGNED(DEFINE_EQUAL, )
DTYPES_FLOAT(DEFINE_EQUAL, )

/* a > b is b < a. */
static void swapped(Kernel kernel, char **ptrs, const intptr_t *strides, intptr_t n)
{
    kernel((char *[]){ptrs[1], ptrs[0], ptrs[2]},
           (const intptr_t[]){strides[1], strides[0], strides[2]}, n);
}

#define DEFINE_ORDER(_, NAME, name, T, U, ...)                                                     \
    BINARY(less_##name, T, U, uint8_t, less_any)                                                   \
    BINARY(less_equal_##name, T, U, uint8_t, less_equal_any)                                       \
    static void greater_##name(char **ptrs, const intptr_t *strides, intptr_t n)                   \
    {                                                                                              \
        swapped(less_##name, ptrs, strides, n);                                                    \
    }                                                                                              \
    static void greater_equal_##name(char **ptrs, const intptr_t *strides, intptr_t n)             \
    {                                                                                              \
        swapped(less_equal_##name, ptrs, strides, n);                                              \
    }

DTYPES_INT(DEFINE_ORDER, )
DTYPES_FLOAT(DEFINE_ORDER, )

/* maximum and minimum answer nan if either is one, fmax and fmin if both are. */
#define maximum_int a > b ? a : b
#define minimum_int a < b ? a : b
#define maximum_float ((a >= b) | (a != a)) ? a : b
#define minimum_float ((a <= b) | (a != a)) ? a : b
#define fmax_float ((a >= b) | (b != b)) ? a : b
#define fmin_float ((a <= b) | (b != b)) ? a : b

#define DEFINE_EXTREME_INT(_, NAME, name, T, U, ...)                                               \
    BINARY(maximum_##name, T, U, T, maximum_int)                                                   \
    BINARY(minimum_##name, T, U, T, minimum_int)
#define DEFINE_EXTREME_FLOAT(_, NAME, name, T, U, ...)                                             \
    BINARY(maximum_##name, T, U, T, maximum_float)                                                 \
    BINARY(minimum_##name, T, U, T, minimum_float)                                                 \
    BINARY(fmax_##name, T, U, T, fmax_float)                                                       \
    BINARY(fmin_##name, T, U, T, fmin_float)

DTYPES_INT(DEFINE_EXTREME_INT, )
DTYPES_FLOAT(DEFINE_EXTREME_FLOAT, )

/* A shift by the width or more (or by a negative count) shifts everything out. */
#define WIDTH (8 * sizeof(T))
#define left_shift_int likely(b < WIDTH) ? (uint64_t)a << b : 0
#define right_shift_signed likely((U)b < WIDTH) ? a >> b : a < 0 ? -1 : 0
#define right_shift_unsigned likely(b < WIDTH) ? a >> b : 0

#define DEFINE_BITS(_, NAME, name, T, U, ...)                                                      \
    BINARY(bitwise_and_##name, T, U, T, a &b)                                                      \
    BINARY(bitwise_or_##name, T, U, T, a | b)                                                      \
    BINARY(bitwise_xor_##name, T, U, T, a ^ b)                                                     \
    BINARY(left_shift_##name, T, U, T, left_shift_int)                                             \
    UNARY(invert_##name, T, U, T, ~a)
#define DEFINE_SHIFT(kind, NAME, name, T, U, ...)                                                  \
    BINARY(right_shift_##name, T, U, T, right_shift_##kind)

DTYPES_UNSIGNED(DEFINE_BITS, )
DTYPES_SIGNED(DEFINE_SHIFT, signed)
DTYPES_UNSIGNED(DEFINE_SHIFT, unsigned)

/* ---- tests: every integer is finite ---- */

#define DEFINE_TEST_INT(_, NAME, name, T, U, ...)                                                  \
    UNARY(isnan_##name, T, U, uint8_t, ((void)a, 0))                                               \
    UNARY(isfinite_##name, T, U, uint8_t, ((void)a, 1))
#define DEFINE_TEST_FLOAT(_, NAME, name, T, U, ...)                                                \
    UNARY(isnan_##name, T, U, uint8_t, a != a)                                                     \
    UNARY(isinf_##name, T, U, uint8_t, fabs(a) == (T)INFINITY)                                     \
    UNARY(isfinite_##name, T, U, uint8_t, fabs(a) < (T)INFINITY)                                   \
    UNARY(signbit_##name, T, U, uint8_t, signbit(a) != 0)

DTYPES_UNSIGNED(DEFINE_TEST_INT, )
DTYPES_FLOAT(DEFINE_TEST_FLOAT, )

#define ROW_EQUAL(op)                                                                              \
    {                                                                                              \
        DTYPES_UNSIGNED(ENTRY, op) DTYPES_FLOAT(ENTRY, op)                                         \
    }
#define ROW_ORDER(op)                                                                              \
    {                                                                                              \
        DTYPES_INT(ENTRY, op) DTYPES_FLOAT(ENTRY, op)                                              \
    }
#define ROW_BITS(op)                                                                               \
    {                                                                                              \
        DTYPES_UNSIGNED(ENTRY, op)                                                                 \
    }
#define ROW_INT(op)                                                                                \
    {                                                                                              \
        DTYPES_INT(ENTRY, op)                                                                      \
    }
#define ROW_FLOAT(op)                                                                              \
    {                                                                                              \
        DTYPES_FLOAT(ENTRY, op)                                                                    \
    }

static const Kernel table[KERNEL_COUNT][DTYPE_COUNT] = {
    [K_EQUAL] = ROW_EQUAL(equal),
    [K_NOT_EQUAL] = ROW_EQUAL(not_equal),
    [K_LESS] = ROW_ORDER(less),
    [K_LESS_EQUAL] = ROW_ORDER(less_equal),
    [K_GREATER] = ROW_ORDER(greater),
    [K_GREATER_EQUAL] = ROW_ORDER(greater_equal),
    [K_LOGICAL_AND] = ROW_EQUAL(logical_and),
    [K_LOGICAL_OR] = ROW_EQUAL(logical_or),
    [K_LOGICAL_XOR] = ROW_EQUAL(logical_xor),
    [K_LOGICAL_NOT] = ROW_EQUAL(logical_not),
    [K_MAXIMUM] = ROW_ORDER(maximum),
    [K_MINIMUM] = ROW_ORDER(minimum),
    [K_FMAX] = {DTYPES_INT(ENTRY, maximum) DTYPES_FLOAT(ENTRY, fmax)},
    [K_FMIN] = {DTYPES_INT(ENTRY, minimum) DTYPES_FLOAT(ENTRY, fmin)},
    [K_BITWISE_AND] = ROW_BITS(bitwise_and),
    [K_BITWISE_OR] = ROW_BITS(bitwise_or),
    [K_BITWISE_XOR] = ROW_BITS(bitwise_xor),
    [K_INVERT] = {[DT_BOOL] = logical_not_uint8, DTYPES_UNSIGNED(ENTRY, invert)},
    [K_LEFT_SHIFT] = ROW_BITS(left_shift),
    [K_RIGHT_SHIFT] = ROW_INT(right_shift),
    [K_ISNAN] = ROW_EQUAL(isnan),
    [K_ISINF] = {DTYPES_UNSIGNED(ENTRY, isnan) DTYPES_FLOAT(ENTRY, isinf)},
    [K_ISFINITE] = ROW_EQUAL(isfinite),
    [K_SIGNBIT] = ROW_FLOAT(signbit),
};

KernelRow kernels_logic_row(KernelOp op)
{
    return table[op];
}
