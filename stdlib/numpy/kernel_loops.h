/* kernel_loops.h: the shapes of loops the kernels are made of, as macros; included by the kernel
 * files only. Each takes an expression over a (and b), in which T is the input's C type, U its
 * unsigned twin and R the result's. Adjacent elements and repeated scalars get loops of their own,
 * which the compiler turns into vector code: the caller's promise on overlap makes that sound.
 */
#ifndef STDLIB_NUMPY_KERNEL_LOOPS_H
#define STDLIB_NUMPY_KERNEL_LOOPS_H

#include "stdlib/numpy/kernels.h"

#if defined(__clang__)
#define NO_OVERLAP _Pragma("clang loop vectorize(assume_safety)")
#pragma STDC FP_CONTRACT OFF
/* Some loops cannot be vectorised: fine. Nothing may be computed early that raises flags. */
#pragma clang diagnostic ignored "-Wpass-failed"
#pragma float_control(except, on)
#else
#define NO_OVERLAP _Pragma("GCC ivdep")
#if defined(__SANITIZE_ADDRESS__)
/* O3 after instrumentation warns where nothing is wrong */
#pragma GCC optimize("fp-contract=off")
#else
#pragma GCC optimize("O3", "fp-contract=off")
#endif
#endif

/* One load of each input and one store per element. */
#define LOOP1(T_, U_, R_, A, O, ...)                                                               \
    NO_OVERLAP for (intptr_t i = 0; i < n; i++)                                                    \
    {                                                                                              \
        typedef T_ T;                                                                              \
        typedef U_ U;                                                                              \
        typedef R_ R;                                                                              \
        T a = A;                                                                                   \
        O = (R)(__VA_ARGS__);                                                                      \
        (void)(U)0;                                                                                \
    }
#define LOOP2(T_, U_, R_, A, B, O, ...)                                                            \
    NO_OVERLAP for (intptr_t i = 0; i < n; i++)                                                    \
    {                                                                                              \
        typedef T_ T;                                                                              \
        typedef U_ U;                                                                              \
        typedef R_ R;                                                                              \
        T a = A, b = B;                                                                            \
        O = (R)(__VA_ARGS__);                                                                      \
        (void)(U)0;                                                                                \
    }

#define UNARY(fn, T_, U_, R_, ...)                                                                 \
    static void fn(char **ptrs, const intptr_t *strides, intptr_t n)                               \
    {                                                                                              \
        const char *pa = ptrs[0];                                                                  \
        char *po = ptrs[1];                                                                        \
        intptr_t sa = strides[0], so = strides[1];                                                 \
        if (sa == sizeof(T_) && so == sizeof(R_)) {                                                \
            const T_ *va = (const T_ *)pa;                                                         \
            R_ *vo = (R_ *)po;                                                                     \
            LOOP1(T_, U_, R_, va[i], vo[i], __VA_ARGS__)                                           \
        } else {                                                                                   \
            LOOP1(T_, U_, R_, *(const T_ *)(pa + i * sa), *(R_ *)(po + i * so), __VA_ARGS__)       \
        }                                                                                          \
    }

#define BINARY_HEAD(fn)                                                                            \
    static void fn(char **ptrs, const intptr_t *strides, intptr_t n)                               \
    {                                                                                              \
        const char *pa = ptrs[0], *pb = ptrs[1];                                                   \
        char *po = ptrs[2];                                                                        \
        intptr_t sa = strides[0], sb = strides[1], so = strides[2];

#define BINARY_STRIDED(T_, U_, R_, ...)                                                            \
    LOOP2(T_, U_, R_, *(const T_ *)(pa + i * sa), *(const T_ *)(pb + i * sb),                      \
          *(R_ *)(po + i * so), __VA_ARGS__)

/* For what is cheap enough that the loads and stores count. */
#define BINARY(fn, T_, U_, R_, ...)                                                                \
    BINARY_HEAD(fn)                                                                                \
    const T_ *va = (const T_ *)pa, *vb = (const T_ *)pb;                                           \
    R_ *vo = (R_ *)po;                                                                             \
    const intptr_t step = sizeof(T_);                                                              \
    if (so != sizeof(R_) || n < 4) {                                                               \
        BINARY_STRIDED(T_, U_, R_, __VA_ARGS__)                                                    \
    } else if (sa == step && sb == step) {                                                         \
        LOOP2(T_, U_, R_, va[i], vb[i], vo[i], __VA_ARGS__)                                        \
    } else if (sa == step && sb == 0) {                                                            \
        const T_ right = *vb;                                                                      \
        LOOP2(T_, U_, R_, va[i], right, vo[i], __VA_ARGS__)                                        \
    } else if (sa == 0 && sb == step) {                                                            \
        const T_ left = *va;                                                                       \
        LOOP2(T_, U_, R_, left, vb[i], vo[i], __VA_ARGS__)                                         \
    } else {                                                                                       \
        BINARY_STRIDED(T_, U_, R_, __VA_ARGS__)                                                    \
    }                                                                                              \
    }

/* For what costs more than memory: one loop. */
#define BINARY_SLOW(fn, T_, U_, R_, ...)                                                           \
    BINARY_HEAD(fn) BINARY_STRIDED(T_, U_, R_, __VA_ARGS__)                                        \
    }

/* The rows of a file's table: functions op_name for the types of a group. */
#define ENTRY(op, NAME, name, ...) [DT_##NAME] = op##_##name,

/* Rows by operation, as each kernel file offers them; kernel_find looks through the files. */
typedef const Kernel *KernelRow;
KernelRow kernels_arith_row(KernelOp op);
KernelRow kernels_logic_row(KernelOp op);
KernelRow kernels_math_row(KernelOp op);

/* Raises flags by hand, from loops that compute in integers. */
void kernel_raise(unsigned flags);

#endif
