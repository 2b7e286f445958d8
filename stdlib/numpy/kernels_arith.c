/* Arithmetic: integers wrap around, division follows Python's signs, the rest follows IEEE 754.
 * Where the sign makes no difference only the unsigned loop is here; kernel_find gives it to signed
 * integers as well. */
#include "stdlib/numpy/kernel_loops.h"

#include <tgmath.h>

/* ---- sums and products; the 1u keeps 16-bit products from overflowing int ---- */

#define add_bool a | b
#define add_int a + b
#define add_float a + b
#define subtract_int a - b
#define subtract_float a - b
#define multiply_bool a &b
#define multiply_int 1u * a *b
#define multiply_float a *b
#define divide_float a / b
#define square_int 1u * a *a
#define square_float a *a
#define negative_int 0u - a
#define negative_float -a
#define positive_int a
#define positive_float a
#define absolute_signed a < 0 ? 0u - (U)a : (U)a
#define absolute_unsigned a
#define absolute_float fabs(a)
#define sign_signed (a > 0) - (a < 0)
#define sign_unsigned a > 0
#define sign_float a > 0 ? (T)1 : a < 0 ? (T)-1 : a == 0 ? (T)0 : a
#define conjugate_int a
#define conjugate_float a

/* ---- integer division ---- */

static cold_fn void raise_divide(void)
{
    kernel_raise(KERNEL_DIVIDE);
}

static cold_fn void raise_overflow(void)
{
    kernel_raise(KERNEL_OVERFLOW);
}

#define DIVISION_SIGNED(_, NAME, name, T, U, ...)                                                  \
    static inline T floor_quotient_##name(T a, T b)                                                \
    {                                                                                              \
        if (unlikely(b == 0)) {                                                                    \
            raise_divide();                                                                        \
            return 0;                                                                              \
        }                                                                                          \
        if (unlikely(b == -1)) {                                                                   \
            T negated = (T)(0u - (U)a);                                                            \
            if (negated == a && a != 0)                                                            \
                raise_overflow();                                                                  \
            return negated;                                                                        \
        }                                                                                          \
        T quotient = (T)(a / b);                                                                   \
        return (T)(quotient - ((a % b != 0) & ((a < 0) != (b < 0))));                              \
    }                                                                                              \
    static inline T c_remainder_##name(T a, T b)                                                   \
    {                                                                                              \
        if (unlikely(b == 0)) {                                                                    \
            raise_divide();                                                                        \
            return 0;                                                                              \
        }                                                                                          \
        return b == -1 ? 0 : (T)(a % b);                                                           \
    }                                                                                              \
    static inline T floor_remainder_##name(T a, T b)                                               \
    {                                                                                              \
        T rest = c_remainder_##name(a, b);                                                         \
        return rest != 0 && (rest < 0) != (b < 0) ? (T)(rest + b) : rest;                          \
    }                                                                                              \
    static inline T power_of_##name(T a, T b)                                                      \
    {                                                                                              \
        if (b < 0) {                                                                               \
            kernel_raise(KERNEL_NEGATIVE_POWER);                                                   \
            return 0;                                                                              \
        }                                                                                          \
        uint64_t result = 1, factor = (uint64_t)(int64_t)a;                                        \
        for (U n = (U)b; n != 0; n = (U)(n >> 1), factor *= factor)                                \
            result *= n & 1 ? factor : 1;                                                          \
        return (T)result;                                                                          \
    }

#define DIVISION_UNSIGNED(_, NAME, name, T, ...)                                                   \
    static inline T floor_quotient_##name(T a, T b)                                                \
    {                                                                                              \
        if (unlikely(b == 0)) {                                                                    \
            raise_divide();                                                                        \
            return 0;                                                                              \
        }                                                                                          \
        return a / b;                                                                              \
    }                                                                                              \
    static inline T c_remainder_##name(T a, T b)                                                   \
    {                                                                                              \
        if (unlikely(b == 0)) {                                                                    \
            raise_divide();                                                                        \
            return 0;                                                                              \
        }                                                                                          \
        return a % b;                                                                              \
    }                                                                                              \
    static inline T floor_remainder_##name(T a, T b)                                               \
    {                                                                                              \
        return c_remainder_##name(a, b);                                                           \
    }                                                                                              \
    static inline T power_of_##name(T a, T b)                                                      \
    {                                                                                              \
        uint64_t result = 1, factor = a;                                                           \
        for (; b != 0; b >>= 1, factor *= factor)                                                  \
            result *= b & 1 ? factor : 1;                                                          \
        return (T)result;                                                                          \
    }

