/* Reductions. Floats are summed by pairs of halves, blocks of at most 128 in eight strands (Higham,
 * "The accuracy of floating point summation", 1993), in exactly NumPy's order of additions. */
#include "stdlib/numpy/kernel_loops.h"

enum { PAIRWISE_BLOCK = 128 };

#define AT(T, i) (*(const T *)(in + (i)*stride))

/* `step` is `stride`, or the element's size where the caller knows it: then the loads are plain. */
#define DEFINE_PAIRWISE(_, NAME, name, T, ...)                                                     \
    static always_inline T block_sum_##name(const char *in, intptr_t stride, intptr_t n)           \
    {                                                                                              \
        T sum = 0;                                                                                 \
        intptr_t i = 0;                                                                            \
        if (n >= 8) {                                                                              \
            T strand[8];                                                                           \
            for (int j = 0; j < 8; j++)                                                            \
                strand[j] = AT(T, j);                                                              \
            for (i = 8; i < n - n % 8; i += 8) {                                                   \
                for (int j = 0; j < 8; j++)                                                        \
                    strand[j] += AT(T, i + j);                                                     \
            }                                                                                      \
            sum = ((strand[0] + strand[1]) + (strand[2] + strand[3])) +                            \
                  ((strand[4] + strand[5]) + (strand[6] + strand[7]));                             \
        }                                                                                          \
        for (; i < n; i++)                                                                         \
            sum += AT(T, i);                                                                       \
        return sum;                                                                                \
    }                                                                                              \
    static T pairwise_##name(const char *in, intptr_t stride, intptr_t n)                          \
    {                                                                                              \
        if (n <= PAIRWISE_BLOCK)                                                                   \
            return stride == sizeof(T) ? block_sum_##name(in, sizeof(T), n)                        \
                                       : block_sum_##name(in, stride, n);                          \
        intptr_t half = n / 2;                                                                     \
        half -= half % 8;                                                                          \
        return pairwise_##name(in, stride, half) +                                                 \
               pairwise_##name(in + half * stride, stride, n - half);                              \
    }                                                                                              \
    static void sum_##name(char *acc, const char *in, intptr_t stride, intptr_t n)                 \
    {                                                                                              \
        *(T *)acc += pairwise_##name(in, stride, n);                                               \
    }

DTYPES_FLOAT(DEFINE_PAIRWISE, )

/* An inner reduction over adjacent or spread elements: `step` folds v into a. */
#define FOLD(fn, T, A, step)                                                                       \
    static void fn(char *acc, const char *in, intptr_t stride, intptr_t n)                         \
    {                                                                                              \
        A a = *(A *)acc;                                                                           \
        if (stride == sizeof(T)) {                                                                 \
            for (intptr_t i = 0; i < n; i++) {                                                     \
                T v = ((const T *)in)[i];                                                          \
                step;                                                                              \
            }                                                                                      \
        } else {                                                                                   \
            for (intptr_t i = 0; i < n; i++) {                                                     \
                T v = AT(T, i);                                                                    \
                step;                                                                              \
            }                                                                                      \
        }                                                                                          \
        *(A *)acc = a;                                                                             \
    }

/* The same in eight strands where the order does not matter but the compiler may not know. */
#define FOLD_STRANDS(fn, T, step)                                                                  \
    static void fn(char *acc, const char *in, intptr_t stride, intptr_t n)                         \
    {                                                                                              \
        T strand[8], first = *(T *)acc;                                                            \
        intptr_t i = 0;                                                                            \
        if (stride == sizeof(T) && n >= 16) {                                                      \
            const T *values = (const T *)in;                                                       \
            for (int j = 0; j < 8; j++)                                                            \
                strand[j] = first;                                                                 \
            for (; i + 8 <= n; i += 8) {                                                           \
                for (int j = 0; j < 8; j++) {                                                      \
                    T a = strand[j], v = values[i + j];                                            \
                    step;                                                                          \
                    strand[j] = a;                                                                 \
                }                                                                                  \
            }                                                                                      \
            for (int j = 0; j < 8; j++) {                                                          \
                T a = first, v = strand[j];                                                        \
                step;                                                                              \
                first = a;                                                                         \
            }                                                                                      \
        }                                                                                          \
        for (; i < n; i++) {                                                                       \
            T a = first, v = AT(T, i);                                                             \
            step;                                                                                  \
            first = a;                                                                             \
        }                                                                                          \
        *(T *)acc = first;                                                                         \
    }

