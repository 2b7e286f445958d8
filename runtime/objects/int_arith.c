/* int_arith.c: sums, products, quotients, shifts and bits of ints. Results of up to two limbs are
 * computed in __int128, the rest by GMP's mpn functions straight into the new object.
 */
#include "runtime/objects/int_arith.h"
#include "runtime/error.h"
#include "runtime/objects/float.h"
#include "runtime/objects/tuple.h"
#include "runtime/upcalls.h"

/* ---- Sums ---- */

static Value add_magnitudes(const IntView *a, const IntView *b, bool negative)
{
    if (a->count < b->count) {
        const IntView *other = a;
        a = b;
        b = other;
    }
    if (a->count <= 2) {
        Wide x = int_view_wide(a), sum = x + int_view_wide(b);
        return int_from_wider(sum < x, sum, negative);
    }
    BigInt *r = int_room(a->count + 1);
    r->limbs[a->count] = b->count ? mpn_add(r->limbs, a->at, a->count, b->at, b->count)
                                  : (mpn_copyi(r->limbs, a->at, a->count), 0);
    return int_finish(r, a->count + 1, negative);
}

/* |a| - |b|, the sign turned round if `negative`. */
static Value subtract_magnitudes(const IntView *a, const IntView *b, bool negative)
{
    if (a->count <= 2 && b->count <= 2) {
        Wide x = int_view_wide(a), y = int_view_wide(b);
        return x >= y ? int_from_wide(x - y, negative) : int_from_wide(y - x, !negative);
    }
    int order = a->count != b->count ? (a->count < b->count ? -1 : 1)
                                     : mpn_cmp(a->at, b->at, a->count);
    if (order == 0) {
        return value_int(0);
    }
    if (order < 0) {
        const IntView *other = a;
        a = b;
        b = other;
        negative = !negative;
    }
    BigInt *r = int_room(a->count);
    if (b->count) {
        mpn_sub(r->limbs, a->at, a->count, b->at, b->count);
    } else {
        mpn_copyi(r->limbs, a->at, a->count);
    }
    return int_finish(r, a->count, negative);
}

static Value add_views(const IntView *a, const IntView *b, bool b_negative)
{
    return a->negative == b_negative ? add_magnitudes(a, b, a->negative)
                                     : subtract_magnitudes(a, b, a->negative);
}

/* ---- Products ---- */

Value int_multiply(const IntView *a, const IntView *b)
{
    if (a->count < b->count) {
        const IntView *other = a;
        a = b;
        b = other;
    }
    if (b->count == 0) {
        return value_int(0);
    }
    bool negative = a->negative != b->negative;
    if (a->count == 1) {
        return int_from_wide((Wide)a->at[0] * b->at[0], negative);
    }
    if (a->count == 2 && b->count == 1) {
        Wide low = (Wide)a->at[0] * b->at[0];
        Wide high = (Wide)a->at[1] * b->at[0] + (uint64_t)(low >> LIMB_BITS);
        return int_from_wider((uint64_t)(high >> LIMB_BITS), high << LIMB_BITS | (uint64_t)low,
                          negative);
    }
    if (unlikely(a->count + b->count > 4096)) {
        check_interrupt();
    }
    BigInt *r = int_room(a->count + b->count);
    if (b->count == 1) {
        r->limbs[a->count] = mpn_mul_1(r->limbs, a->at, a->count, b->at[0]);
    } else if (a->at == b->at && a->count == b->count) {
        mpn_sqr(r->limbs, a->at, a->count);
    } else {
        mpn_mul(r->limbs, a->at, a->count, b->at, b->count);
    }
    return int_finish(r, a->count + b->count, negative);
}

/* ---- Division ---- */

