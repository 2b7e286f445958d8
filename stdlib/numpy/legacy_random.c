#include "stdlib/numpy/legacy_random.h"

#include <math.h>

#include "stdlib/numpy/legacy_distributions.h"

void legacy_seed(LegacyRandom *r, uint32_t seed)
{
    mt19937_seed(&r->mt, seed);
    r->has_gauss = false;
    r->gauss = 0.0;
}

void legacy_seed_array(LegacyRandom *r, const uint32_t *words, size_t count)
{
    mt19937_seed_array(&r->mt, words, count);
    r->has_gauss = false;
    r->gauss = 0.0;
}

/* Marsaglia's polar method; the pair's other half is kept for the next call. */
double legacy_gauss(LegacyRandom *r)
{
    if (r->has_gauss) {
        double kept = r->gauss;
        r->gauss = 0.0;
        r->has_gauss = false;
        return kept;
    }
    double x1, x2, square;
    do {
        x1 = 2.0 * mt19937_double(&r->mt) - 1.0;
        x2 = 2.0 * mt19937_double(&r->mt) - 1.0;
        square = x1 * x1 + x2 * x2;
    } while (square >= 1.0 || square == 0.0);
    double factor = sqrt(-2.0 * log(square) / square);
    r->gauss = factor * x1;
    r->has_gauss = true;
    return factor * x2;
}

void legacy_fill_uniform(LegacyRandom *r, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = mt19937_double(&r->mt);
}

void legacy_fill_gauss(LegacyRandom *r, double *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = legacy_gauss(r);
}

/* ---- integers: rejection under the smallest mask of ones that covers the range ---- */

static uint64_t mask_of(uint64_t max)
{
    return max == 0 ? 0 : UINT64_MAX >> __builtin_clzll(max);
}

static uint32_t masked32(LegacyRandom *r, uint32_t max, uint32_t mask)
{
    uint32_t value;
    do
        value = mt19937_next(&r->mt) & mask;
    while (value > max);
    return value;
}

static uint64_t masked64(LegacyRandom *r, uint64_t max, uint64_t mask)
{
    if (max <= UINT32_MAX)
        return masked32(r, (uint32_t)max, (uint32_t)mask);
    uint64_t value;
    do
        value = mt19937_next64(&r->mt) & mask;
    while (value > max);
    return value;
}

uint64_t legacy_interval(LegacyRandom *r, uint64_t max)
{
    return max == 0 ? 0 : masked64(r, max, mask_of(max));
}

/* The next `width` (1, 8 or 16) bits; a word of 32 serves several draws. */
static uint32_t take_bits(LegacyRandom *r, LegacyBits *bits, int width)
{
    if (bits->left == 0) {
        bits->word = mt19937_next(&r->mt);
        bits->left = 32 / width;
    } else {
        bits->word >>= width;
    }
    bits->left--;
    return bits->word & ((1u << width) - 1);
}

uint64_t legacy_integer(LegacyRandom *r, int size, uint64_t low, uint64_t range, LegacyBits *bits)
{
    if (range == 0)
        return low;
    if (size >= 4)
        return low + masked64(r, range, mask_of(range));
    int width = size == 0 ? 1 : 8 * size;
    uint32_t value, mask = (uint32_t)mask_of(range);
    do
        value = take_bits(r, bits, width) & mask;
    while (value > range);
    return low + value;
}

void legacy_fill_integers(LegacyRandom *r, int size, uint64_t low, uint64_t range, void *out,
                          size_t n)
{
    LegacyBits bits = {0, 0};
    for (size_t i = 0; i < n; i++) {
        uint64_t value = legacy_integer(r, size, low, range, &bits);
        switch (size) {
        case 8:
            ((uint64_t *)out)[i] = value;
            break;
        case 4:
            ((uint32_t *)out)[i] = (uint32_t)value;
            break;
        case 2:
            ((uint16_t *)out)[i] = (uint16_t)value;
            break;
        default:
            ((uint8_t *)out)[i] = (uint8_t)value;
        }
    }
}

void legacy_bytes(LegacyRandom *r, uint8_t *out, size_t n)
{
    if (n == 0)
        mt19937_next(&r->mt); /* NumPy's count of words is at least one */
    for (size_t i = 0; i < n; i += 4) {
        uint32_t word = mt19937_next(&r->mt);
        for (size_t j = i; j < n && j < i + 4; j++, word >>= 8)
            out[j] = (uint8_t)word;
    }
}

