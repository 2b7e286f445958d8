/* roots.c: what every manager has: registered roots, static types, weak tables, listeners, scratch.
 */
#include "runtime/mm.h"
#include "runtime/error.h"
#include "runtime/mm/shared.h"
#include "runtime/objects/slots.h"
#include "runtime/upcalls.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct Root {
    Slot *slot;
    const char *name;
} Root;
typedef struct Listener {
    void (*tell)(const MmEvent *event, void *context);
    void *context;
} Listener;

MmOptions mm_options;
static TABLE_OF(Root) roots;
static TABLE_OF(Type *) static_types;
static TABLE_OF(Listener) listeners;

void *table_grow(void *at, size_t capacity, size_t size)
{
    at = realloc(at, capacity * size);
    if (!at) {
        fputs("hognose: out of memory\n", stderr);
        abort();
    }
    return at;
}

void mm_add_root(Slot *slot, const char *name)
{
    TABLE_ADD(roots, (Root){slot, name});
}
void mm_add_static_type(Type *type)
{
    TABLE_ADD(static_types, type);
}
void mm_listen(void (*tell)(const MmEvent *event, void *context), void *context)
{
    TABLE_ADD(listeners, (Listener){tell, context});
}

void mm_visit_roots(Visitor *visitor)
{
    for (size_t i = 0; i < roots.count; i++) {
        visitor->run(visitor, NULL, roots.at[i].slot, 1);
    }
    for (size_t i = 0; i < static_types.count; i++) {
        object_visit(&static_types.at[i]->head, visitor);
    }
    vm_roots(visitor);
}
void event_tell(const MmEvent *event)
{
    for (size_t i = 0; i < listeners.count; i++) {
        listeners.at[i].tell(event, listeners.at[i].context);
    }
}

Slot *scratch_new(size_t count)
{
    if (count > SIZE_MAX / 2 / sizeof(Slot)) {
        raise_memory();
    }
    Slots *slots = mm_new(&slots_type, sizeof(Slots) + count * sizeof(Slot));
    slots->capacity = count;
    return slots->at;
}
void *scratch_bytes(size_t size)
{
    if (size > SIZE_MAX / 2) {
        raise_memory();
    }
    Raw *raw = mm_new_data(&raw_type, sizeof(Raw) + size);
    raw->size = size;
    return raw->at;
}
