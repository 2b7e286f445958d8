/* base.h: what every file may use: fixed-width integers, assertions, and a few helpers that know
 * no Value. Nothing here allocates for scripts; nothing here can fail except by ending the process
 * on a bug of our own (`assert`, `unreachable`).
 */
#ifndef RUNTIME_BASE_H
#define RUNTIME_BASE_H

#include <assert.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define noinline __attribute__((__noinline__))
#define always_inline inline __attribute__((always_inline))
#define noreturn_fn __attribute__((noreturn))
#define cold_fn __attribute__((cold, __noinline__))
#define printf_like(fmt, args) __attribute__((format(printf, fmt, args)))

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))
#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define MAX(a, b) ((a) > (b) ? (a) : (b))

/* Marks a point that no input can reach: a bug of ours if it is. */
#define unreachable(why) (assert(!(why)), __builtin_unreachable())

/* The next multiple of `to` (a power of two) at or above `n`. */
static inline size_t round_up(size_t n, size_t to)
{
    return (n + to - 1) & ~(to - 1);
}

#endif
