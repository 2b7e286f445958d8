/* mt19937.h: the Mersenne Twister (Matsumoto and Nishimura 1998, the 2002 seeding), one state
 * for the module random and for numpy.random. Pure. The invariant: the same seed yields the same
 * words as CPython's random and NumPy's RandomState, and `position` is 0..MT19937_WORDS.
 */
#ifndef RUNTIME_MT19937_H
#define RUNTIME_MT19937_H

#include "runtime/base.h"

enum { MT19937_WORDS = 624 };

typedef struct {
    uint32_t key[MT19937_WORDS];
    int position; /* of the next unread word; MT19937_WORDS when all are used up */
} Mt19937;

/* Seeds from one 32-bit number (numpy.random.seed(int)). */
void mt19937_seed(Mt19937 *mt, uint32_t seed);

/* Seeds from an array of 32-bit words, count >= 1. random.seed(int) passes the words of abs(int),
 * least significant first (one zero word for 0); numpy.random.seed(sequence) the sequence. */
void mt19937_seed_array(Mt19937 *mt, const uint32_t *words, size_t count);

/* Seeds as random.seed(str or bytes) does, version 2: from the text followed by its SHA-512. */
void mt19937_seed_text(Mt19937 *mt, const void *text, size_t len);

/* Makes the next MT19937_WORDS words; mt19937_next calls it when needed. */
void mt19937_refill(Mt19937 *mt);

/* The next 32 random bits. */
static inline uint32_t mt19937_next(Mt19937 *mt)
{
    if (unlikely(mt->position >= MT19937_WORDS))
        mt19937_refill(mt);
    uint32_t y = mt->key[mt->position++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680u;
    y ^= (y << 15) & 0xefc60000u;
    return y ^ (y >> 18);
}

/* The next 64 random bits, high word first (NumPy's order). */
static inline uint64_t mt19937_next64(Mt19937 *mt)
{
    uint64_t high = mt19937_next(mt);
    return high << 32 | mt19937_next(mt);
}

/* A double in [0, 1) with 53 random bits: random.random() and numpy's random_sample(). */
static inline double mt19937_double(Mt19937 *mt)
{
    uint32_t high = mt19937_next(mt) >> 5, low = mt19937_next(mt) >> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
}

/* random.getrandbits(bits) as 32-bit words, least significant first; bits >= 1, room for
 * (bits + 31) / 32 words. */
void mt19937_bits(Mt19937 *mt, size_t bits, uint32_t *words);

#endif
