/* legacy_random.h: the numbers of numpy.random.seed(...) and RandomState, bit for bit as NumPy 1.24
 * draws them from the Mersenne Twister. Pure: fills memory of the caller's. The invariant: for
 * equal seeds and an equal sequence of calls, equal numbers, so the order of draws inside every
 * function is fixed; also `gauss` holds the second deviate of a polar pair exactly while has_gauss
 * is set.
 */
#ifndef STDLIB_NUMPY_LEGACY_RANDOM_H
#define STDLIB_NUMPY_LEGACY_RANDOM_H

#include "runtime/mt19937.h"

typedef struct {
    Mt19937 mt;
    bool has_gauss;
    double gauss;
} LegacyRandom;

/* numpy.random.seed(n), 0 <= n < 2^32 (others are the caller's ValueError). */
void legacy_seed(LegacyRandom *r, uint32_t seed);

/* numpy.random.seed(sequence of such numbers), count >= 1. */
void legacy_seed_array(LegacyRandom *r, const uint32_t *words, size_t count);

/* One deviate of the standard normal distribution. */
double legacy_gauss(LegacyRandom *r);

/* random_sample / rand: n doubles in [0, 1). */
void legacy_fill_uniform(LegacyRandom *r, double *out, size_t n);

/* randn / standard_normal: n deviates. */
void legacy_fill_gauss(LegacyRandom *r, double *out, size_t n);

/* randint with scalar bounds: n elements of `size` bytes (1, 2, 4 or 8; 0 means bool, one byte
 * each) of low .. low + range, both included, in wrapping arithmetic of that size. */
void legacy_fill_integers(LegacyRandom *r, int size, uint64_t low, uint64_t range, void *out,
                          size_t n);

/* The bits left over between the elements of one randint call whose bounds are arrays. */
typedef struct {
    uint32_t word;
    int left;
} LegacyBits;

/* One element of randint with array bounds: low + (0 .. range), to be cut to `size` bytes. */
uint64_t legacy_integer(LegacyRandom *r, int size, uint64_t low, uint64_t range, LegacyBits *bits);

/* A number in 0 .. max: what shuffle draws. */
uint64_t legacy_interval(LegacyRandom *r, uint64_t max);

/* shuffle of n items of `size` bytes that lie `stride` bytes apart. For lists: for i = n-1 .. 1
 * swap items i and legacy_interval(r, i). */
void legacy_shuffle(LegacyRandom *r, char *data, size_t n, size_t size, intptr_t stride);

/* permutation(n), and choice(n, k, replace=False) of which it is the first k. */
void legacy_permutation(LegacyRandom *r, int64_t *out, size_t n);

/* choice(population, n, p=p), with replacement; `cdf` is scratch for `population` doubles. */
void legacy_choice(LegacyRandom *r, const double *p, size_t population, double *cdf, int64_t *out,
                   size_t n);

/* The same without replacement; `scratch` has 2 * population doubles. At least n of the p must be
 * positive: the caller's ValueError("Fewer non-zero entries in p than size"). */
void legacy_choice_distinct(LegacyRandom *r, const double *p, size_t population, double *scratch,
                            int64_t *out, size_t n);

/* random.bytes(n). */
void legacy_bytes(LegacyRandom *r, uint8_t *out, size_t n);

/* What a distribution asks of a parameter, and the ValueError text if it is not so (%s: name). */
#define LEGACY_CONSTRAINTS(X)                                                                      \
    X(ANY, "")                                                                                     \
    X(NON_NEGATIVE, "%s < 0")                                                                      \
    X(POSITIVE, "%s <= 0")                                                                         \
    X(PROBABILITY, "%s < 0, %s > 1 or %s is NaN")                                                  \
    X(POSITIVE_PROBABILITY, "%s <= 0, %s > 1 or %s contains NaNs")                                 \
    X(RATE, "%s < 0 or %s is NaN")

