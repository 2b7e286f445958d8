#include "runtime/objects/dict_table.h"
#include "runtime/objects/items.h"

/* ---- Tables ---- */

/* The size of the index for that many entries: with two thirds of it taken, probes stay short. */
static uint32_t index_size_for(size_t capacity)
{
    if (capacity <= DICT_SMALL) {
        return 0;
    }
    uint32_t size = 16;
    while (size / 3 * 2 + (size % 3 == 2) < capacity) {
        size *= 2;
    }
    return size;
}

static uint32_t capacity_of_index(uint32_t size)
{
    return size / 3 * 2 + (size % 3 == 2);
}

static size_t table_bytes(const DictTable *t)
{
    return sizeof(DictTable) + t->slot_count * sizeof(Slot) +
           (t->index_size + t->slot_count / 2) * sizeof(uint32_t);
}

DictTable *dict_table_new(size_t capacity)
{
    if (capacity > DICT_LARGEST) {
        raise_memory();
    }
    uint32_t index = index_size_for(capacity);
    uint32_t entries = index ? capacity_of_index(index) : capacity <= 4 ? 4 : DICT_SMALL;
    DictTable shape = {.slot_count = 2 * (size_t)entries, .index_size = index};
    DictTable *t = mm_new(&dict_table_type, table_bytes(&shape));
    t->slot_count = shape.slot_count;
    t->index_size = index;
    t->index_free = entries;
    return t;
}

/* Enters position into the index at the first free word for the hash. */
static always_inline void index_enter(DictTable *t, uint32_t *index, uint32_t hash,
                                      uint32_t position)
{
    Probe p = probe_start(t, hash);
    while (index[p.place]) {
        probe_next(&p);
    }
    index[p.place] = (hash & ~p.mask) | (position + 1);
}

static void index_rebuild(DictTable *t, uint32_t count)
{
    if (!t->index_size) {
        return;
    }
    uint32_t *index = table_index(t);
    const uint32_t *hashes = table_hashes(t);
    for (uint32_t i = 0; i < count; i++) {
        index_enter(t, index, hashes[i], i);
    }
    t->index_free = table_capacity(t) - count;
}

/* Moves the live entries from `old` to the fresh `t`, closing the gaps. */
static void table_move_live(Dict *d, DictTable *t, DictTable *old)
{
    uint32_t to = 0;
    const uint32_t *from_hashes = table_hashes(old);
    uint32_t *to_hashes = table_hashes(t);
    for (uint32_t from = d->first; from < d->used;) {
        if (old->at[from].key.v == EMPTY) {
            from++;
            continue;
        }
        uint32_t end = from + 1;
        while (end < d->used && old->at[end].key.v != EMPTY) {
            end++;
        }
        mm_transfer(t, &t->at[to].key, &old->at[from].key, 2 * (size_t)(end - from));
        memcpy(&to_hashes[to], &from_hashes[from], (end - from) * sizeof(uint32_t));
        to += end - from;
        from = end;
    }
    assert(to == d->count);
}

static DictTable *table_replace(Dict *d, size_t capacity)
{
    DictTable *old = dict_table(d);
    DictTable *t = dict_table_new(capacity);
    if (old) {
        if (d->used != d->count) {
            d->version = 0;
        }
        table_move_live(d, t, old);
        index_rebuild(t, d->count);
    }
    d->used = d->count;
    d->first = 0;
    mm_store(d, &d->table, value_from(t));
    if (old) {
        mm_discard(old);
    }
    return t;
}

DictTable *dict_table_grow(Dict *d)
{
    if (!dict_table(d)) {
        return table_replace(d, 1);
    }
    return table_replace(d, MAX((size_t)d->count * 2, 4));
}

void dict_table_reserve(Dict *d, size_t expected)
{
    DictTable *t = dict_table(d);
    if (expected && (!t || expected > table_capacity(t))) {
        table_replace(d, expected);
    }
}

