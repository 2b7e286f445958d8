#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "runtime/objects/str_units.h"
#include <wchar.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* ---- Copying and scanning ---- */

bool units_are_ascii(const void *bytes, size_t count)
{
    return units_or(bytes, 1, count) < 0x80;
}

/* The or of whole 8-byte words, folded by the caller. */
vector_loops static uint64_t or_words(const char *at, size_t words)
{
    uint64_t all = 0, word;
    for (size_t i = 0; i < words; i++) {
        memcpy(&word, at + i * 8, 8);
        all |= word;
    }
    return all;
}

uint32_t units_or(const void *units, int width, size_t count)
{
    size_t words = count * (size_t)width / 8;
    uint64_t all = or_words(units, words);
    all |= all >> 32;
    if (width < 4) {
        all |= all >> 16;
    }
    if (width < 2) {
        all |= all >> 8;
    }
    uint32_t low = (uint32_t)(width == 1 ? all & 0xff : width == 2 ? all & 0xffff : all);
    for (size_t i = words * 8 / (size_t)width; i < count; i++) {
        low |= unit_at(units, width, i);
    }
    return low;
}

#define COPY(To, From)                                                                             \
    do {                                                                                           \
        To *out = to;                                                                              \
        const From *in = from;                                                                     \
        for (size_t i = 0; i < count; i++) {                                                       \
            out[i] = (To)in[i];                                                                    \
        }                                                                                          \
    } while (0)

vector_loops void units_copy(void *to, int to_width, const void *from, int from_width, size_t count)
{
    if (to_width == from_width) {
        memmove(to, from, count * (size_t)to_width);
        return;
    }
    switch (to_width * 8 + from_width) {
    case 1 * 8 + 2:
        COPY(uint8_t, uint16_t);
        break;
    case 1 * 8 + 4:
        COPY(uint8_t, uint32_t);
        break;
    case 2 * 8 + 1:
        COPY(uint16_t, uint8_t);
        break;
    case 2 * 8 + 4:
        COPY(uint16_t, uint32_t);
        break;
    case 4 * 8 + 1:
        COPY(uint32_t, uint8_t);
        break;
    default:
        COPY(uint32_t, uint16_t);
        break;
    }
}

void units_fill(void *to, int width, uint32_t c, size_t count)
{
    if (width == 1) {
        memset(to, (int)c, count);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        unit_put(to, width, i, c);
    }
}

/* ---- Hash: multiply and fold, after Wang Yi's wyhash ---- */

