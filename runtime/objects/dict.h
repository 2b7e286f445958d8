/* dict.h: Python's dict: entries in insertion order, found through an index table (small dicts are
 * searched without one). Look-ups of str keys run no Python code; others may.
 *
 * For inline caches: an entry's position stays valid while `version` is unchanged; `version` becomes
 * 0 when the set of keys or the positions change, and dict_version gives it a new unique number.
 */
#ifndef RUNTIME_OBJECTS_DICT_H
#define RUNTIME_OBJECTS_DICT_H
#include "runtime/mm.h"

typedef struct DictEntry {
    Slot key; /* EMPTY: deleted */
    Slot value;
} DictEntry;

/* The entries, owned by one Dict. What else it holds (index table, hashes) is dict_table.h's business
 * and lies behind the entries. */
typedef struct DictTable {
    Object head;
    size_t slot_count;   /* two an entry */
    uint32_t index_size; /* a power of two, or 0: searched without an index */
    uint32_t index_free; /* index places that may still be taken */
    DictEntry at[];
} DictTable;

typedef struct Dict {
    Object head;
    uint32_t used;     /* entries in use, deleted ones included */
    uint32_t count;    /* live entries */
    uint32_t version;  /* 0: no cache depends on this dict */
    uint32_t first;    /* no live entry before this one: a queue-like dict stays fast */
    Slot table;        /* DictTable, or EMPTY while nothing was ever stored */
} Dict;

extern Type dict_type;
static always_inline bool is_dict(Value v)
{
    return has_flag(v, TYPE_DICT);
}
static always_inline Dict *as_dict(Value v)
{
    return (Dict *)as_object(v);
}
static always_inline DictTable *dict_table(const Dict *d)
{
    return (DictTable *)as_object(d->table.v);
}
Dict *dict_new(size_t expected);
Value dict_get(Dict *d, Value key);               /* EMPTY if absent; TypeError if unhashable */
Value dict_get_str(Dict *d, Value interned_key);  /* the same, runs no Python code; key is a str */
void dict_set(Dict *d, Value key, Value value);
bool dict_delete(Dict *d, Value key);             /* whether it was there */
Value dict_pop(Dict *d, Value key);               /* EMPTY if absent */
Value dict_set_default(Dict *d, Value key, Value value); /* what is there now */
int64_t dict_find_entry(Dict *d, Value key);      /* position in table->at, or -1 */
uint32_t dict_version(Dict *d);                   /* never 0 */
void dict_clear(Dict *d);
void dict_update(Dict *d, Value mapping_or_pairs);
Value dict_copy(Dict *d);
Value dict_merge(Dict *a, Dict *b); /* a | b: a new dict */
/* d[key], or what __missing__ of a subclass gives; KeyError. */
Value dict_get_item(Value d, Value key);
/* Goes through the live entries: *position starts at 0; false at the end. */
bool dict_next(Dict *d, uint32_t *position, Value *key, Value *value);

/* Iterators over keys, values, items, forwards and backwards; and the views. */
typedef struct DictIterator {
    Object head;
    uint32_t position; /* of the next entry; backwards: one beyond it */
    uint32_t expected; /* live entries when it was made; UINT32_MAX once it has failed */
    uint32_t left;
    Slot dict; /* EMPTY at the end */
} DictIterator;
typedef struct DictView {
    Object head;
    Slot dict;
} DictView;
extern Type dict_key_iterator_type, dict_value_iterator_type, dict_item_iterator_type;
extern Type dict_reverse_key_iterator_type, dict_reverse_value_iterator_type;
extern Type dict_reverse_item_iterator_type;
extern Type dict_keys_type, dict_values_type, dict_items_type;
Value dict_iterator_new(Type *type, Dict *d);
Value dict_view_new(Type *type, Dict *d);
/* The next entry of a forward iterator; false at the end. RuntimeError if the dict changed size. */
bool dict_iterator_step(DictIterator *iterator, Value *key, Value *value);
#endif
