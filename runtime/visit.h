/* visit.h: object_visit as an inline, for those that visit every object (markers): with functions
 * known at compile time, the compiler folds the visitor into the walk. What a type's Layout means
 * is said here and nowhere else.
 */
#ifndef RUNTIME_VISIT_H
#define RUNTIME_VISIT_H

#include "runtime/objects/shape.h"

typedef void VisitRun(Visitor *visitor, Object *owner, Slot *at, size_t count);
typedef void VisitEdge(Visitor *visitor, Object *owner, Object *target);

static always_inline Slot *slot_at(void *object, size_t offset)
{
    return (Slot *)((char *)object + offset);
}

/* Calls run and edge for every reference that the object holds; `visitor` is what a type's own
 * trace function gets. Runs no Python code. */
static always_inline void object_visit_with(Object *object, Visitor *visitor, VisitRun *run,
                                            VisitEdge *edge)
{
    Type *type = object_type(object);
    if (type->flags & TYPE_HEAP) {
        edge(visitor, object, &type->head);
    }
    if (type->slots_count) {
        run(visitor, object, slot_at(object, type->slots_at), type->slots_count);
    }
    if (type->array_at) {
        size_t count = *(size_t *)((char *)object + type->array_count_at);
        run(visitor, object, slot_at(object, type->array_at), count);
    }
    if (type->members_count) {
        run(visitor, object, slot_at(object, type->members_at), type->members_count);
    }
    if (type->attrs_at) {
        Attrs *attrs = (Attrs *)((char *)object + type->attrs_at);
        run(visitor, object, &attrs->more, attrs->shape ? 1u + attrs->shape->capacity : 1u);
    }
    if (type->trace) {
        type->trace(object, visitor);
    }
}

#endif
