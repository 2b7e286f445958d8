/* The functions of floats: the C library's, element by element (at most 1 ulp off, and not always
 * the last bit of a NumPy that was built with vector code for its processor). */
#include "stdlib/numpy/kernel_loops.h"

#include <tgmath.h>

#define LOG_2 0.693147180559945309417232121458176568
#define PI 3.141592653589793238462643383279502884

/* log(exp(a) + exp(b)) and its like to base 2, without overflow on the way. */
#define DEFINE_LOGADDEXP(_, NAME, name, T, ...)                                                    \
    static inline T logaddexp_of_##name(T a, T b)                                                  \
    {                                                                                              \
        if (a == b)                                                                                \
            return a + (T)LOG_2;                                                                   \
        T difference = a - b;                                                                      \
        if (difference > 0)                                                                        \
            return a + log1p(exp(-difference));                                                    \
        return difference <= 0 ? b + log1p(exp(difference)) : difference;                          \
    }                                                                                              \
    static inline T log2_1p_##name(T a)                                                            \
    {                                                                                              \
        return (T)(1 / LOG_2) * log1p(a);                                                          \
    }                                                                                              \
    static inline T logaddexp2_of_##name(T a, T b)                                                 \
    {                                                                                              \
        if (a == b)                                                                                \
            return a + 1;                                                                          \
        T difference = a - b;                                                                      \
        if (difference > 0)                                                                        \
            return a + log2_1p_##name(exp2(-difference));                                          \
        return difference <= 0 ? b + log2_1p_##name(exp2(difference)) : difference;                \
    }

DTYPES_FLOAT(DEFINE_LOGADDEXP, )

/* X(numpy's name, C expression) */
#define UNARY_MATH(X)                                                                              \
    X(sqrt, sqrt(a))                                                                               \
    X(cbrt, cbrt(a))                                                                               \
    X(exp, exp(a))                                                                                 \
    X(exp2, exp2(a))                                                                               \
    X(expm1, expm1(a))                                                                             \
    X(log, log(a))                                                                                 \
    X(log2, log2(a))                                                                               \
    X(log10, log10(a))                                                                             \
    X(log1p, log1p(a))                                                                             \
    X(sin, sin(a))                                                                                 \
    X(cos, cos(a))                                                                                 \
    X(tan, tan(a))                                                                                 \
    X(arcsin, asin(a))                                                                             \
    X(arccos, acos(a))                                                                             \
    X(arctan, atan(a))                                                                             \
    X(sinh, sinh(a))                                                                               \
    X(cosh, cosh(a))                                                                               \
    X(tanh, tanh(a))                                                                               \
    X(arcsinh, asinh(a))                                                                           \
    X(arccosh, acosh(a))                                                                           \
    X(arctanh, atanh(a))                                                                           \
    X(floor, floor(a))                                                                             \
    X(ceil, ceil(a))                                                                               \
    X(rint, rint(a))                                                                               \
    X(trunc, trunc(a))                                                                             \
    X(deg2rad, a *((T)PI / (T)180))                                                                \
    X(rad2deg, a *((T)180 / (T)PI))

#define BINARY_MATH(X)                                                                             \
    X(arctan2, atan2(a, b))                                                                        \
    X(hypot, hypot(a, b))                                                                          \
    X(copysign, copysign(a, b))                                                                    \
    X(nextafter, nextafter(a, b))                                                                  \
    X(heaviside, a<0 ? 0 : a> 0 ? 1 : a == 0 ? b : a)

#define X(op, ...)                                                                                 \
    UNARY(op##_float32, float, uint32_t, float, __VA_ARGS__)                                       \
    UNARY(op##_float64, double, uint64_t, double, __VA_ARGS__)
UNARY_MATH(X)
#undef X

#define X(op, ...)                                                                                 \
    BINARY_SLOW(op##_float32, float, uint32_t, float, __VA_ARGS__)                                 \
    BINARY_SLOW(op##_float64, double, uint64_t, double, __VA_ARGS__)
BINARY_MATH(X)
#undef X

#define DEFINE_LOGADD(_, NAME, name, T, U, ...)                                                    \
    BINARY_SLOW(logaddexp_##name, T, U, T, logaddexp_of_##name(a, b))                              \
    BINARY_SLOW(logaddexp2_##name, T, U, T, logaddexp2_of_##name(a, b))
DTYPES_FLOAT(DEFINE_LOGADD, )

#define ROW(op)                                                                                    \
    {                                                                                              \
        DTYPES_FLOAT(ENTRY, op)                                                                    \
    }

static const Kernel table[KERNEL_COUNT][DTYPE_COUNT] = {
    [K_SQRT] = ROW(sqrt),
    [K_CBRT] = ROW(cbrt),
    [K_EXP] = ROW(exp),
    [K_EXP2] = ROW(exp2),
    [K_EXPM1] = ROW(expm1),
    [K_LOG] = ROW(log),
    [K_LOG2] = ROW(log2),
    [K_LOG10] = ROW(log10),
    [K_LOG1P] = ROW(log1p),
    [K_SIN] = ROW(sin),
    [K_COS] = ROW(cos),
    [K_TAN] = ROW(tan),
    [K_ARCSIN] = ROW(arcsin),
    [K_ARCCOS] = ROW(arccos),
    [K_ARCTAN] = ROW(arctan),
    [K_SINH] = ROW(sinh),
    [K_COSH] = ROW(cosh),
    [K_TANH] = ROW(tanh),
    [K_ARCSINH] = ROW(arcsinh),
    [K_ARCCOSH] = ROW(arccosh),
    [K_ARCTANH] = ROW(arctanh),
    [K_FLOOR] = ROW(floor),
    [K_CEIL] = ROW(ceil),
    [K_RINT] = ROW(rint),
    [K_TRUNC] = ROW(trunc),
    [K_DEG2RAD] = ROW(deg2rad),
    [K_RAD2DEG] = ROW(rad2deg),
    [K_ARCTAN2] = ROW(arctan2),
    [K_HYPOT] = ROW(hypot),
    [K_COPYSIGN] = ROW(copysign),
    [K_NEXTAFTER] = ROW(nextafter),
    [K_HEAVISIDE] = ROW(heaviside),
    [K_LOGADDEXP] = ROW(logaddexp),
    [K_LOGADDEXP2] = ROW(logaddexp2),
};

KernelRow kernels_math_row(KernelOp op)
{
    return table[op];
}
