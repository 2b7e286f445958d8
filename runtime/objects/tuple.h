/* tuple.h: Python's tuple: immutable once it has left the native that made it. */
#ifndef RUNTIME_OBJECTS_TUPLE_H
#define RUNTIME_OBJECTS_TUPLE_H
#include "runtime/mm.h"
typedef struct Tuple {
    Object head;
    size_t count;
    Slot at[];
} Tuple;
extern Type tuple_type;
static always_inline bool is_tuple(Value v)
{
    return has_flag(v, TYPE_TUPLE);
}
static always_inline Tuple *as_tuple(Value v)
{
    return (Tuple *)as_object(v);
}
Value tuple_empty(void);
Tuple *tuple_new(size_t count); /* all EMPTY: fill with mm_init at once */
Value tuple_from(const Value *at, size_t count);
Value tuple_of(int count, ...); /* that many Values */
Value tuple_from_iterable(Value iterable); /* the tuple itself if it is one */
#endif
