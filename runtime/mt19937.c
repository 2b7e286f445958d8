#include "runtime/mt19937.h"

#include "runtime/sha512.h"

#if !defined(__clang__)
#pragma GCC optimize("O3") /* vector code for the refill */
#endif

enum { MIDDLE = 397 };

void mt19937_seed(Mt19937 *mt, uint32_t seed)
{
    for (uint32_t i = 0; i < MT19937_WORDS; i++) {
        mt->key[i] = seed;
        seed = 1812433253u * (seed ^ seed >> 30) + i + 1;
    }
    mt->position = MT19937_WORDS;
}

/* The seeding by array over any source of words: the key is mixed with word(source, j) + j. */
static always_inline void seed_words(Mt19937 *mt, size_t count,
                                     uint32_t (*word)(const void *source, size_t index),
                                     const void *source)
{
    mt19937_seed(mt, 19650218u);
    uint32_t *key = mt->key;
    size_t i = 1, j = 0;
    for (size_t k = MAX(count, (size_t)MT19937_WORDS); k > 0; k--) {
        uint32_t last = key[i - 1];
        key[i] = (key[i] ^ (last ^ last >> 30) * 1664525u) + word(source, j) + (uint32_t)j;
        if (++i == MT19937_WORDS) {
            key[0] = key[MT19937_WORDS - 1];
            i = 1;
        }
        if (++j == count)
            j = 0;
    }
    for (size_t k = MT19937_WORDS - 1; k > 0; k--) {
        uint32_t last = key[i - 1];
        key[i] = (key[i] ^ (last ^ last >> 30) * 1566083941u) - (uint32_t)i;
        if (++i == MT19937_WORDS) {
            key[0] = key[MT19937_WORDS - 1];
            i = 1;
        }
    }
    key[0] = 0x80000000u;
}

static uint32_t array_word(const void *source, size_t index)
{
    return ((const uint32_t *)source)[index];
}

void mt19937_seed_array(Mt19937 *mt, const uint32_t *words, size_t count)
{
    seed_words(mt, count, array_word, words);
}

/* A big-endian number: some text, then its digest. */
typedef struct {
    const uint8_t *text;
    size_t len;
    uint8_t digest[SHA512_BYTES];
} SeedText;

static uint8_t seed_byte(const SeedText *seed, size_t from_end)
{
    if (from_end < SHA512_BYTES)
        return seed->digest[SHA512_BYTES - 1 - from_end];
    from_end -= SHA512_BYTES;
    return from_end < seed->len ? seed->text[seed->len - 1 - from_end] : 0;
}

static uint32_t text_word(const void *source, size_t index)
{
    uint32_t word = 0;
    for (size_t i = 4; i-- > 0;)
        word = word << 8 | seed_byte(source, 4 * index + i);
    return word;
}

void mt19937_seed_text(Mt19937 *mt, const void *text, size_t len)
{
    SeedText seed = {.text = text, .len = len};
    sha512(seed.digest, text, len);
    size_t bytes = len + SHA512_BYTES;
    while (bytes > 1 && seed_byte(&seed, bytes - 1) == 0)
        bytes--;
    seed_words(mt, (bytes + 3) / 4, text_word, &seed);
}

static always_inline uint32_t twist(uint32_t high, uint32_t low, uint32_t far)
{
    uint32_t y = (high & 0x80000000u) | (low & 0x7fffffffu);
    return far ^ y >> 1 ^ (-(y & 1) & 0x9908b0dfu);
}

void mt19937_refill(Mt19937 *mt)
{
    uint32_t *key = mt->key;
    int i = 0;
    for (; i < MT19937_WORDS - MIDDLE; i++)
        key[i] = twist(key[i], key[i + 1], key[i + MIDDLE]);
    for (; i < MT19937_WORDS - 1; i++)
        key[i] = twist(key[i], key[i + 1], key[i + MIDDLE - MT19937_WORDS]);
    key[i] = twist(key[i], key[0], key[MIDDLE - 1]);
    mt->position = 0;
}

void mt19937_bits(Mt19937 *mt, size_t bits, uint32_t *words)
{
    for (; bits >= 32; bits -= 32)
        *words++ = mt19937_next(mt);
    if (bits > 0)
        *words = mt19937_next(mt) >> (32 - bits);
}
