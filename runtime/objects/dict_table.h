/* dict_table.h: how entries of a dict are found. For dict*.c alone.
 *
 * Behind the entries of a DictTable lie its index (index_size words of 32 bits) and then, for each
 * entry, the 32-bit hash of its key. An index word is 0 or holds an entry's position + 1 in the low
 * bits (those of index_size - 1) and the hash's other bits above, so that a probe follows a pointer
 * only if the whole hash is very likely equal. Tables of up to 8 entries have no index; their
 * hashes are compared all at once.
 *
 * The invariants: index words are never taken back while the table lives (a deleted entry's word
 * leads to an EMPTY key or to a newer entry, and fails to compare), and index_free says how many
 * may still be taken, at most two thirds of all. So every probe ends.
 *
 * The hash of a key is op_hash folded to 32 bits; equal keys of any types have equal ones.
 */
#ifndef RUNTIME_OBJECTS_DICT_TABLE_H
#define RUNTIME_OBJECTS_DICT_TABLE_H

#include "runtime/error.h"
#include "runtime/ops.h"
#include "runtime/objects/dict.h"
#include "runtime/objects/str.h"
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { DICT_SMALL = 8 };
#define DICT_LARGEST (UINT32_C(1) << 29) /* entries */

static always_inline uint32_t table_capacity(const DictTable *t)
{
    return (uint32_t)(t->slot_count / 2);
}
static always_inline uint32_t *table_index(const DictTable *t)
{
    return (uint32_t *)((char *)t->at + t->slot_count * sizeof(Slot));
}
static always_inline uint32_t *table_hashes(const DictTable *t)
{
    return table_index(t) + t->index_size;
}

static always_inline uint32_t hash_fold(int64_t hash)
{
    return (uint32_t)hash ^ (uint32_t)((uint64_t)hash >> 32);
}
static always_inline uint32_t hash_small_int(Value key)
{
    int64_t i = as_int(key);
    return hash_fold(i - (i == -1));
}
static always_inline uint32_t hash_exact_str(Value key)
{
    uint32_t hash = as_str(key)->hash;
    return likely(hash) ? hash : str_hash(key);
}
/* TypeError if the key is unhashable; may run Python code unless it is a number or a str. */
static always_inline uint32_t hash_key(Value key)
{
    if (is_int(key)) {
        return hash_small_int(key);
    }
    if (is_exactly(key, &str_type)) {
        return hash_exact_str(key);
    }
    return hash_fold(op_hash(key));
}

/* Which of the table's hashes (at most 8) equal `hash`, as bits. */
static always_inline uint32_t small_matches(const DictTable *t, uint32_t hash)
{
    const uint32_t *hashes = table_index(t);
#ifdef __SSE2__
    __m128i wanted = _mm_set1_epi32((int)hash);
    __m128i low = _mm_cmpeq_epi32(wanted, _mm_loadu_si128((const __m128i *)hashes));
    uint32_t bits = (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(low));
    if (t->slot_count > DICT_SMALL) {
        __m128i high = _mm_cmpeq_epi32(wanted, _mm_loadu_si128((const __m128i *)(hashes + 4)));
        bits |= (uint32_t)_mm_movemask_ps(_mm_castsi128_ps(high)) << 4;
    }
    return bits;
#else
    uint32_t bits = 0;
    for (uint32_t i = 0; i < table_capacity(t); i++) {
        bits |= (uint32_t)(hashes[i] == hash) << i;
    }
    return bits;
#endif
}

/* Goes through the index words where a key of this hash may be: the probing order of CPython's
 * dict, which uses all bits of the hash in the end. */
typedef struct Probe {
    uint32_t mask, place, rest;
} Probe;
static always_inline Probe probe_start(const DictTable *t, uint32_t hash)
{
    uint32_t mask = t->index_size - 1;
    return (Probe){mask, hash & mask, hash};
}
static always_inline void probe_next(Probe *p)
{
    p->rest >>= 5;
    p->place = (p->place * 5 + p->rest + 1) & p->mask;
}

extern Type dict_table_type;
/* A table for at least `capacity` entries; MemoryError. */
DictTable *dict_table_new(size_t capacity);
/* Replaces the dict's table by one with room for more, without the deleted entries. */
DictTable *dict_table_grow(Dict *d);
/* The same, with room for `expected` entries. */
void dict_table_reserve(Dict *d, size_t expected);
/* A copy of the dict's table with its entries at the same positions. */
DictTable *dict_table_copy(Dict *d);
/* Adds a key that is not there. */
void dict_table_insert(Dict *d, Value key, uint32_t hash, Value value);

/* Position of the key, or -1. May run Python code (the keys' __eq__) for keys other than numbers
 * and strs; it starts again if that changes the dict. */
int64_t dict_table_find(Dict *d, Value key, uint32_t hash);

/* For callers that know the hash: of an entry of another dict, or hash_key's. */
void dict_set_hashed(Dict *d, Value key, uint32_t hash, Value value);
void dict_delete_entry(Dict *d, uint32_t position);
/* Whether the key is there; TypeError if it is unhashable. */
bool dict_has(Dict *d, Value key);

#endif
