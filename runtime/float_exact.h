/* float_exact.h: what Python asks of a double's exact binary value: rounding to decimals, hash,
 * hexadecimal text, the integer ratio. Pure: knows no Value. The invariant: no result here is
 * off by even the last bit; where a shortcut cannot promise that, the slow exact way is taken.
 */
#ifndef RUNTIME_FLOAT_EXACT_H
#define RUNTIME_FLOAT_EXACT_H

#include "runtime/base.h"

/* The modulus of Python's numeric hashes, 2^61 - 1. */
#define HASH_MODULUS ((UINT64_C(1) << 61) - 1)

/* Python's round(x, ndigits): half to even on the exact decimal value. May be infinite where x is
 * finite: the caller raises OverflowError("rounded value too large to represent"). */
double float_round(double x, int64_t ndigits);

/* x rounded to an integral double, half to even: Python's round(x) before it becomes an int. */
double float_round_integral(double x);

/* Python's hash(x). x must not be a nan (Python hashes those by identity). */
int64_t float_hash(double x);

/* Python's hash of a small int. */
int64_t int_hash_small(int64_t n);

/* Python's hash of the int whose magnitude is limbs[0..count), least significant first. */
int64_t int_hash_limbs(const uint64_t *limbs, size_t count, bool negative);

/* Splits finite x as mantissa * 2^exponent, the mantissa odd (or 0 with exponent 0). The integer
 * ratio is mantissa * 2^exponent over 1, or mantissa over 2^-exponent. */
void float_split(double x, int64_t *mantissa, int *exponent);

/* The bytes float_hex writes at most. */
enum { FLOAT_HEX_MAX = 32 };

/* Python's x.hex(); returns the length. */
size_t float_hex(char *out, double x);

typedef enum { FROMHEX_OK, FROMHEX_INVALID, FROMHEX_TOO_LARGE } FromHex;

/* Python's float.fromhex on text[0..len), white space stripped by the caller. */
FromHex float_fromhex(const char *text, size_t len, double *value);

#endif
