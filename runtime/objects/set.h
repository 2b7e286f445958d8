/* set.h: Python's set and frozenset. Iteration order equals CPython's for items whose hashes do
 * (ints, floats, tuples of them): the probing and growth follow its documented algorithm, hashes
 * are equal to its own except for str and bytes, where CPython randomises.
 */
#ifndef RUNTIME_OBJECTS_SET_H
#define RUNTIME_OBJECTS_SET_H
#include "runtime/object.h"
typedef struct Set {
    Object head;
    Slot table; /* set.c's own storage object; EMPTY while nothing was ever stored */
    size_t count, used;
    union {
        int64_t hash;  /* frozenset's, 0: not yet known */
        size_t finger; /* a set's: where pop goes on to search */
    };
} Set;
extern Type set_type, frozenset_type;
static always_inline bool is_set(Value v) /* set or frozenset */
{
    return has_flag(v, TYPE_SET);
}
static always_inline Set *as_set(Value v)
{
    return (Set *)as_object(v);
}
/* All of these may run the items' __hash__ and __eq__; TypeError for unhashable items. */
Set *set_new(Type *type);
bool set_add(Set *set, Value item); /* whether it is new */
bool set_contains(Set *set, Value item);
bool set_discard(Set *set, Value item); /* whether it was there */
void set_update(Set *set, Value iterable);
void set_difference_update(Set *set, Value iterable);
void set_symmetric_update(Set *set, Value iterable);
Value set_intersection(Value set, Value iterable); /* a new set of the type that `set` has */
Value set_copy(Value set);
void set_clear(Set *set);
/* Goes through the items: *position starts at 0; false at the end. Runs no code. */
bool set_next(Set *set, size_t *position, Value *item);
extern Type set_iterator_type;
#endif
