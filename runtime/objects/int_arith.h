/* int_arith.h: what the files of int share: making results limb by limb. A view must not outlive
 * what it looks at; results are always normalised.
 */
#ifndef RUNTIME_OBJECTS_INT_ARITH_H
#define RUNTIME_OBJECTS_INT_ARITH_H
#include "runtime/mm.h"
#include "runtime/objects/int.h"

typedef unsigned __int128 Wide;

enum { LIMB_BITS = 64 };

/* A BigInt with room for `count` limbs, unset. MemoryError; `few` are some and need no check. */
BigInt *int_room(int64_t count);
static always_inline BigInt *int_room_few(int64_t count)
{
    BigInt *b = mm_new_data(&int_type, sizeof(BigInt) + (size_t)count * sizeof(mp_limb_t));
    b->size = count;
    return b;
}
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

/* The int of this sign and magnitude, out of one, two or three limbs. */
Value int_from_big_wide(Wide magnitude, bool negative);
static always_inline Value int_from_wide(Wide magnitude, bool negative)
{
    if (likely(magnitude <= (uint64_t)SMALL_INT_MAX + negative)) {
        return value_int(negative ? -(int64_t)magnitude : (int64_t)magnitude);
    }
    return int_from_big_wide(magnitude, negative);
}
static always_inline Value int_from_limb(uint64_t magnitude, bool negative)
{
    return int_from_wide(magnitude, negative);
}
Value int_from_wider(uint64_t top, Wide magnitude, bool negative);

static inline Wide int_view_wide(const IntView *a) /* of at most two limbs */
{
    return a->count == 0 ? 0 : a->count == 1 ? a->at[0] : (Wide)a->at[1] << LIMB_BITS | a->at[0];
}

#endif
