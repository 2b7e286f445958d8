/* int_arith.h: what the files of int share: making results limb by limb. A view must not outlive
 * what it looks at; results are always normalised.
 */
#ifndef RUNTIME_OBJECTS_INT_ARITH_H
#define RUNTIME_OBJECTS_INT_ARITH_H
#include "runtime/mm.h"
#include "runtime/objects/int.h"

typedef unsigned __int128 Wide;

enum { LIMB_BITS = 64 };

/* A BigInt with room for `count` limbs, unset. MemoryError. */
BigInt *int_room(int64_t count);
/* The int that the first `count` limbs of a fresh BigInt are: immediate if it is small. */
Value int_finish(BigInt *b, int64_t count, bool negative);
uint64_t int_view_bits(const IntView *view);
/* a * 2**bits. MemoryError. */
Value int_shift_left(const IntView *a, uint64_t bits);
/* a // 2**bits. */
Value int_shift_right(const IntView *a, uint64_t bits);
Value int_multiply(const IntView *a, const IntView *b);
/* Quotient rounded down and the remainder with b's sign; only those asked for need be set. b != 0. */
void int_divide(const IntView *a, const IntView *b, Value *quotient, Value *remainder, bool want_quotient,
                bool want_remainder);
Value int_power(Value a, Value b);       /* plain ints; a float for a negative b */
Value int_true_divide(Value a, Value b); /* plain ints, not both immediate; a float */

static inline Value int_from_limb(uint64_t magnitude, bool negative)
{
    if (likely(magnitude <= (uint64_t)SMALL_INT_MAX + negative)) {
        return value_int(negative ? -(int64_t)magnitude : (int64_t)magnitude);
    }
    BigInt *b = int_room(1);
    b->limbs[0] = magnitude;
    b->size = negative ? -1 : 1;
    return value_from(b);
}

static inline Value int_from_wide(Wide magnitude, bool negative)
{
    uint64_t high = (uint64_t)(magnitude >> LIMB_BITS);
    if (high == 0) {
        return int_from_limb((uint64_t)magnitude, negative);
    }
    BigInt *b = int_room(2);
    b->limbs[0] = (uint64_t)magnitude;
    b->limbs[1] = high;
    b->size = negative ? -2 : 2;
    return value_from(b);
}

/* The same with one limb more on top. */
static inline Value int_from_wider(uint64_t top, Wide magnitude, bool negative)
{
    if (top == 0) {
        return int_from_wide(magnitude, negative);
    }
    BigInt *b = int_room(3);
    b->limbs[0] = (uint64_t)magnitude;
    b->limbs[1] = (uint64_t)(magnitude >> LIMB_BITS);
    b->limbs[2] = top;
    b->size = negative ? -3 : 3;
    return value_from(b);
}


#endif