typedef enum {
#define X(name, message) LEGACY_##name,
    LEGACY_CONSTRAINTS(X)
#undef X
} LegacyConstraint;

/* Distributions of reals: name, number of parameters, then each parameter's name, default (as text;
 * "" if it must be given) and constraint. All take their parameters in one array. */
#define LEGACY_REALS(X)                                                                            \
    X(uniform, 2, {"low", "0.0", LEGACY_ANY}, {"high", "1.0", LEGACY_ANY})                         \
    X(normal, 2, {"loc", "0.0", LEGACY_ANY}, {"scale", "1.0", LEGACY_NON_NEGATIVE})                \
    X(lognormal, 2, {"mean", "0.0", LEGACY_ANY}, {"sigma", "1.0", LEGACY_NON_NEGATIVE})            \
    X(laplace, 2, {"loc", "0.0", LEGACY_ANY}, {"scale", "1.0", LEGACY_NON_NEGATIVE})               \
    X(logistic, 2, {"loc", "0.0", LEGACY_ANY}, {"scale", "1.0", LEGACY_NON_NEGATIVE})              \
    X(gumbel, 2, {"loc", "0.0", LEGACY_ANY}, {"scale", "1.0", LEGACY_NON_NEGATIVE})                \
    X(exponential, 1, {"scale", "1.0", LEGACY_NON_NEGATIVE})                                       \
    X(standard_exponential, 0, {"", "", LEGACY_ANY})                                               \
    X(standard_gamma, 1, {"shape", "", LEGACY_NON_NEGATIVE})                                       \
    X(gamma, 2, {"shape", "", LEGACY_NON_NEGATIVE}, {"scale", "1.0", LEGACY_NON_NEGATIVE})         \
    X(beta, 2, {"a", "", LEGACY_POSITIVE}, {"b", "", LEGACY_POSITIVE})                             \
    X(chisquare, 1, {"df", "", LEGACY_POSITIVE})                                                   \
    X(f, 2, {"dfnum", "", LEGACY_POSITIVE}, {"dfden", "", LEGACY_POSITIVE})                        \
    X(standard_t, 1, {"df", "", LEGACY_POSITIVE})                                                  \
    X(standard_cauchy, 0, {"", "", LEGACY_ANY})                                                    \
    X(rayleigh, 1, {"scale", "1.0", LEGACY_NON_NEGATIVE})                                          \
    X(weibull, 1, {"a", "", LEGACY_NON_NEGATIVE})                                                  \
    X(pareto, 1, {"a", "", LEGACY_POSITIVE})                                                       \
    X(power, 1, {"a", "", LEGACY_POSITIVE})                                                        \
    X(triangular, 3, {"left", "", LEGACY_ANY}, {"mode", "", LEGACY_ANY}, {"right", "", LEGACY_ANY})

/* Distributions of int64; binomial's and negative_binomial's n is a whole number in a double. */
#define LEGACY_WHOLES(X)                                                                           \
    X(poisson, 1, {"lam", "1.0", LEGACY_RATE})                                                     \
    X(binomial, 2, {"n", "", LEGACY_NON_NEGATIVE}, {"p", "", LEGACY_PROBABILITY})                  \
    X(negative_binomial, 2, {"n", "", LEGACY_POSITIVE}, {"p", "", LEGACY_PROBABILITY})             \
    X(geometric, 1, {"p", "", LEGACY_POSITIVE_PROBABILITY})

typedef struct {
    const char *name;
    int params;
    struct {
        const char *name, *standard;
        LegacyConstraint constraint;
    } param[3];
    double (*real)(LegacyRandom *r, const double *params); /* one of the two is NULL */
    int64_t (*whole)(LegacyRandom *r, const double *params);
} LegacyDistribution;

/* The distribution of that name; NULL if there is none. */
const LegacyDistribution *legacy_distribution(const char *name);

/* The message format for a parameter that breaks its constraint; NULL if it keeps it. */
const char *legacy_check(LegacyConstraint constraint, double value);

#endif
