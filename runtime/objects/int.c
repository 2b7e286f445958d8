/* int.c: making ints, looking into them, comparing them; see int.h. */
#include "runtime/objects/int.h"
#include "runtime/error.h"
#include "runtime/float_exact.h"
#include "runtime/mm.h"
#include "runtime/objects/int_arith.h"
#include "runtime/upcalls.h"
#include <math.h>
#include <stdlib.h>

/* GMP counts limbs in an int. */
static const int64_t MOST_LIMBS = (INT64_C(1) << 31) - 2;

/* ---- GMP's memory ---- */

typedef struct GmpBlock {
    struct GmpBlock *next, *before;
} GmpBlock;

static GmpBlock blocks = {&blocks, &blocks};

static void unlink_block(GmpBlock *block)
{
    block->before->next = block->next;
    block->next->before = block->before;
}

static void free_blocks(void)
{
    while (blocks.next != &blocks) {
        GmpBlock *block = blocks.next;
        unlink_block(block);
        free(block);
    }
}

/* Memory ran out below GMP, which knows no errors: everything it holds belongs to the operation that
 * this raise ends. */
static void *linked(GmpBlock *block)
{
    if (!block) {
        free_blocks();
        raise_memory();
    }
    block->next = blocks.next;
    block->before = &blocks;
    blocks.next->before = block;
    blocks.next = block;
    return block + 1;
}

/* GMP itself cannot be stopped, but its long computations come by here often. */
static void *gmp_allocate(size_t size)
{
    check_interrupt();
    return linked(malloc(size + sizeof(GmpBlock)));
}

static void *gmp_reallocate(void *at, size_t old_size, size_t size)
{
    (void)old_size;
    GmpBlock *block = (GmpBlock *)at - 1;
    unlink_block(block);
    GmpBlock *bigger = realloc(block, size + sizeof(GmpBlock));
    if (!bigger) {
        free(block);
    }
    return linked(bigger);
}

static void gmp_free(void *at, size_t size)
{
    (void)size;
    GmpBlock *block = (GmpBlock *)at - 1;
    unlink_block(block);
    free(block);
}

void int_start(void)
{
    mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_free);
}

void int_scratch(void)
{
    if (unlikely(blocks.next != &blocks)) {
        free_blocks();
    }
}

/* ---- Making ---- */

BigInt *int_room(int64_t count)
{
    if (unlikely(count > MOST_LIMBS)) {
        raise_memory();
    }
    return int_room_few(count);
}

Value int_finish(BigInt *b, int64_t count, bool negative)
{
    while (count > 0 && b->limbs[count - 1] == 0) {
        count--;
    }
    if (count == 0) {
        return value_int(0);
    }
    if (count == 1 && b->limbs[0] <= (uint64_t)SMALL_INT_MAX + negative) {
        return value_int(negative ? -(int64_t)b->limbs[0] : (int64_t)b->limbs[0]);
    }
    b->size = negative ? -count : count;
    return value_from(b);
}

Value int_from_big_wide(Wide magnitude, bool negative)
{
    uint64_t high = (uint64_t)(magnitude >> LIMB_BITS);
    if (high == 0) {
        BigInt *b = int_room_few(1);
        b->limbs[0] = (uint64_t)magnitude;
        b->size = negative ? -1 : 1;
        return value_from(b);
    }
    BigInt *b = int_room_few(2);
    b->limbs[0] = (uint64_t)magnitude;
    b->limbs[1] = high;
    b->size = negative ? -2 : 2;
    return value_from(b);
}

Value int_from_wider(uint64_t top, Wide magnitude, bool negative)
{
    if (top == 0) {
        return int_from_wide(magnitude, negative);
    }
    BigInt *b = int_room_few(3);
    b->limbs[0] = (uint64_t)magnitude;
    b->limbs[1] = (uint64_t)(magnitude >> LIMB_BITS);
    b->limbs[2] = top;
    b->size = negative ? -3 : 3;
    return value_from(b);
}

Value int_from_int64_slow(int64_t i)
{
    return int_from_limb(i < 0 ? -(uint64_t)i : (uint64_t)i, i < 0);
}

Value int_from_uint64(uint64_t u)
{
    return int_from_limb(u, false);
}

Value int_from_int128(__int128 i)
{
    return int_from_wide(i < 0 ? -(Wide)i : (Wide)i, i < 0);
}

Value int_from_limbs(const mp_limb_t *limbs, int64_t count, bool negative)
{
    while (count > 0 && limbs[count - 1] == 0) {
        count--;
    }
    if (count < 2) {
        return int_from_limb(count ? limbs[0] : 0, negative && count);
    }
    BigInt *b = int_room(count);
    memcpy(b->limbs, limbs, (size_t)count * sizeof(mp_limb_t));
    b->size = negative ? -count : count;
    return value_from(b);
}

Value int_from_mpz(const mpz_t z)
{
    return int_from_limbs(mpz_limbs_read(z), (int64_t)mpz_size(z), mpz_sgn(z) < 0);
}

Value int_from_double(double d)
{
    if (likely(fabs(d) < 0x1p62)) {
        return int_from_int64((int64_t)d);
    }
    if (d != d) {
        raise_value("cannot convert float NaN to integer");
    }
    if (isinf(d)) {
        raise_overflow("cannot convert float infinity to integer");
    }
    int exponent;
    double mantissa = frexp(fabs(d), &exponent);
    mp_limb_t limb = (mp_limb_t)ldexp(mantissa, 53);
    return int_shift_left(&(IntView){.at = &limb, .count = 1, .negative = d < 0},
                          (uint64_t)exponent - 53);
}

