/* math_special.h: the functions of math that are computed here and not by C's library, so that their
 * last bits are Python's. Pure: no Value, no errors; what is undefined gives a nan, what is too large
 * an infinity.
 */
#ifndef STDLIB_MATH_SPECIAL_H
#define STDLIB_MATH_SPECIAL_H

#include "runtime/base.h"

double special_gamma(double x);
double special_lgamma(double x);
/* The Euclidean norm of at[0..count), numbers >= 0 of which `largest` is the largest; overwrites. */
double special_norm(double *at, size_t count, double largest, bool has_nan);

#endif
