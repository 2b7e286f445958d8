/* int_power.c: powers of ints, modular powers, and the correctly rounded quotient of two ints. */
#include "runtime/error.h"
#include "runtime/objects/float.h"
#include "runtime/objects/int_arith.h"
#include "runtime/upcalls.h"
#include <math.h>

/* The value of an mpz_t that is done with. */
static Value take_mpz(mpz_t z)
{
    Value v = int_from_mpz(z);
    mpz_clear(z);
    return v;
}

/* ---- a ** b ---- */

enum { LONG_BITS = 1 << 22 }; /* results from here on take long enough to look for Ctrl-C */
static const uint64_t MOST_BITS = UINT64_C(1) << 37;

static Value power_long(Value a, uint64_t exponent, uint64_t bits)
{
    int_scratch();
    mpz_t base, result;
    mp_limb_t small;
    int_view(a, base, &small);
    mpz_init(result);
    if (bits < LONG_BITS) {
        mpz_pow_ui(result, base, exponent);
        return take_mpz(result);
    }
    mpz_set(result, base);
    for (int bit = 62 - __builtin_clzll(exponent); bit >= 0; bit--) {
        check_interrupt();
        mpz_mul(result, result, result);
        if (exponent >> bit & 1) {
            mpz_mul(result, result, base);
        }
    }
    return take_mpz(result);
}

static Value power_wide(Wide base, uint64_t exponent, bool negative)
{
    Wide result = 1, square = base;
    for (;; square *= square) {
        if (exponent & 1) {
            result *= square;
        }
        exponent >>= 1;
        if (!exponent) {
            return int_from_wide(result, negative);
        }
    }
}

static bool is_power_of_two(const IntView *a)
{
    mp_limb_t top = a->at[a->count - 1];
    return (top & (top - 1)) == 0 && (a->count == 1 || mpn_zero_p(a->at, a->count - 1));
}

Value int_power(Value a, Value b)
{
    IntView x, y;
    int_look(a, &x);
    int_look(b, &y);
    if (y.negative) {
        return float_binary(OP2_POW, int_to_double(a), int_to_double(b));
    }
    if (y.count == 0) {
        return value_int(1);
    }
    bool negative = x.negative && (y.at[0] & 1);
    if (x.count == 0 || (x.count == 1 && x.at[0] == 1)) {
        return value_int(x.count == 0 ? 0 : negative ? -1 : 1);
    }
    uint64_t exponent = y.at[0], bits = int_view_bits(&x);
    if (y.count > 1 || exponent > MOST_BITS / bits) {
        raise_memory();
    }
    if (is_power_of_two(&x)) {
        mp_limb_t one = 1;
        return int_shift_left(&(IntView){.at = &one, .count = 1, .negative = negative},
                              (bits - 1) * exponent);
    }
    if (bits * exponent <= 128) {
        Wide base = x.count > 1 ? (Wide)x.at[1] << LIMB_BITS | x.at[0] : x.at[0];
        return power_wide(base, exponent, negative);
    }
    return power_long(a, exponent, bits * exponent);
}

/* ---- pow(a, b, mod) ---- */

/* All below 2**64; 0 <= base < mod. */
static uint64_t power_mod_short(uint64_t base, uint64_t exponent, uint64_t mod)
{
    uint64_t result = 1 % mod;
    for (;; base = (uint64_t)((Wide)base * base % mod)) {
        if (exponent & 1) {
            result = (uint64_t)((Wide)result * base % mod);
        }
        exponent >>= 1;
        if (!exponent) {
            return result;
        }
    }
}

static uint64_t power_mod_tiny(uint64_t base, uint64_t exponent, uint32_t mod)
{
    uint64_t result = 1 % mod;
    for (;; base = base * base % mod) {
        if (exponent & 1) {
            result = result * base % mod;
        }
        exponent >>= 1;
        if (!exponent) {
            return result;
        }
    }
}

/* a ** -1 modulo |mod|. */
static Value inverse(Value a, Value mod)
{
    int_scratch();
    mpz_t x, m, result;
    mp_limb_t small[2];
    int_view(a, x, &small[0]);
    int_view(mod, m, &small[1]);
    mpz_init(result);
    bool is_there = mpz_cmpabs_ui(m, 1) == 0 || mpz_invert(result, x, m);
    Value v = take_mpz(result);
    if (!is_there) {
        raise_value("base is not invertible for the given modulus");
    }
    return v;
}

enum { CHUNK_LIMBS = 16 };

/* A long exponent from the top down, a chunk at a time, with a look for Ctrl-C between them:
 * result ** 2**bits * base ** chunk. Twice the squarings, which is why short ones do without. */
