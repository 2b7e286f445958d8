/* object.c: see object.h and visit.h. */
#include "runtime/visit.h"

void object_visit(Object *object, Visitor *visitor)
{
    object_visit_with(object, visitor, visitor->run, visitor->edge);
}

size_t object_size(Object *object)
{
    Type *type = object_type(object);
    size_t size = type->size;
    if (type->size_of) {
        size = type->size_of(object);
    } else if (type->array_at) {
        size += *(size_t *)((char *)object + type->array_count_at) * sizeof(Slot);
    }
    if (type->attrs_at) {
        Shape *shape = object_attrs(object)->shape;
        size += shape ? shape->capacity * sizeof(Slot) : 0;
    } else if (type->attrs_behind) {
        size = round_up(size, sizeof(Slot)) + sizeof(Attrs);
    }
    return size;
}