/* The magnitudes have more than two limbs, and |a| >= |b| limb for limb. */
static void divide_long(const IntView *a, const IntView *b, Value *quotient, Value *remainder)
{
    int64_t q_count = a->count - b->count + 1, r_count = b->count;
    if (unlikely(q_count > 4096 && r_count > 64)) {
        check_interrupt();
    }
    bool differ = a->negative != b->negative;
    BigInt *q = int_room(q_count + 1), *r = int_room(r_count);
    if (r_count == 1) {
        r->limbs[0] = mpn_divrem_1(q->limbs, 0, a->at, a->count, b->at[0]);
    } else {
        mpn_tdiv_qr(q->limbs, r->limbs, 0, a->at, a->count, b->at, b->count);
    }
    q->limbs[q_count] = 0;
    if (differ && !mpn_zero_p(r->limbs, r_count)) {
        q->limbs[q_count] = mpn_add_1(q->limbs, q->limbs, q_count, 1);
        mpn_sub_n(r->limbs, b->at, r->limbs, r_count);
    }
    *quotient = int_finish(q, q_count + 1, differ);
    *remainder = int_finish(r, r_count, b->negative);
}

void int_divide(const IntView *a, const IntView *b, Value *quotient, Value *remainder,
                bool want_quotient, bool want_remainder)
{
    bool differ = a->negative != b->negative;
    if (a->count <= 2 && b->count <= 2) {
        Wide x = int_view_wide(a), y = int_view_wide(b);
        Wide q = (x | y) >> LIMB_BITS ? x / y : (uint64_t)x / (uint64_t)y;
        Wide r = x - q * y;
        if (differ && r) {
            q++;
            r = y - r;
        }
        if (want_quotient) {
            *quotient = int_from_wide(q, differ);
        }
        if (want_remainder) {
            *remainder = int_from_wide(r, b->negative);
        }
    } else if (a->count >= b->count) {
        divide_long(a, b, quotient, remainder);
    } else { /* |a| < |b| */
        bool down = differ && a->count;
        *quotient = value_int(down ? -1 : 0);
        *remainder = add_views(a, down ? b : &(IntView){0}, down ? b->negative : a->negative);
    }
}

/* ---- Shifts ---- */

Value int_shift_left(const IntView *a, uint64_t bits)
{
    if (a->count == 0) {
        return value_int(0);
    }
    if (a->count == 1 && bits < LIMB_BITS) {
        return int_from_wide((Wide)a->at[0] << bits, a->negative);
    }
    if (bits / LIMB_BITS > INT32_MAX) {
        raise_memory();
    }
    int64_t whole = (int64_t)(bits / LIMB_BITS), count = a->count + whole + 1;
    unsigned rest = bits % LIMB_BITS;
    BigInt *r = int_room(count);
    mpn_zero(r->limbs, whole);
    if (rest) {
        r->limbs[count - 1] = mpn_lshift(r->limbs + whole, a->at, a->count, rest);
    } else {
        mpn_copyi(r->limbs + whole, a->at, a->count);
        r->limbs[count - 1] = 0;
    }
    return int_finish(r, count, a->negative);
}

Value int_shift_right(const IntView *a, uint64_t bits)
{
    if (bits >= (uint64_t)a->count * LIMB_BITS) {
        return value_int(a->negative ? -1 : 0);
    }
    if (a->count <= 2) {
        Wide x = int_view_wide(a), q = x >> bits;
        return int_from_wide(q + (a->negative && q << bits != x), a->negative);
    }
    int64_t whole = (int64_t)(bits / LIMB_BITS), count = a->count - whole;
    unsigned rest = bits % LIMB_BITS;
    BigInt *r = int_room(count + 1);
    mp_limb_t lost = 0;
    if (rest) {
        lost = mpn_rshift(r->limbs, a->at + whole, count, rest);
    } else {
        mpn_copyi(r->limbs, a->at + whole, count);
    }
    r->limbs[count] = 0;
    if (a->negative && (lost || (whole && !mpn_zero_p(a->at, whole)))) {
        r->limbs[count] = mpn_add_1(r->limbs, r->limbs, count, 1);
    }
    return int_finish(r, count + 1, a->negative);
}