static void power_mod_chunks(mpz_t result, const mpz_t base, const mpz_t exponent, const mpz_t mod)
{
    const mp_limb_t *at = mpz_limbs_read(exponent);
    mpz_t factor, chunk;
    mpz_init(factor);
    mpz_set_ui(result, 1);
    for (size_t left = mpz_size(exponent); left > 0;) {
        size_t count = left % CHUNK_LIMBS ? left % CHUNK_LIMBS : CHUNK_LIMBS;
        left -= count;
        check_interrupt();
        for (size_t i = 0; i < count * LIMB_BITS; i++) {
            mpz_mul(result, result, result);
            mpz_tdiv_r(result, result, mod);
        }
        mpz_roinit_n(chunk, at + left, (mp_size_t)count);
        mpz_powm(factor, base, chunk, mod);
        mpz_mul(result, result, factor);
        mpz_tdiv_r(result, result, mod);
    }
    mpz_clear(factor);
}

static Value power_mod_long(Value a, Value b, Value mod)
{
    int_scratch();
    mpz_t base, exponent, modulus, result;
    mp_limb_t small[3];
    int_view(a, base, &small[0]);
    int_view(b, exponent, &small[1]);
    int_view(mod, modulus, &small[2]);
    mpz_init(result);
    if (mpz_size(exponent) > 64 && mpz_size(exponent) * mpz_size(modulus) > 1 << 16) {
        power_mod_chunks(result, base, exponent, modulus);
    } else {
        mpz_powm(result, base, exponent, modulus);
    }
    return take_mpz(result);
}

Value int_pow_mod(Value a, Value b, Value mod)
{
    if (!is_any_int(a) || !is_any_int(b) || !is_any_int(mod)) {
        raise_type("pow() 3rd argument not allowed unless all arguments are integers");
    }
    IntView m, y;
    int_look(mod, &m);
    if (m.count == 0) {
        raise_value("pow() 3rd argument cannot be 0");
    }
    if (int_sign(b) < 0) {
        a = inverse(a, mod);
        b = int_unary(OP1_NEG, b);
    }
    int_look(b, &y);
    Value result;
    if (m.count == 1 && y.count <= 1) {
        Value base = int_binary(OP2_MOD, a, int_from_uint64(m.at[0]));
        uint64_t x = int_to_uint64_wrap(base), exponent = y.count ? y.at[0] : 0;
        result = int_from_uint64(m.at[0] <= UINT32_MAX
                                     ? power_mod_tiny(x, exponent, (uint32_t)m.at[0])
                                     : power_mod_short(x, exponent, m.at[0]));
    } else {
        result = power_mod_long(a, b, mod);
    }
    return m.negative && int_sign(result) ? int_binary(OP2_ADD, result, mod) : result;
}

/* ---- a / b ---- */

/* The double nearest to q * 2**-shift (half to even); `sticky`: a bit more than q. q has 54 to 128
 * bits, so that only one rounding happens, subnormal results included. */
static double round_quotient(Wide q, int64_t shift, bool sticky)
{
    uint64_t high = (uint64_t)(q >> LIMB_BITS);
    int bits = high ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll((uint64_t)q);
    int64_t exponent = bits - shift, precision = 53;
    if (exponent < -1021) {
        precision = MAX(53 - (-1021 - exponent), 0);
    }
    int drop = (int)(bits - precision);
    Wide mantissa = drop > 127 ? 0 : q >> drop, half = (Wide)1 << (drop - 1);
    Wide rest = drop > 127 ? q : q & (((Wide)1 << drop) - 1);
    if (rest > half || (rest == half && (sticky || mantissa & 1))) {
        mantissa++;
    }
    return ldexp((double)(uint64_t)mantissa, (int)(drop - shift));
}

enum { QUOTIENT_BITS = 66 };

Value int_true_divide(Value a, Value b)
{
    IntView x, y, q, shifted;
    int_look(a, &x);
    int_look(b, &y);
    int64_t x_bits = (int64_t)int_view_bits(&x), y_bits = (int64_t)int_view_bits(&y);
    if (x_bits <= 53 && y_bits <= 53) {
        return value_float(int_to_double(a) / int_to_double(b));
    }
    double sign = x.negative != y.negative ? -1.0 : 1.0;
    if (x_bits == 0 || x_bits - y_bits < -1080) {
        return value_float(sign * 0.0);
    }
    if (x_bits - y_bits > 1025) {
        raise_overflow("integer division result too large for a float");
    }
    x.negative = y.negative = false;
    int64_t shift = QUOTIENT_BITS - (x_bits - y_bits);
    Value held = shift >= 0 ? int_shift_left(&x, (uint64_t)shift)
                            : int_shift_left(&y, (uint64_t)-shift);
    int_look(held, &shifted);
    Value quotient = EMPTY, remainder = EMPTY;
    int_divide(shift >= 0 ? &shifted : &x, shift >= 0 ? &y : &shifted, &quotient, &remainder, true,
               true);
    int_look(quotient, &q);
    Wide wide = q.at[0] | (q.count > 1 ? (Wide)q.at[1] << LIMB_BITS : 0);
    double result = round_quotient(wide, shift, int_sign(remainder) != 0);
    if (isinf(result)) {
        raise_overflow("integer division result too large for a float");
    }
    return value_float(sign * result);
}