/* A row into a row of accumulators. */
#define ACROSS(fn, T, A, step)                                                                     \
    static void fn(char **ptrs, const intptr_t *strides, intptr_t n)                               \
    {                                                                                              \
        char *accs = ptrs[0];                                                                      \
        const char *in = ptrs[1];                                                                  \
        intptr_t stride = strides[1];                                                              \
        if (strides[0] == sizeof(A) && stride == sizeof(T)) {                                      \
            NO_OVERLAP for (intptr_t i = 0; i < n; i++)                                            \
            {                                                                                      \
                A a = ((A *)accs)[i];                                                              \
                T v = ((const T *)in)[i];                                                          \
                step;                                                                              \
                ((A *)accs)[i] = a;                                                                \
            }                                                                                      \
        } else {                                                                                   \
            for (intptr_t i = 0; i < n; i++) {                                                     \
                A a = *(A *)(accs + i * strides[0]);                                               \
                T v = AT(T, i);                                                                    \
                step;                                                                              \
                *(A *)(accs + i * strides[0]) = a;                                                 \
            }                                                                                      \
        }                                                                                          \
    }

/* Prefixes; the first element starts. */
#define RUNNING(fn, T, A, step)                                                                    \
    static void fn(char **ptrs, const intptr_t *strides, intptr_t n)                               \
    {                                                                                              \
        const char *in = ptrs[0];                                                                  \
        intptr_t stride = strides[0];                                                              \
        if (n <= 0)                                                                                \
            return;                                                                                \
        A a = (A)AT(T, 0);                                                                         \
        *(A *)ptrs[1] = a;                                                                         \
        for (intptr_t i = 1; i < n; i++) {                                                         \
            T v = AT(T, i);                                                                        \
            step;                                                                                  \
            *(A *)(ptrs[1] + i * strides[1]) = a;                                                  \
        }                                                                                          \
    }

/* Integers wrap, so they are folded in the unsigned twin of the accumulator. */
#define SUM_STEP a += (__typeof__(a))v
#define PROD_STEP a *= (__typeof__(a))v
#define MIN_INT a = v < a ? v : a
#define MAX_INT a = v > a ? v : a
#define MIN_FLOAT a = ((v <= a) | (v != v)) ? v : a
#define MAX_FLOAT a = ((v >= a) | (v != v)) ? v : a

