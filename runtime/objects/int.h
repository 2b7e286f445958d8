/* int.h: Python's int. What fits in 48 bits is immediate; the rest is a BigInt: GMP limbs inline,
 * normalised (never one that fits in 48 bits), immutable. An instance of a subclass of int is a
 * BigInt of any value, its attributes behind the limbs: int_plain makes a true int of it.
 *
 * Temporary mpz_t numbers may be lost to a raise: GMP's memory is kept in a list of our own, which
 * int_scratch empties before the next operation. So no mpz_t may live while Python code runs.
 */
#ifndef RUNTIME_OBJECTS_INT_H
#define RUNTIME_OBJECTS_INT_H
#include "runtime/object.h"
#include <gmp.h>

typedef struct BigInt {
    Object head;
    int64_t size; /* limbs; negative for a negative number, as in mpz_t */
    mp_limb_t limbs[];
} BigInt;

/* Read-only sight of an int: |value| = at[0..count), `negative` says the sign. */
typedef struct IntView {
    const mp_limb_t *at;
    int64_t count;
    bool negative;
    mp_limb_t small; /* the limb of an immediate int */
} IntView;

Value int_from_int64_slow(int64_t i);
static always_inline Value int_from_int64(int64_t i)
{
    return likely(fits_small_int(i)) ? value_int(i) : int_from_int64_slow(i);
}
Value int_from_uint64(uint64_t u);
Value int_from_int128(__int128 i);
Value int_from_double(double d);      /* truncated; OverflowError / ValueError for inf / nan */
Value int_from_mpz(const mpz_t z);
Value int_from_limbs(const mp_limb_t *limbs, int64_t count, bool negative);
/* Digits in a base 2..36 with an optional sign and underscores as int() takes them; EMPTY if malformed. */
Value int_parse(const char *text, size_t length, int base);
/* int("...", base) of a str or bytes: base 0 or 2..36; ValueError. */
Value int_parse_value(Value text, int base);
/* The ASCII form of a str or bytes with a number: stripped, other decimal digits made ASCII ones. */
const char *int_text_ascii(Value text, size_t *length);
static always_inline bool is_any_int(Value v) /* int, bool, or a subclass of int */
{
    return is_int(v) || has_flag(v, TYPE_INT) || is_bool(v);
}
Value int_plain(Value v);             /* bool or subclass instance as a plain int Value */
bool int_to_int64(Value v, int64_t *out); /* false if it does not fit; v is any int */
uint64_t int_to_uint64_wrap(Value v); /* modulo 2**64 */
double int_to_double(Value v);        /* OverflowError "int too large to convert to float" */
/* mantissa * 2**exponent nearest to v, mantissa below 1: no overflow; for logarithms. */
double int_frexp(Value v, int64_t *exponent);
void int_view(Value v, mpz_t out, mp_limb_t scratch[1]); /* read-only mpz over v, nothing to clear */
static inline void int_look(Value v, IntView *view)
{
    if (is_object(v)) {
        const BigInt *b = (const BigInt *)as_object(v);
        view->at = b->limbs;
        view->count = b->size < 0 ? -b->size : b->size;
        view->negative = b->size < 0;
    } else {
        int64_t i = is_int(v) ? as_int(v) : v == TRUE;
        view->small = i < 0 ? -(uint64_t)i : (uint64_t)i;
        view->at = &view->small;
        view->count = i != 0;
        view->negative = i < 0;
    }
}
/* To be called before mpz_init in each operation that uses mpz_t. */
void int_scratch(void);
Value int_to_str(Value v, int base);  /* str without prefix; 4300-digit limit as CPython 3.11.2 (ValueError) for base 10 */
extern int64_t int_max_str_digits;    /* sys.set_int_max_str_digits; 0: no limit */
int int_sign(Value v);
int int_compare(Value a, Value b);    /* -1, 0, 1 */
int int_compare_double(Value a, double b); /* exact: -1, 0, 1; b is not a nan */
int64_t int_hash(Value v);
int64_t int_bit_length(Value v);
/* int(v) of any object, as the constructor without a base: runs Python code. */
Value int_from_value(Value v);
/* The arithmetic that the VM calls when its inline path overflows or sees big ints: a and b any ints. */
Value int_binary(BinaryOp op, Value a, Value b); /* NOT_IMPLEMENTED if b (or a) is not an int; DIV gives float */
Value int_unary(UnaryOp op, Value a);
Value int_pow_mod(Value a, Value b, Value mod);
void int_start(void);
#endif