static always_inline uint64_t fold(uint64_t a, uint64_t b)
{
    __uint128_t product = (__uint128_t)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

static always_inline uint64_t read_64(const char *at)
{
    uint64_t word;
    memcpy(&word, at, 8);
    return word;
}

static always_inline uint64_t read_32(const char *at)
{
    uint32_t word;
    memcpy(&word, at, 4);
    return word;
}

uint32_t units_hash(const void *bytes, size_t size)
{
    const uint64_t k0 = UINT64_C(0x9e3779b97f4a7c15), k1 = UINT64_C(0xd1b54a32d192ed03);
    const char *at = bytes;
    uint64_t h = (size + 2) * k0, a, b; /* so that h ^ k0 is not 0, which would hash all alike */
    size_t left = size;
    while (left > 16) {
        h = fold(read_64(at) ^ k1, read_64(at + 8) ^ h);
        at += 16;
        left -= 16;
    }
    if (left >= 8) {
        a = read_64(at);
        b = read_64(at + left - 8);
    } else if (left >= 4) {
        a = read_32(at);
        b = read_32(at + left - 4);
    } else if (left) {
        a = (uint64_t)(uint8_t)at[0] << 16 | (uint64_t)(uint8_t)at[left / 2] << 8 |
            (uint8_t)at[left - 1];
        b = 0;
    } else {
        a = b = 0;
    }
    h = fold(a ^ k1, b ^ h ^ k0);
    h = fold(h ^ k0, k1);
    uint32_t folded = (uint32_t)(h ^ h >> 32);
    return folded ? folded : 1;
}

/* ---- Searching ---- */

/* First unit equal to c. */
static int64_t find_unit(const void *text, int width, size_t count, uint32_t c)
{
    if (width == 1) {
        const char *found = memchr(text, (int)c, count);
        return found ? found - (const char *)text : -1;
    }
    if (width == 4) {
        const wchar_t *found = wmemchr(text, (wchar_t)c, count);
        return found ? found - (const wchar_t *)text : -1;
    }
    const uint16_t *units = text;
    for (size_t i = 0; i < count; i++) {
        if (units[i] == c) {
            return (int64_t)i;
        }
    }
    return -1;
}

static int64_t rfind_unit(const void *text, int width, size_t count, uint32_t c)
{
    if (width == 1) {
        const char *found = memrchr(text, (int)c, count);
        return found ? found - (const char *)text : -1;
    }
    for (size_t i = count; i-- > 0;) {
        if (unit_at(text, width, i) == c) {
            return (int64_t)i;
        }
    }
    return -1;
}

/* memmem's algorithm is linear; for wider units what it finds must lie on a unit's boundary. */
static int64_t find_linear(const char *text, int width, size_t count, const char *needle,
                           size_t needle_count)
{
    const char *from = text, *end = text + count * (size_t)width;
    for (;;) {
        const char *found =
            memmem(from, (size_t)(end - from), needle, needle_count * (size_t)width);
        if (!found) {
            return -1;
        }
        size_t at = (size_t)(found - text);
        if (at % (size_t)width == 0) {
            return (int64_t)(at / (size_t)width);
        }
        from = found + 1;
    }
}

/* The same by hand, from `from` on: where vectors cannot be used, or a text deceives them. */
static size_t find_all_linear(const char *text, int width, size_t count, const char *needle,
                              size_t needle_count, size_t from, size_t *at, size_t max)
{
    size_t found = 0;
    while (found < max && from < count) {
        const char *rest = text + from * (size_t)width;
        int64_t hop = needle_count == 1
                          ? find_unit(rest, width, count - from, unit_at(needle, width, 0))
                          : find_linear(rest, width, count - from, needle, needle_count);
        if (hop < 0) {
            break;
        }
        at[found++] = from + (size_t)hop;
        from += (size_t)hop + needle_count;
    }
    return found;
}

/* Looks for the first and the last byte of the needle at once, 16 places a step, and compares what
 * lies between. Needles that begin and end like much of the text cost comparisons: after too many
 * in vain the rest is searched with a linear worst case. */
static size_t find_all_bytes(const uint8_t *text, size_t count, const uint8_t *needle,
                             size_t needle_count, size_t *at, size_t max)
{
    size_t i = 0, found = 0, free_from = 0;
#ifdef __SSE2__
    size_t end = count - needle_count + 1, wasted = 0;
    __m128i first = _mm_set1_epi8((char)needle[0]);
    __m128i last = _mm_set1_epi8((char)needle[needle_count - 1]);
    for (; i + 16 <= end; i += 16) {
        __m128i begins = _mm_loadu_si128((const __m128i *)(text + i));
        __m128i ends = _mm_loadu_si128((const __m128i *)(text + i + needle_count - 1));
        unsigned mask = (unsigned)_mm_movemask_epi8(
            _mm_and_si128(_mm_cmpeq_epi8(begins, first), _mm_cmpeq_epi8(ends, last)));
        for (; mask; mask &= mask - 1) {
            size_t here = i + (size_t)__builtin_ctz(mask);
            if (here < free_from) {
                continue;
            }
            if (needle_count > 2 && memcmp(text + here + 1, needle + 1, needle_count - 2)) {
                wasted += 1 + needle_count / 64;
                continue;
            }
            at[found++] = here;
            if (found == max) {
                return found;
            }
            free_from = here + needle_count;
        }
        if (unlikely(wasted > 16 + i / 8)) {
            i += 16;
            break;
        }
    }
#endif
    return found + find_all_linear((const char *)text, 1, count, (const char *)needle, needle_count,
                                   MAX(i, free_from), at + found, max - found);
}

/* The needle in the text's width: the same if it has it, a widened copy if it is narrower. NULL if
 * it is wider: then it has a code point that the text cannot have. */
static const void *same_width(const void *needle, int needle_width, size_t count, int width)
{
    if (needle_width >= width) {
        return needle_width == width ? needle : NULL;
    }
    void *wide = scratch_bytes(count * (size_t)width);
    units_copy(wide, width, needle, needle_width, count);
    return wide;
}

int64_t units_find(const void *text, int width, size_t count, const void *needle, int needle_width,
                   size_t needle_count)
{
    if (needle_count > count || needle_width > width) {
        return needle_count ? -1 : 0;
    }
    if (needle_count <= 1) {
        return needle_count ? find_unit(text, width, count, unit_at(needle, needle_width, 0)) : 0;
    }
    size_t at;
    return units_find_all(text, width, count, needle, needle_width, needle_count, &at, 1)
               ? (int64_t)at
               : -1;
}

int64_t units_rfind(const void *text, int width, size_t count, const void *needle, int needle_width,
                    size_t needle_count)
{
    if (needle_count > count || needle_width > width) {
        return needle_count ? -1 : (int64_t)count;
    }
    if (!needle_count) {
        return (int64_t)count;
    }
    uint32_t first = unit_at(needle, needle_width, 0);
    if (needle_count == 1) {
        return rfind_unit(text, width, count, first);
    }
    needle = same_width(needle, needle_width, needle_count, width);
    size_t w = (size_t)width, end = count - needle_count + 1;
    for (;;) {
        int64_t i = rfind_unit(text, width, end, first);
        if (i < 0 || !memcmp((const char *)text + (size_t)i * w, needle, needle_count * w)) {
            return i;
        }
        end = (size_t)i;
    }
}

size_t units_find_all(const void *text, int width, size_t count, const void *needle,
                      int needle_width, size_t needle_count, size_t *at, size_t max)
{
    if (needle_count > count || needle_width > width || !max) {
        return 0;
    }
    needle = same_width(needle, needle_width, needle_count, width);
    if (width == 1) {
        return find_all_bytes(text, count, needle, needle_count, at, max);
    }
    return find_all_linear(text, width, count, needle, needle_count, 0, at, max);
}

vector_loops static size_t count_byte(const uint8_t *bytes, size_t count, uint8_t c)
{
    size_t found = 0;
    while (count) { /* counts of up to 255 fit in a byte: that is what vectors hold most of */
        size_t run = MIN(count, 255 * 16), i = 0;
        uint8_t lanes[16] = {0};
        for (; i + 16 <= run; i += 16) {
            for (int k = 0; k < 16; k++) {
                lanes[k] = (uint8_t)(lanes[k] + (bytes[i + (size_t)k] == c));
            }
        }
        for (; i < run; i++) {
            found += bytes[i] == c;
        }
        for (int k = 0; k < 16; k++) {
            found += lanes[k];
        }
        bytes += run;
        count -= run;
    }
    return found;
}

size_t units_count(const void *text, int width, size_t count, const void *needle, int needle_width,
                   size_t needle_count, size_t limit)
{
    if (needle_count > count || needle_width > width) {
        return 0;
    }
    if (needle_count == 1 && width == 1 && limit >= count) {
        return count_byte(text, count, *(const uint8_t *)needle);
    }
    size_t total = 0, from = 0, at[128];
    needle = same_width(needle, needle_width, needle_count, width);
    while (total < limit) {
        size_t max = MIN(COUNT_OF(at), limit - total);
        size_t found = units_find_all((const char *)text + from * (size_t)width, width,
                                      count - from, needle, width, needle_count, at, max);
        total += found;
        if (found < max) {
            break;
        }
        from += at[found - 1] + needle_count;
    }
    return total;
}