static Value shift_views(BinaryOp op, const IntView *a, const IntView *b)
{
    if (b->negative) {
        raise_value("negative shift count");
    }
    if (op == OP2_RSHIFT) {
        return int_shift_right(a, b->count > 1 ? UINT64_MAX : b->count ? b->at[0] : 0);
    }
    if (a->count && (b->count > 1 || (b->count && b->at[0] > INT64_MAX))) {
        raise_overflow("too many digits in integer");
    }
    return int_shift_left(a, b->count ? b->at[0] : 0);
}

/* ---- Bits ---- */

static Value bits_of_positives(BinaryOp op, const IntView *a, const IntView *b)
{
    if (a->count < b->count) {
        const IntView *other = a;
        a = b;
        b = other;
    }
    if (op == OP2_AND) {
        if (b->count <= 2) {
            return int_from_wide(b->count < 2 && b->count ? (Wide)(a->at[0] & b->at[0])
                                                          : int_view_wide(b) & (b->count ? int_view_wide(a) : 0),
                                 false);
        }
        BigInt *r = int_room(b->count);
        mpn_and_n(r->limbs, a->at, b->at, b->count);
        return int_finish(r, b->count, false);
    }
    if (a->count <= 2) {
        Wide x = int_view_wide(a), y = int_view_wide(b);
        return int_from_wide(op == OP2_OR ? x | y : x ^ y, false);
    }
    BigInt *r = int_room(a->count);
    mpn_copyi(r->limbs, a->at, a->count);
    for (int64_t i = 0; i < b->count; i++) {
        r->limbs[i] = op == OP2_OR ? r->limbs[i] | b->at[i] : r->limbs[i] ^ b->at[i];
    }
    return int_finish(r, a->count, false);
}

/* One limb of the two's complement of a number: `carry` starts as 1. */
static inline mp_limb_t complement_limb(const IntView *a, int64_t i, mp_limb_t *carry)
{
    mp_limb_t limb = i < a->count ? a->at[i] : 0;
    if (!a->negative) {
        return limb;
    }
    limb = ~limb + *carry;
    *carry = *carry && limb == 0;
    return limb;
}

static Value bits_of_any(BinaryOp op, const IntView *a, const IntView *b)
{
    if (!a->negative && !b->negative) {
        return bits_of_positives(op, a, b);
    }
    bool negative = op == OP2_AND  ? a->negative && b->negative
                    : op == OP2_OR ? a->negative || b->negative
                                   : a->negative != b->negative;
    int64_t count = MAX(a->count, b->count) + 1;
    BigInt *r = int_room(count);
    mp_limb_t a_carry = 1, b_carry = 1, carry = 1;
    for (int64_t i = 0; i < count; i++) {
        mp_limb_t x = complement_limb(a, i, &a_carry), y = complement_limb(b, i, &b_carry);
        mp_limb_t limb = op == OP2_AND ? x & y : op == OP2_OR ? x | y : x ^ y;
        if (negative) {
            limb = ~limb + carry;
            carry = carry && limb == 0;
        }
        r->limbs[i] = limb;
    }
    return int_finish(r, count, negative);
}

/* ---- Dispatch ---- */

static noreturn_fn cold_fn void raise_zero_division(BinaryOp op)
{
    raise_as(&exc_ZeroDivisionError, op == OP2_MOD   ? "integer modulo by zero"
                                     : op == OP2_DIV ? "division by zero"
                                                     : "integer division or modulo by zero");
}

static Value divide(BinaryOp op, Value a, Value b, const IntView *x, const IntView *y)
{
    if (y->count == 0) {
        raise_zero_division(op);
    }
    if (op == OP2_DIV) {
        return int_true_divide(a, b);
    }
    Value quotient = EMPTY, remainder = EMPTY;
    int_divide(x, y, &quotient, &remainder, op != OP2_MOD, op != OP2_FLOORDIV);
    return op == OP2_FLOORDIV ? quotient
           : op == OP2_MOD    ? remainder
                              : tuple_of(2, quotient, remainder);
}

