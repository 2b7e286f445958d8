/* list.h: Python's list: a length and a Slots. Slots at and beyond `count` are EMPTY. */
#ifndef RUNTIME_OBJECTS_LIST_H
#define RUNTIME_OBJECTS_LIST_H
#include "runtime/mm.h"
#include "runtime/objects/slots.h"
typedef struct List {
    Object head;
    size_t count;
    Slot items; /* Slots, or EMPTY while nothing was ever stored */
} List;
extern Type list_type;
static always_inline bool is_list(Value v)
{
    return has_flag(v, TYPE_LIST);
}
static always_inline List *as_list(Value v)
{
    return (List *)as_object(v);
}
static always_inline Slots *list_slots(const List *list)
{
    return (Slots *)as_object(list->items.v);
}
/* Item i < count. */
static always_inline Value list_at(const List *list, size_t i)
{
    return list_slots(list)->at[i].v;
}
List *list_new(size_t capacity);
Value list_from(const Value *at, size_t count);
void list_append_slow(List *list, Value item);
static always_inline void list_append(List *list, Value item)
{
    Slots *slots = list_slots(list);
    if (likely(slots && list->count < slots->capacity)) {
        mm_store(slots, &slots->at[list->count++], item);
    } else {
        list_append_slow(list, item);
    }
}
void list_set(List *list, size_t i, Value item); /* i < count */
void list_extend(List *list, Value iterable);
Value list_from_iterable(Value iterable); /* a new list */
Value list_pop(List *list, size_t i);     /* i < count */
void list_insert(List *list, size_t i, Value item);
void list_clear(List *list);
void list_sort(List *list, Value key /* or NONE */, bool reverse);
Value list_get_slice(List *list, int64_t start, int64_t step, size_t count);
#endif