/* ---- orders and choices ---- */

static void swap_bytes(char *a, char *b, size_t size)
{
    char piece[64];
    while (size > 0) {
        size_t part = MIN(size, sizeof piece);
        memcpy(piece, a, part);
        memcpy(a, b, part);
        memcpy(b, piece, part);
        a += part, b += part, size -= part;
    }
}

void legacy_shuffle(LegacyRandom *r, char *data, size_t n, size_t size, intptr_t stride)
{
    for (size_t i = n; i-- > 1;) {
        size_t j = legacy_interval(r, i);
        if (i != j)
            swap_bytes(data + (intptr_t)i * stride, data + (intptr_t)j * stride, size);
    }
}

void legacy_permutation(LegacyRandom *r, int64_t *out, size_t n)
{
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)i;
    for (size_t i = n; i-- > 1;) {
        size_t j = legacy_interval(r, i);
        int64_t moved = out[i];
        out[i] = out[j];
        out[j] = moved;
    }
}

static void make_cdf(const double *p, size_t n, double *cdf)
{
    double sum = 0.0;
    for (size_t i = 0; i < n; i++) {
        sum = i == 0 ? p[0] : sum + p[i];
        cdf[i] = sum;
    }
    for (size_t i = 0; i < n; i++)
        cdf[i] /= sum;
}

/* The first index whose cdf exceeds u. */
static size_t find_in_cdf(const double *cdf, size_t n, double u)
{
    size_t low = 0, high = n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cdf[middle] <= u)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void legacy_choice(LegacyRandom *r, const double *p, size_t population, double *cdf, int64_t *out,
                   size_t n)
{
    make_cdf(p, population, cdf);
    for (size_t i = 0; i < n; i++)
        out[i] = (int64_t)find_in_cdf(cdf, population, mt19937_double(&r->mt));
}

/* Draws as many as are missing, drops repetitions, gives what was found the weight 0, and again. */
void legacy_choice_distinct(LegacyRandom *r, const double *p, size_t population, double *scratch,
                            int64_t *out, size_t n)
{
    double *cdf = scratch, *weights = scratch + population;
    memcpy(weights, p, population * sizeof *p);
    for (size_t found = 0; found < n;) {
        make_cdf(weights, population, cdf);
        for (size_t draws = n - found; draws > 0; draws--) {
            size_t index = find_in_cdf(cdf, population, mt19937_double(&r->mt));
            if (index < population && weights[index] != 0.0) {
                weights[index] = 0.0;
                out[found++] = (int64_t)index;
            }
        }
    }
}

/* ---- the table of distributions ---- */

#define REAL(name_, count, ...)                                                                    \
    {.name = #name_, .params = count, .param = {__VA_ARGS__}, .real = legacy_##name_},
#define WHOLE(name_, count, ...)                                                                   \
    {.name = #name_, .params = count, .param = {__VA_ARGS__}, .whole = legacy_##name_},

static const LegacyDistribution distributions[] = {LEGACY_REALS(REAL) LEGACY_WHOLES(WHOLE)};

const LegacyDistribution *legacy_distribution(const char *name)
{
    for (size_t i = 0; i < COUNT_OF(distributions); i++) {
        if (strcmp(distributions[i].name, name) == 0)
            return &distributions[i];
    }
    return NULL;
}

const char *legacy_check(LegacyConstraint constraint, double value)
{
    static const char *const messages[] = {
#define X(name, message) message,
        LEGACY_CONSTRAINTS(X)
#undef X
    };
    bool broken = false;
    switch (constraint) {
    case LEGACY_ANY:
        break;
    case LEGACY_NON_NEGATIVE:
        broken = !isnan(value) && signbit(value);
        break;
    case LEGACY_POSITIVE:
        broken = value <= 0;
        break;
    case LEGACY_PROBABILITY:
        broken = !(value >= 0 && value <= 1);
        break;
    case LEGACY_POSITIVE_PROBABILITY:
        broken = !(value > 0 && value <= 1);
        break;
    case LEGACY_RATE:
        broken = !(value >= 0);
        break;
    }
    return broken ? messages[constraint] : NULL;
}