DTYPES_SIGNED(DIVISION_SIGNED, )
DTYPES_UNSIGNED(DIVISION_UNSIGNED, )

/* ---- float division: the quotient is rounded to the integer that fits the remainder, and the
 * remainder takes the divisor's sign; isless raises no flag for a nan, as < does ---- */

#define DIVISION_FLOAT(_, NAME, name, T, ...)                                                      \
    static inline T floor_remainder_##name(T a, T b)                                               \
    {                                                                                              \
        T rest = fmod(a, b);                                                                       \
        if (b == 0)                                                                                \
            return rest;                                                                           \
        if (rest == 0)                                                                             \
            return copysign((T)0, b);                                                              \
        return isless(b, (T)0) != isless(rest, (T)0) ? rest + b : rest;                            \
    }                                                                                              \
    static inline T floor_quotient_##name(T a, T b)                                                \
    {                                                                                              \
        if (b == 0)                                                                                \
            return a / b;                                                                          \
        T rest = fmod(a, b), quotient = (a - rest) / b;                                            \
        if (rest != 0 && isless(b, (T)0) != isless(rest, (T)0))                                    \
            quotient -= 1;                                                                         \
        if (quotient == 0)                                                                         \
            return copysign((T)0, a / b);                                                          \
        T whole = floor(quotient);                                                                 \
        return isgreater(quotient - whole, (T)0.5) ? whole + 1 : whole;                            \
    }                                                                                              \
    static inline T power_of_##name(T a, T b)                                                      \
    {                                                                                              \
        return pow(a, b);                                                                          \
    }                                                                                              \
    static inline T c_remainder_##name(T a, T b)                                                   \
    {                                                                                              \
        return fmod(a, b);                                                                         \
    }

DTYPES_FLOAT(DIVISION_FLOAT, )

