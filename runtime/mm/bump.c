/* bump.c: see bump.h. */
#include "runtime/mm/bump.h"

noinline void *bump_slow(Type *type, size_t size, bool is_data)
{
    is_data &= !(type->flags & TYPE_HEAP);
    Object *object;
    if (unlikely(size > HEAP_SMALL_MAX)) {
        object = heap_new_large(size, is_data);
    } else {
        uint32_t list = heap_class(size) + (is_data ? HEAP_CLASSES : 0);
        object = (Object *)heap_bump(list, heap_cell(size));
        if (!object) {
            object = heap_refill(list);
        }
        if (is_data) {
            memset(object, 0, DATA_ZEROED);
        }
    }
    object->type = (uint32_t)(uintptr_t)type;
    return object;
}