/* ---- Looking ---- */

Value int_plain(Value v)
{
    if (is_int(v) || is_exactly(v, &int_type)) {
        return v;
    }
    if (is_bool(v)) {
        return value_int(v == TRUE);
    }
    const BigInt *b = (const BigInt *)as_object(v);
    return int_from_limbs(b->limbs, b->size < 0 ? -b->size : b->size, b->size < 0);
}

bool int_to_int64(Value v, int64_t *out)
{
    if (likely(is_int(v))) {
        *out = as_int(v);
        return true;
    }
    IntView view;
    int_look(v, &view);
    uint64_t limb = view.count ? view.at[0] : 0;
    if (view.count > 1 || limb > (uint64_t)INT64_MAX + view.negative) {
        return false;
    }
    *out = (int64_t)(view.negative ? -limb : limb);
    return true;
}

uint64_t int_to_uint64_wrap(Value v)
{
    IntView view;
    int_look(v, &view);
    uint64_t limb = view.count ? view.at[0] : 0;
    return view.negative ? -limb : limb;
}

void int_view(Value v, mpz_t out, mp_limb_t scratch[1])
{
    IntView view;
    int_look(v, &view);
    if (view.at == &view.small) {
        scratch[0] = view.small;
        view.at = scratch;
    }
    mpz_roinit_n(out, view.at, view.negative ? -view.count : view.count);
}

uint64_t int_view_bits(const IntView *view)
{
    return view->count ? (uint64_t)view->count * LIMB_BITS -
                             (uint64_t)__builtin_clzll(view->at[view->count - 1])
                       : 0;
}

int64_t int_bit_length(Value v)
{
    IntView view;
    int_look(v, &view);
    return (int64_t)int_view_bits(&view);
}

int int_sign(Value v)
{
    IntView view;
    int_look(v, &view);
    return view.negative ? -1 : view.count > 0;
}

int64_t int_hash(Value v)
{
    if (likely(is_int(v))) {
        int64_t i = as_int(v);
        return i == -1 ? -2 : i;
    }
    IntView view;
    int_look(v, &view);
    return int_hash_limbs(view.at, (size_t)view.count, view.negative);
}

static int compare_views(const IntView *a, const IntView *b)
{
    if (a->negative != b->negative) {
        return a->negative ? -1 : 1;
    }
    int order = a->count < b->count ? -1 : a->count > b->count;
    for (int64_t i = a->count; i-- > 0 && order == 0;) {
        order = a->at[i] < b->at[i] ? -1 : a->at[i] > b->at[i];
    }
    return a->negative ? -order : order;
}

int int_compare(Value a, Value b)
{
    if (likely(are_ints(a, b))) {
        return (as_int(a) > as_int(b)) - (as_int(a) < as_int(b));
    }
    IntView x, y;
    int_look(a, &x);
    int_look(b, &y);
    return compare_views(&x, &y);
}

/* The 64 top bits of a number of more than 64, the lowest set if any bit below them is. */
static uint64_t top_bits(const IntView *a)
{
    const mp_limb_t *at = a->at;
    int64_t last = a->count - 1;
    int free_bits = __builtin_clzll(at[last]);
    uint64_t top = at[last] << free_bits, rest = 0;
    if (last > 0) {
        if (free_bits) {
            top |= at[last - 1] >> (LIMB_BITS - free_bits);
            rest = at[last - 1] << free_bits;
        } else {
            rest = at[last - 1];
        }
        for (int64_t i = last - 2; i >= 0 && !rest; i--) {
            rest = at[i];
        }
    }
    return top | (rest != 0);
}

double int_frexp(Value v, int64_t *exponent)
{
    IntView view;
    int_look(v, &view);
    if (!view.count) {
        *exponent = 0;
        return 0.0;
    }
    int more;
    double d = frexp((double)top_bits(&view), &more);
    *exponent = (int64_t)int_view_bits(&view) - LIMB_BITS + more;
    return view.negative ? -d : d;
}

double int_to_double(Value v)
{
    if (likely(is_int(v))) {
        return (double)as_int(v);
    }
    IntView view;
    int_look(v, &view);
    if (view.count <= 1) {
        double d = view.count ? (double)view.at[0] : 0.0;
        return view.negative ? -d : d;
    }
    int64_t exponent;
    double d = int_frexp(v, &exponent);
    if (exponent > 1024) {
        raise_overflow("int too large to convert to float");
    }
    return ldexp(d, (int)exponent);
}

int int_compare_double(Value a, double b)
{
    if (likely(is_int(a))) {
        double d = (double)as_int(a);
        return (d > b) - (d < b);
    }
    if (isinf(b)) {
        return b > 0 ? -1 : 1;
    }
    int sign = int_sign(a), b_sign = (b > 0) - (b < 0), exponent;
    if (sign != b_sign || sign == 0) {
        return (sign > b_sign) - (sign < b_sign);
    }
    frexp(b, &exponent);
    int64_t bits = int_bit_length(a);
    if (bits != exponent) {
        return bits > exponent ? sign : -sign;
    }
    int order = int_compare(a, int_from_double(b));
    double whole = trunc(b);
    return order ? order : (whole > b) - (whole < b);
}