#define DEFINE_DIVISION(_, NAME, name, T, U, ...)                                                  \
    BINARY_SLOW(floor_divide_##name, T, U, T, floor_quotient_##name(a, b))                         \
    BINARY_SLOW(remainder_##name, T, U, T, floor_remainder_##name(a, b))                           \
    BINARY_SLOW(fmod_##name, T, U, T, c_remainder_##name(a, b))                                    \
    BINARY_SLOW(power_##name, T, U, T, power_of_##name(a, b))

DTYPES_INT(DEFINE_DIVISION, )
DTYPES_FLOAT(DEFINE_DIVISION, )

/* ---- 1 / a: in integers only 1 and -1 have one, and 0 the double's infinity cut to fit ---- */

static cold_fn uint64_t reciprocal_of_zero(uint64_t cut)
{
    kernel_raise(KERNEL_DIVIDE | KERNEL_INVALID);
    return cut;
}

#define LEAST_OR_ZERO (sizeof(T) < 4 ? 0 : UINT64_MAX << (8 * sizeof(T) - 1))
#define reciprocal_signed                                                                          \
    unlikely(a == 0) ? reciprocal_of_zero(LEAST_OR_ZERO) : a == 1 || a == -1 ? (uint64_t)a : 0
#define reciprocal_unsigned unlikely(a == 0) ? reciprocal_of_zero(0) : a == 1
#define reciprocal_float 1 / a

/* ---- greatest common divisors ---- */

static uint64_t gcd_of(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static uint64_t lcm_of(uint64_t a, uint64_t b)
{
    uint64_t divisor = gcd_of(a, b);
    return divisor == 0 ? 0 : a / divisor * b;
}

#define magnitude_signed(x) (x < 0 ? 0 - (uint64_t)x : (uint64_t)x)
#define gcd_signed gcd_of(magnitude_signed(a), magnitude_signed(b))
#define gcd_unsigned gcd_of(a, b)
#define lcm_signed lcm_of(magnitude_signed(a), magnitude_signed(b))
#define lcm_unsigned lcm_of(a, b)

/* ---- the loops ---- */

#define DEFINE_BOOL(op, NAME, name, T, U, ...)                                                     \
    BINARY(add_##name, T, U, T, add_bool)                                                          \
    BINARY(multiply_##name, T, U, T, multiply_bool)
#define DEFINE_NUMBER(kind, NAME, name, T, U, ...)                                                 \
    BINARY(add_##name, T, U, T, add_##kind)                                                        \
    BINARY(subtract_##name, T, U, T, subtract_##kind)                                              \
    BINARY(multiply_##name, T, U, T, multiply_##kind)                                              \
    UNARY(square_##name, T, U, T, square_##kind)                                                   \
    UNARY(negative_##name, T, U, T, negative_##kind)                                               \
    UNARY(positive_##name, T, U, T, positive_##kind)                                               \
    UNARY(conjugate_##name, T, U, T, conjugate_##kind)
#define DEFINE_SIGN(kind, NAME, name, T, U, ...)                                                   \
    UNARY(absolute_##name, T, U, T, absolute_##kind)                                               \
    UNARY(sign_##name, T, U, T, sign_##kind)                                                       \
    UNARY(reciprocal_##name, T, U, T, reciprocal_##kind)
#define DEFINE_GCD(kind, NAME, name, T, U, ...)                                                    \
    BINARY_SLOW(gcd_##name, T, U, T, gcd_##kind)                                                   \
    BINARY_SLOW(lcm_##name, T, U, T, lcm_##kind)
#define DEFINE_FLOAT(op, NAME, name, T, U, ...) BINARY(divide_##name, T, U, T, divide_float)

DTYPES_BOOL(DEFINE_BOOL, )
DTYPES_UNSIGNED(DEFINE_NUMBER, int)
DTYPES_FLOAT(DEFINE_NUMBER, float)
DTYPES_SIGNED(DEFINE_SIGN, signed)
DTYPES_UNSIGNED(DEFINE_SIGN, unsigned)
DTYPES_FLOAT(DEFINE_SIGN, float)
DTYPES_SIGNED(DEFINE_GCD, signed)
DTYPES_UNSIGNED(DEFINE_GCD, unsigned)
DTYPES_FLOAT(DEFINE_FLOAT, )

#define ROW_WRAP(op)                                                                               \
    {                                                                                              \
        DTYPES_UNSIGNED(ENTRY, op) DTYPES_FLOAT(ENTRY, op)                                         \
    }
#define ROW_NUMBER(op)                                                                             \
    {                                                                                              \
        DTYPES_INT(ENTRY, op) DTYPES_FLOAT(ENTRY, op)                                              \
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
    [K_ADD] = {[DT_BOOL] = add_bool8, DTYPES_UNSIGNED(ENTRY, add) DTYPES_FLOAT(ENTRY, add)},
    [K_SUBTRACT] = ROW_WRAP(subtract),
    [K_MULTIPLY] = {[DT_BOOL] = multiply_bool8,
                    DTYPES_UNSIGNED(ENTRY, multiply) DTYPES_FLOAT(ENTRY, multiply)},
    [K_DIVIDE] = ROW_FLOAT(divide),
    [K_FLOOR_DIVIDE] = ROW_NUMBER(floor_divide),
    [K_REMAINDER] = ROW_NUMBER(remainder),
    [K_FMOD] = ROW_NUMBER(fmod),
    [K_POWER] = ROW_NUMBER(power),
    [K_FLOAT_POWER] = {[DT_FLOAT64] = power_float64},
    [K_GCD] = ROW_INT(gcd),
    [K_LCM] = ROW_INT(lcm),
    [K_NEGATIVE] = ROW_WRAP(negative),
    [K_POSITIVE] = ROW_WRAP(positive),
    [K_ABSOLUTE] = ROW_NUMBER(absolute),
    [K_FABS] = {[DT_FLOAT32] = absolute_float32, [DT_FLOAT64] = absolute_float64},
    [K_SIGN] = ROW_NUMBER(sign),
    [K_SQUARE] = ROW_WRAP(square),
    [K_RECIPROCAL] = ROW_NUMBER(reciprocal),
    [K_CONJUGATE] = ROW_WRAP(conjugate),
};

KernelRow kernels_arith_row(KernelOp op)
{
    return table[op];
}