#define DEFINE_WIDE(_, NAME, name, T, ...)                                                         \
    FOLD(sum_##name, T, uint64_t, SUM_STEP)                                                        \
    FOLD(prod_##name, T, uint64_t, PROD_STEP)                                                      \
    ACROSS(sum_across_##name, T, uint64_t, SUM_STEP)                                               \
    ACROSS(prod_across_##name, T, uint64_t, PROD_STEP)                                             \
    RUNNING(sum_running_##name, T, uint64_t, SUM_STEP)                                             \
    RUNNING(prod_running_##name, T, uint64_t, PROD_STEP)                                           \
    FOLD(min_##name, T, T, MIN_INT)                                                                \
    FOLD(max_##name, T, T, MAX_INT)                                                                \
    ACROSS(min_across_##name, T, T, MIN_INT)                                                       \
    ACROSS(max_across_##name, T, T, MAX_INT)                                                       \
    RUNNING(min_running_##name, T, T, MIN_INT)                                                     \
    RUNNING(max_running_##name, T, T, MAX_INT)
#define DEFINE_FLOAT(_, NAME, name, T, ...)                                                        \
    FOLD(prod_##name, T, T, PROD_STEP)                                                             \
    ACROSS(sum_across_##name, T, T, SUM_STEP)                                                      \
    ACROSS(prod_across_##name, T, T, PROD_STEP)                                                    \
    RUNNING(sum_running_##name, T, T, SUM_STEP)                                                    \
    RUNNING(prod_running_##name, T, T, PROD_STEP)                                                  \
    FOLD_STRANDS(min_##name, T, MIN_FLOAT)                                                         \
    FOLD_STRANDS(max_##name, T, MAX_FLOAT)                                                         \
    ACROSS(min_across_##name, T, T, MIN_FLOAT)                                                     \
    ACROSS(max_across_##name, T, T, MAX_FLOAT)                                                     \
    RUNNING(min_running_##name, T, T, MIN_FLOAT)                                                   \
    RUNNING(max_running_##name, T, T, MAX_FLOAT)

DTYPES_BOOL(DEFINE_WIDE, )
DTYPES_INT(DEFINE_WIDE, )
DTYPES_FLOAT(DEFINE_FLOAT, )

/* any and all stop at the first element that decides. */
#define DEFINE_TRUTH(_, NAME, name, T, ...)                                                        \
    static void any_##name(char *acc, const char *in, intptr_t stride, intptr_t n)                 \
    {                                                                                              \
        for (intptr_t i = 0; i < n && !*acc; i++)                                                  \
            *acc = AT(T, i) != 0;                                                                  \
    }                                                                                              \
    static void all_##name(char *acc, const char *in, intptr_t stride, intptr_t n)                 \
    {                                                                                              \
        for (intptr_t i = 0; i < n && *acc; i++)                                                   \
            *acc = AT(T, i) != 0;                                                                  \
    }                                                                                              \
    ACROSS(any_across_##name, T, uint8_t, a |= v != 0)                                             \
    ACROSS(all_across_##name, T, uint8_t, a &= v != 0)                                             \
    static intptr_t count_##name(const char *in, intptr_t stride, intptr_t n)                      \
    {                                                                                              \
        intptr_t count = 0;                                                                        \
        if (stride == sizeof(T)) {                                                                 \
            for (intptr_t i = 0; i < n; i++)                                                       \
                count += ((const T *)in)[i] != 0;                                                  \
        } else {                                                                                   \
            for (intptr_t i = 0; i < n; i++)                                                       \
                count += AT(T, i) != 0;                                                            \
        }                                                                                          \
        return count;                                                                              \
    }

DTYPES(DEFINE_TRUTH, )

/* ---- where the extremes are ---- */

#define ARG_EXTREME(fn, T, better)                                                                 \
    static intptr_t fn(const char *in, intptr_t stride, intptr_t n)                                \
    {                                                                                              \
        T a = AT(T, 0);                                                                            \
        intptr_t best = 0;                                                                         \
        for (intptr_t i = 1; i < n && a == a; i++) {                                               \
            T v = AT(T, i);                                                                        \
            if (better) {                                                                          \
                a = v;                                                                             \
                best = i;                                                                          \
            }                                                                                      \
        }                                                                                          \
        return best;                                                                               \
    }

/* !(v >= a) is also true of a nan, which then ends the search. */
#define DEFINE_ARG(_, NAME, name, T, ...)                                                          \
    ARG_EXTREME(argmin_##name, T, !(v >= a))                                                       \
    ARG_EXTREME(argmax_##name, T, !(v <= a))

DTYPES(DEFINE_ARG, )

/* ---- the tables ---- */

#define REDUCTION_ENTRY(op, NAME, name, ...)                                                       \
    [DT_##NAME] = {DT_##NAME, op##_##name, op##_across_##name, op##_running_##name},
#define WIDE_SIGNED(op, NAME, name, ...)                                                           \
    [DT_##NAME] = {DT_INT64, op##_##name, op##_across_##name, op##_running_##name},
#define WIDE_UNSIGNED(op, NAME, name, ...)                                                         \
    [DT_##NAME] = {DT_UINT64, op##_##name, op##_across_##name, op##_running_##name},
#define TRUTH_ENTRY(op, NAME, name, ...)                                                           \
    [DT_##NAME] = {DT_BOOL, op##_##name, op##_across_##name, NULL},

#define ROW_WIDE(op)                                                                               \
    {                                                                                              \
        DTYPES_BOOL(WIDE_SIGNED, op)                                                               \
        DTYPES_SIGNED(WIDE_SIGNED, op)                                                             \
        DTYPES_UNSIGNED(WIDE_UNSIGNED, op) DTYPES_FLOAT(REDUCTION_ENTRY, op)                       \
    }
#define ROW_SAME(op)                                                                               \
    {                                                                                              \
        DTYPES(REDUCTION_ENTRY, op)                                                                \
    }
#define ROW_TRUTH(op)                                                                              \
    {                                                                                              \
        DTYPES(TRUTH_ENTRY, op)                                                                    \
    }

static const Reduction reductions[REDUCE_COUNT][DTYPE_COUNT] = {
#define X(NAME, name, class) [REDUCE_##NAME] = ROW_##class(name),
    REDUCTIONS(X)
#undef X
};

static const ArgKernel argmins[DTYPE_COUNT] = {DTYPES(ENTRY, argmin)};
static const ArgKernel argmaxs[DTYPE_COUNT] = {DTYPES(ENTRY, argmax)};
static const ArgKernel counts[DTYPE_COUNT] = {DTYPES(ENTRY, count)};

Reduction kernel_reduction(ReduceOp op, DType type)
{
    return reductions[op][type];
}

ArgKernel kernel_argmin(DType type)
{
    return argmins[type];
}

ArgKernel kernel_argmax(DType type)
{
    return argmaxs[type];
}

ArgKernel kernel_count_nonzero(DType type)
{
    return counts[type];
}