DictTable *dict_table_copy(Dict *d)
{
    DictTable *old = dict_table(d);
    DictTable *t = mm_new(&dict_table_type, table_bytes(old));
    t->slot_count = old->slot_count;
    t->index_size = old->index_size;
    t->index_free = old->index_free;
    mm_init_run(t, &t->at[0].key, &old->at[0].key.v, 2 * (size_t)d->used);
    memcpy(table_index(t), table_index(old),
           (old->index_size + table_capacity(old)) * sizeof(uint32_t));
    return t;
}

/* ---- Finding ---- */

typedef enum { DIFFERENT, SAME, CHANGED } Candidate;

/* Whether the entry, whose key is not this very object but may have this hash, has an equal key. */
static noinline Candidate compare_entry(Dict *d, DictTable *t, uint32_t position, Value key,
                                        uint32_t hash)
{
    Value have = t->at[position].key.v;
    if (have == EMPTY || table_hashes(t)[position] != hash || are_ints(have, key)) {
        return DIFFERENT;
    }
    if (is_exactly(have, &str_type) && is_exactly(key, &str_type)) {
        return str_equal(have, key) ? SAME : DIFFERENT;
    }
    bool equal = op_equal(have, key);
    if (dict_table(d) != t || t->at[position].key.v != have) {
        return CHANGED;
    }
    return equal ? SAME : DIFFERENT;
}

static noinline int64_t find_small(Dict *d, DictTable *t, Value key, uint32_t hash)
{
    for (uint32_t bits = small_matches(t, hash); bits; bits &= bits - 1) {
        uint32_t position = (uint32_t)__builtin_ctz(bits);
        if (likely(t->at[position].key.v == key)) {
            return position;
        }
        Candidate c = compare_entry(d, t, position, key, hash);
        if (c == SAME) {
            return position;
        }
        if (c == CHANGED) {
            return dict_table_find(d, key, hash);
        }
    }
    return -1;
}

int64_t dict_table_find(Dict *d, Value key, uint32_t hash)
{
    DictTable *t = dict_table(d);
    if (unlikely(!t)) {
        return -1;
    }
    if (t->index_size == 0) {
        return find_small(d, t, key, hash);
    }
    const uint32_t *index = table_index(t);
    for (Probe p = probe_start(t, hash);; probe_next(&p)) {
        uint32_t word = index[p.place];
        if (word == 0) {
            return -1;
        }
        if (((word ^ hash) & ~p.mask) == 0) {
            uint32_t position = (word & p.mask) - 1;
            if (likely(t->at[position].key.v == key)) {
                return position;
            }
            Candidate c = compare_entry(d, t, position, key, hash);
            if (c == SAME) {
                return position;
            }
            if (c == CHANGED) {
                return dict_table_find(d, key, hash);
            }
        }
    }
}

void dict_table_insert(Dict *d, Value key, uint32_t hash, Value value)
{
    DictTable *t = dict_table(d);
    if (unlikely(!t || d->used == table_capacity(t) || t->index_free == 0)) {
        t = dict_table_grow(d);
    }
    uint32_t position = d->used++;
    d->count++;
    d->version = 0;
    if (t->index_size) {
        index_enter(t, table_index(t), hash, position);
        t->index_free--;
    }
    table_hashes(t)[position] = hash;
    mm_store(t, &t->at[position].key, key);
    mm_store(t, &t->at[position].value, value);
}

void dict_delete_entry(Dict *d, uint32_t position)
{
    DictTable *t = dict_table(d);
    mm_store(t, &t->at[position].key, EMPTY);
    mm_store(t, &t->at[position].value, EMPTY);
    d->count--;
    d->version = 0;
    if (position == d->first) {
        uint32_t first = position + 1;
        while (first < d->used && t->at[first].key.v == EMPTY) {
            first++;
        }
        d->first = first;
    }
}

static size_t table_size_of(Object *object)
{
    return table_bytes((DictTable *)object);
}

Type dict_table_type = {
    .name = "dict table",
    .flags = TYPE_NO_INSTANCES | TYPE_STORAGE,
    .size = sizeof(DictTable),
    .array_at = offsetof(DictTable, at),
    .array_count_at = offsetof(DictTable, slot_count),
    .size_of = table_size_of,
};
