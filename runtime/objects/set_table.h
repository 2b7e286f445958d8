/* set_table.h: the storage of a set, for set.c and set_methods.c alone.
 *
 * Open addressing as in CPython's set, so that the order of items is the same: a run of up to ten
 * neighbours, then a jump that mixes in the hash's higher bits. Keys and hashes are two arrays, so
 * that looking for an int reads keys only.
 *
 * The invariant: a key is EMPTY (never used), SET_DUMMY (deleted; its hash is -1) or an item with
 * its op_hash; `used` counts the last two, and stays below three fifths of the table.
 */
#ifndef RUNTIME_OBJECTS_SET_TABLE_H
#define RUNTIME_OBJECTS_SET_TABLE_H

#include "runtime/objects/set.h"
#include "runtime/objects/str.h"
#include "runtime/ops.h"

typedef struct SetTable {
    Object head;
    size_t size; /* a power of two; the hashes lie behind the keys */
    Slot at[];
} SetTable;

extern Type set_table_type;

#define SET_DUMMY (TAG_SINGLETON + 7) /* a value that no script ever sees */

static always_inline SetTable *set_table(const Set *s)
{
    return (SetTable *)as_object(s->table.v);
}
static always_inline int64_t *set_hashes(const SetTable *t)
{
    return (int64_t *)&t->at[t->size];
}
static always_inline int64_t set_hash(Value item)
{
    if (is_int(item)) {
        return as_int(item) - (as_int(item) == -1);
    }
    if (is_exactly(item, &str_type)) {
        uint32_t hash = as_str(item)->hash;
        return likely(hash) ? hash : str_hash(item);
    }
    return op_hash(item);
}
/* The table's size, as CPython counts it for a set that never held anything. */
static inline size_t set_size(const Set *s)
{
    return s->table.v ? set_table(s)->size : 8;
}
/* A table with room for more than `items`, and without dummies. */
void set_resize(Set *s, size_t items);
/* Place of the item, or -1. May run the items' __eq__. */
int64_t set_find(Set *s, Value item, int64_t hash);
bool set_add_hashed(Set *s, Value item, int64_t hash);
bool set_discard_hashed(Set *s, Value item, int64_t hash);
void set_remove_at(Set *s, size_t place);
/* As set_next, with the hash. */
bool set_next_hashed(Set *s, size_t *position, Value *item, int64_t *hash);

#endif
