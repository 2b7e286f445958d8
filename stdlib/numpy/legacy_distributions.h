/* legacy_distributions.h: the distributions of legacy_random.h's two tables, one function each: a
 * deviate drawn from r for the parameters given, which keep the constraints of the tables. Pure.
 * The number and the order of the uniform deviates each one consumes is NumPy's.
 */
#ifndef STDLIB_NUMPY_LEGACY_DISTRIBUTIONS_H
#define STDLIB_NUMPY_LEGACY_DISTRIBUTIONS_H

#include "stdlib/numpy/legacy_random.h"

#define REAL(name, ...) double legacy_##name(LegacyRandom *r, const double *params);
#define WHOLE(name, ...) int64_t legacy_##name(LegacyRandom *r, const double *params);
LEGACY_REALS(REAL)
LEGACY_WHOLES(WHOLE)
#undef REAL
#undef WHOLE

#endif
