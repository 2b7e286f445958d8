/* bump.h: mm_new of the managers that allocate by bumping through free cells (heap.h). */
#ifndef RUNTIME_MM_BUMP_H
#define RUNTIME_MM_BUMP_H

#include "runtime/mm/heap.h"

enum { DATA_ZEROED = 32 }; /* the smallest cell of data; so much of it mm_new_data zeroes */

void *bump_slow(Type *type, size_t size, bool is_data);

static always_inline void *bump_new(Type *type, size_t size)
{
    if (likely(size <= HEAP_FINE_MAX)) {
        Object *object = (Object *)heap_bump(heap_class(size), heap_cell(size));
        if (likely(object)) {
            object->type = (uint32_t)(uintptr_t)type;
            return object;
        }
    }
    return bump_slow(type, size, false);
}

/* An instance of a script's subclass of str or int refers to its class: no plain data. */
static always_inline void *bump_new_data(Type *type, size_t size)
{
    size = MAX(size, (size_t)DATA_ZEROED);
    if (likely(size <= HEAP_FINE_MAX && !(type->flags & TYPE_HEAP))) {
        Object *object = (Object *)heap_bump(HEAP_CLASSES + heap_class(size), heap_cell(size));
        if (likely(object)) {
            memset(object, 0, DATA_ZEROED);
            object->type = (uint32_t)(uintptr_t)type;
            return object;
        }
    }
    return bump_slow(type, size, true);
}

#endif
