/* value.h: a Value is one Python value in 64 bits (NaN-boxing).
 *
 *   0000 0000 0000 0000   EMPTY: no value (an unbound local, a deleted item, an argument not given)
 *   0000 pppp pppp pppp   a pointer to an Object, raw: conservative scans and libgc see it as it is
 *   0001 0000 0000 00xx   the singletons: None, False, True, NotImplemented, Ellipsis
 *   0002 .... to fffe ... a double, its bits plus 2^49 (NaNs numbered: value_new_nan)
 *   ffff iiii iiii iiii   a small int, 48 bits, two's complement
 *
 * The invariant: an int that fits in 48 bits is never boxed, and a float always is immediate, so
 * equality of bits is identity (`is`) for all Values, and equality for small ints.
 */
#ifndef RUNTIME_VALUE_H
#define RUNTIME_VALUE_H

#include "runtime/base.h"

typedef uint64_t Value;
typedef struct Object Object;
typedef struct Type Type;

/* A reference that lives in a heap object. Written only through mm_init, mm_store & co. */
typedef struct Slot {
    Value v;
} Slot;

#define TAG_SINGLETON UINT64_C(0x0001000000000000)
#define TAG_DOUBLE UINT64_C(0x0002000000000000)
#define TAG_INT UINT64_C(0xffff000000000000)

#define EMPTY UINT64_C(0)
#define NONE (TAG_SINGLETON + 0)
#define FALSE (TAG_SINGLETON + 2)
#define TRUE (TAG_SINGLETON + 3)
#define NOT_IMPLEMENTED (TAG_SINGLETON + 4)
#define ELLIPSIS (TAG_SINGLETON + 5)

#define SMALL_INT_MAX ((INT64_C(1) << 47) - 1)
#define SMALL_INT_MIN (-(INT64_C(1) << 47))

static always_inline bool is_object(Value v)
{
    return v - 1 < TAG_SINGLETON - 1;
}
static always_inline bool is_int(Value v) /* a small int; bool and big ints are not */
{
    return v >= TAG_INT;
}
static always_inline bool are_ints(Value a, Value b)
{
    return (a & b) >= TAG_INT;
}
static always_inline bool is_float(Value v)
{
    return v - TAG_DOUBLE < TAG_INT - TAG_DOUBLE;
}
static always_inline bool is_bool(Value v)
{
    return (v | 1) == TRUE;
}
static always_inline Object *as_object(Value v)
{
    return (Object *)(uintptr_t)v;
}
static always_inline int64_t as_int(Value v)
{
    return (int64_t)(v << 16) >> 16;
}
static always_inline double as_float(Value v)
{
    uint64_t bits = v - TAG_DOUBLE;
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}
static always_inline Value value_from(const void *object)
{
    return (Value)(uintptr_t)object;
}
static always_inline Value value_bool(bool b)
{
    return FALSE + b;
}
/* A small int; `i` must fit in 48 bits (int_from_int64 in int.h takes any). */
static always_inline Value value_int(int64_t i)
{
    return (uint64_t)i | TAG_INT;
}
static always_inline bool fits_small_int(int64_t i)
{
    return (uint64_t)i - (uint64_t)SMALL_INT_MIN <= (uint64_t)(SMALL_INT_MAX - SMALL_INT_MIN);
}
/* A NaN with bits that no other has: nan is not nan unless they are one and the same, as objects. */
Value value_new_nan(double nan);
static always_inline Value value_float(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    if (unlikely(d != d)) {
        return value_new_nan(d);
    }
    return bits + TAG_DOUBLE;
}

#endif