static Value binary_long(BinaryOp op, Value a, Value b)
{
    IntView x, y;
    int_look(a, &x);
    int_look(b, &y);
    switch ((int)op) {
    case OP2_ADD:
        return add_views(&x, &y, y.negative);
    case OP2_SUB:
        return add_views(&x, &y, !y.negative);
    case OP2_MUL:
        return int_multiply(&x, &y);
    case OP2_DIV:
    case OP2_FLOORDIV:
    case OP2_MOD:
    case OP2_DIVMOD:
        return divide(op, a, b, &x, &y);
    case OP2_POW:
        return int_power(a, b);
    case OP2_LSHIFT:
    case OP2_RSHIFT:
        return shift_views(op, &x, &y);
    case OP2_AND:
    case OP2_OR:
    case OP2_XOR:
        return bits_of_any(op, &x, &y);
    default:
        return NOT_IMPLEMENTED;
    }
}

static inline int64_t floor_quotient(int64_t x, int64_t y)
{
    int64_t q = x / y;
    return q - (q * y != x && (x < 0) != (y < 0));
}

static inline int64_t floor_remainder(int64_t x, int64_t y)
{
    int64_t r = x % y;
    return r && (r < 0) != (y < 0) ? r + y : r;
}

static Value binary_short(BinaryOp op, int64_t x, int64_t y)
{
    switch (op) {
    case OP2_ADD:
        return int_from_int64(x + y);
    case OP2_SUB:
        return int_from_int64(x - y);
    case OP2_MUL: {
        int64_t product;
        return __builtin_mul_overflow(x, y, &product) ? int_from_int128((__int128)x * y)
                                                      : int_from_int64(product);
    }
    case OP2_DIV:
        if (y == 0) {
            raise_zero_division(op);
        }
        return value_float((double)x / (double)y);
    case OP2_FLOORDIV:
        if (y == 0) {
            raise_zero_division(op);
        }
        return int_from_int64(floor_quotient(x, y));
    case OP2_MOD:
        if (y == 0) {
            raise_zero_division(op);
        }
        return value_int(floor_remainder(x, y));
    case OP2_DIVMOD:
        if (y == 0) {
            raise_zero_division(op);
        }
        return tuple_of(2, int_from_int64(floor_quotient(x, y)), value_int(floor_remainder(x, y)));
    case OP2_POW:
        return int_power(value_int(x), value_int(y));
    case OP2_RSHIFT:
        if (y < 0) {
            raise_value("negative shift count");
        }
        return value_int(x >> MIN(y, 63));
    case OP2_LSHIFT:
        return binary_long(op, value_int(x), value_int(y));
    case OP2_AND:
        return value_int(x & y);
    case OP2_OR:
        return value_int(x | y);
    case OP2_XOR:
        return value_int(x ^ y);
    default:
        return NOT_IMPLEMENTED;
    }
}

Value int_binary(BinaryOp op, Value a, Value b)
{
    if (likely(are_ints(a, b))) {
        return binary_short(op, as_int(a), as_int(b));
    }
    if (!is_any_int(a) || !is_any_int(b)) {
        return NOT_IMPLEMENTED;
    }
    if (is_bool(a)) {
        a = value_int(a == TRUE);
    }
    if (is_bool(b)) {
        b = value_int(b == TRUE);
    }
    return are_ints(a, b) ? binary_short(op, as_int(a), as_int(b)) : binary_long(op, a, b);
}

Value int_unary(UnaryOp op, Value a)
{
    IntView view;
    int_look(a, &view);
    switch (op) {
    case OP1_NEG:
        return is_int(a) ? int_from_int64(-as_int(a))
                         : int_from_limbs(view.at, view.count, !view.negative);
    case OP1_POS:
        return int_plain(a);
    case OP1_ABS:
        return view.negative ? int_from_limbs(view.at, view.count, false) : int_plain(a);
    case OP1_INVERT:
        return is_int(a) ? value_int(~as_int(a)) : int_binary(OP2_SUB, value_int(-1), a);
    }
    return NOT_IMPLEMENTED;
}
