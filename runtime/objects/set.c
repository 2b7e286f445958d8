#include "runtime/native.h"
#include "runtime/objects/items.h"
#include "runtime/objects/set_table.h"

enum { LINEAR_PROBES = 9, PERTURB_SHIFT = 5, SMALLEST = 8 };

static SetTable *table_new(size_t size)
{
    if (size > (size_t)1 << 40) {
        raise_memory();
    }
    SetTable *t = mm_new(&set_table_type, sizeof(SetTable) + size * 2 * sizeof(Slot));
    t->size = size;
    return t;
}

/* The places where an item may be: FOR_PLACES(i, hash, mask) { ... } looks at them for ever. */
#define FOR_PLACES(i, hash, mask)                                                                  \
    for (size_t i##_rest = (size_t)(hash), i##_start = (size_t)(hash) & (mask);;                   \
         i##_rest >>= PERTURB_SHIFT, i##_start = (i##_start * 5 + 1 + i##_rest) & (mask))          \
        for (size_t                                                                                \
                 i = i##_start,                                                                    \
                 i##_end = i##_start + (i##_start + LINEAR_PROBES <= (mask) ? LINEAR_PROBES : 0);  \
             i <= i##_end; i++)

/* Puts an item that is not there into a table without dummies. */
static always_inline size_t clean_place(const SetTable *t, int64_t hash)
{
    size_t mask = t->size - 1;
    FOR_PLACES(i, hash, mask)
    {
        if (t->at[i].v == EMPTY) {
            return i;
        }
    }
}

void set_resize(Set *s, size_t items)
{
    SetTable *old = set_table(s);
    size_t size = SMALLEST;
    while (size <= items) {
        size *= 2;
    }
    SetTable *t = table_new(size);
    for (size_t i = 0; old && i < old->size; i++) {
        if (old->at[i].v != EMPTY && old->at[i].v != SET_DUMMY) {
            int64_t hash = set_hashes(old)[i];
            size_t place = clean_place(t, hash);
            mm_transfer(t, &t->at[place], &old->at[i], 1);
            set_hashes(t)[place] = hash;
        }
    }
    s->used = s->count;
    mm_store(s, &s->table, value_from(t));
    if (old) {
        mm_discard(old);
    }
}

/* Looks for the item; the result is its place, or ~(the place where it is to be added: as in
 * CPython the last deleted one on the way, or else the never used one that ends the probe). */
static int64_t search(Set *s, Value item, int64_t hash)
{
restart:;
    SetTable *t = set_table(s);
    int64_t reusable = -1;
    const int64_t *hashes = set_hashes(t);
    size_t mask = t->size - 1;
    FOR_PLACES(i, hash, mask)
    {
        Value have = t->at[i].v;
        if (have == item) {
            return (int64_t)i;
        }
        if (have == EMPTY) {
            return ~(reusable < 0 ? (int64_t)i : reusable);
        }
        if (have == SET_DUMMY) {
            reusable = (int64_t)i;
            continue;
        }
        if (are_ints(have, item) || hashes[i] != hash) {
            continue;
        }
        if (is_exactly(have, &str_type) && is_exactly(item, &str_type)) {
            if (str_equal(have, item)) {
                return (int64_t)i;
            }
            continue;
        }
        bool equal = op_equal(have, item);
        if (set_table(s) != t || t->at[i].v != have) {
            if (!set_table(s)) {
                set_resize(s, 0);
            }
            goto restart;
        }
        if (equal) {
            return (int64_t)i;
        }
    }
}

/* The same for a small int as long as only small ints are met: -1 if it is not there, -2 if search
 * must decide. */
static always_inline int64_t search_int(const SetTable *t, Value item, int64_t hash)
{
    size_t mask = t->size - 1;
    FOR_PLACES(i, hash, mask)
    {
        Value have = t->at[i].v;
        if (have == item) {
            return (int64_t)i;
        }
        if (!is_int(have)) {
            return have == EMPTY ? -1 : -2;
        }
    }
}

int64_t set_find(Set *s, Value item, int64_t hash)
{
    if (s->count == 0) {
        return -1;
    }
    int64_t place = search(s, item, hash);
    return place < 0 ? -1 : place;
}

bool set_add_hashed(Set *s, Value item, int64_t hash)
{
    if (unlikely(!set_table(s))) {
        set_resize(s, 0);
    }
    int64_t place = search(s, item, hash);
    if (place >= 0) {
        return false;
    }
    SetTable *t = set_table(s);
    bool is_reused = t->at[~place].v == SET_DUMMY;
    set_hashes(t)[~place] = hash;
    mm_store(t, &t->at[~place], item);
    s->count++;
    if (is_reused) {
        return true;
    }
    s->used++;
    if (s->used * 5 >= (t->size - 1) * 3) {
        set_resize(s, s->count > 50000 ? s->count * 2 : s->count * 4);
    }
    return true;
}

void set_remove_at(Set *s, size_t place)
{
    SetTable *t = set_table(s);
    mm_store(t, &t->at[place], SET_DUMMY);
    set_hashes(t)[place] = -1;
    s->count--;
}

bool set_discard_hashed(Set *s, Value item, int64_t hash)
{
    int64_t place = set_find(s, item, hash);
    if (place < 0) {
        return false;
    }
    set_remove_at(s, (size_t)place);
    return true;
}

bool set_next_hashed(Set *s, size_t *position, Value *item, int64_t *hash)
{
    const SetTable *t = set_table(s);
    for (size_t i = *position; t && i < t->size; i++) {
        if (t->at[i].v != EMPTY && t->at[i].v != SET_DUMMY) {
            *item = t->at[i].v;
            *hash = set_hashes(t)[i];
            *position = i + 1;
            return true;
        }
    }
    return false;
}

/* ---- The interface ---- */

Set *set_new(Type *type)
{
    return NEW(Set, type);
}

bool set_add(Set *set, Value item)
{
    return set_add_hashed(set, item, set_hash(item));
}

/* What stands for an item in a look-up: a set, unhashable, is looked for as a frozenset. */
static Value lookup_key(Value item)
{
    if (is_set(item) && type_of(item)->hash == set_type.hash) {
        Set *frozen = set_new(&frozenset_type);
        set_update(frozen, item);
        return value_from(frozen);
    }
    return item;
}

bool set_contains(Set *set, Value item)
{
    if (is_int(item) && set->count) {
        int64_t place = search_int(set_table(set), item, set_hash(item));
        if (place != -2) {
            return place >= 0;
        }
    }
    if (is_object(item)) {
        item = lookup_key(item);
    }
    return set_find(set, item, set_hash(item)) >= 0;
}

bool set_discard(Set *set, Value item)
{
    item = lookup_key(item);
    return set_discard_hashed(set, item, set_hash(item));
}

bool set_next(Set *set, size_t *position, Value *item)
{
    int64_t hash;
    return set_next_hashed(set, position, item, &hash);
}

void set_clear(Set *set)
{
    set->count = set->used = 0;
    mm_store(set, &set->table, EMPTY);
}

/* Room for so many more at once, by CPython's rule. */
static void presize(Set *set, size_t more)
{
    if ((set->used + more) * 5 >= (set_size(set) - 1) * 3) {
        set_resize(set, (set->count + more) * 2);
    }
}

static void merge_into_empty(Set *set, Set *other)
{
    if (!set_table(set)) {
        set_resize(set, 0);
    }
    SetTable *t = set_table(set);
    const SetTable *from = set_table(other);
    bool same_places = t->size == from->size && other->used == other->count;
    for (size_t i = 0; i < from->size; i++) {
        Value item = from->at[i].v;
        if (item != EMPTY && item != SET_DUMMY) {
            int64_t hash = set_hashes(from)[i];
            size_t place = same_places ? i : clean_place(t, hash);
            mm_store(t, &t->at[place], item);
            set_hashes(t)[place] = hash;
        }
    }
    set->used = set->count = other->count;
}

static void merge(Set *set, Set *other)
{
    if (other == set || other->count == 0) {
        return;
    }
    presize(set, other->count);
    if (set->used == 0) {
        merge_into_empty(set, other);
        return;
    }
    size_t position = 0;
    Value item;
    int64_t hash;
    while (set_next_hashed(other, &position, &item, &hash)) {
        set_add_hashed(set, item, hash);
    }
}

void set_update(Set *set, Value iterable)
{
    if (is_set(iterable)) {
        merge(set, as_set(iterable));
    } else if (is_exactly(iterable, &dict_type)) {
        presize(set, as_dict(iterable)->count);
        uint32_t position = 0;
        Value key, value;
        while (dict_next(as_dict(iterable), &position, &key, &value)) {
            set_add(set, key);
        }
    } else if (is_exactly(iterable, &list_type)) {
        List *list = as_list(iterable);
        for (size_t i = 0; i < list->count; i++) {
            set_add(set, list_at(list, i));
        }
    } else {
        Value iterator = op_iter(iterable), item;
        size_t seen = 0;
        Type *type = type_of(iterator);
        Value (*next)(Value) = type->next ? type->next : op_next;
        while ((item = next(iterator)) != EMPTY) {
            set_add(set, item);
            if (unlikely((++seen & 0xffff) == 0)) {
                check_interrupt();
            }
        }
    }
}

Value set_copy(Value set)
{
    bool frozen = type_is_subtype(type_of(set), &frozenset_type);
    Set *copy = set_new(frozen ? &frozenset_type : &set_type);
    merge(copy, as_set(set));
    return value_from(copy);
}

Value set_intersection(Value self, Value other)
{
    bool frozen = type_is_subtype(type_of(self), &frozenset_type);
    if (self == other) {
        return set_copy(self);
    }
    Set *result = set_new(frozen ? &frozenset_type : &set_type);
    int64_t hash;
    if (is_set(other)) {
        Set *big = as_set(self), *small = as_set(other);
        if (small->count > big->count) {
            Set *swap = big;
            big = small;
            small = swap;
        }
        size_t position = 0;
        Value item;
        while (set_next_hashed(small, &position, &item, &hash)) {
            if (set_find(big, item, hash) >= 0) {
                set_add_hashed(result, item, hash);
            }
        }
        return value_from(result);
    }
    ITERATE(item, other)
    {
        hash = set_hash(item);
        if (set_find(as_set(self), item, hash) >= 0) {
            set_add_hashed(result, item, hash);
        }
    }
    return value_from(result);
}

void set_difference_update(Set *set, Value iterable)
{
    if (iterable == value_from(set)) {
        set_clear(set);
        return;
    }
    if (is_set(iterable)) {
        Set *other = as_set(iterable);
        if (other->count >> 3 > set->count) {
            other = as_set(set_intersection(value_from(set), iterable));
        }
        size_t position = 0;
        Value item;
        int64_t hash;
        while (set_next_hashed(other, &position, &item, &hash)) {
            set_discard_hashed(set, item, hash);
        }
    } else {
        ITERATE(item, iterable)
        {
            set_discard_hashed(set, item, set_hash(item));
        }
    }
    if (set->used - set->count > (set_size(set) - 1) / 4) {
        set_resize(set, set->count > 50000 ? set->count * 2 : set->count * 4);
    }
}

static void toggle(Set *set, Value item, int64_t hash)
{
    if (!set_discard_hashed(set, item, hash)) {
        set_add_hashed(set, item, hash);
    }
}

void set_symmetric_update(Set *set, Value iterable)
{
    Value item;
    int64_t hash;
    if (iterable == value_from(set)) {
        set_clear(set);
        return;
    }
    if (is_exactly(iterable, &dict_type)) {
        uint32_t position = 0;
        Value value;
        while (dict_next(as_dict(iterable), &position, &item, &value)) {
            toggle(set, item, set_hash(item));
        }
        return;
    }
    if (!is_set(iterable)) {
        Set *other = set_new(&set_type);
        set_update(other, iterable);
        iterable = value_from(other);
    }
    size_t position = 0;
    while (set_next_hashed(as_set(iterable), &position, &item, &hash)) {
        toggle(set, item, hash);
    }
}

static size_t table_size_of(Object *object)
{
    return sizeof(SetTable) + ((SetTable *)object)->size * 2 * sizeof(Slot);
}

Type set_table_type = {
    .name = "set table",
    .flags = TYPE_NO_INSTANCES | TYPE_STORAGE,
    .size = sizeof(SetTable),
    .array_at = offsetof(SetTable, at),
    .array_count_at = offsetof(SetTable, size),
    .size_of = table_size_of,
};
