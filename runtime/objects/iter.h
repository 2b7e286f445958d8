/* iter.h: iterators of built-in sequences and containers, and enumerate, zip, map, filter,
 * reversed. SequenceIterator serves list and tuple (the VM's for loop reads and advances it
 * inline); it lets go of its sequence at the end.
 */
#ifndef RUNTIME_OBJECTS_ITER_H
#define RUNTIME_OBJECTS_ITER_H
#include "runtime/object.h"
typedef struct SequenceIterator {
    Object head;
    size_t next;
    Slot sequence; /* EMPTY at the end */
} SequenceIterator;
extern Type list_iterator_type, tuple_iterator_type, str_iterator_type;
extern Type list_reverse_iterator_type, callable_iterator_type, getitem_iterator_type;
extern Type enumerate_type, zip_type, map_type, filter_type, reversed_type;
extern Type long_range_iterator_type;
Value iterator_over(Type *iterator_type, Value sequence);
Value iterator_reversed_list(Value list);
/* iter(callable, sentinel); iter over __getitem__ with 0, 1, ... */
Value iterator_from_callable(Value callable, Value sentinel);
Value iterator_from_getitem(Value sequence);
/* reversed(v): "'int' object is not reversible". May run Python code. */
Value iterator_reversed(Value v);

/* Laid open for the VM's loops, which can do without the tuples of pairs: an enumerate whose number
 * is small (`big` EMPTY), and a zip of `count` iterators that is not strict. */
typedef struct Enumerate {
    Object head;
    int64_t number; /* the next one, while `big` is EMPTY */
    Slot iterator;
    Slot big; /* the next number, once it is no small int */
} Enumerate;
typedef struct Zip {
    Object head;
    size_t count;
    bool is_strict;
    Slot at[]; /* iterators */
} Zip;
#endif
