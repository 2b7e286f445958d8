/* slots.h: Slots is plain storage for references, owned by exactly one container (a list's items, an
 * instance's overflow attributes): the container's slot holds it, nobody else ever does. All slots
 * beyond what the owner uses are EMPTY.
 */
#ifndef RUNTIME_OBJECTS_SLOTS_H
#define RUNTIME_OBJECTS_SLOTS_H
#include "runtime/object.h"

typedef struct Slots {
    Object head;
    size_t capacity;
    Slot at[];
} Slots;

extern Type slots_type;
Slots *slots_new(size_t capacity); /* MemoryError also on overflow */
/* Replaces *field (owner's slot; EMPTY or Slots) by storage of `capacity` slots that holds the first
 * `used` old ones; the old storage is discarded. */
Slots *slots_resize(void *owner, Slot *field, size_t used, size_t capacity);
/* Raw bytes with a header, for scratch and code. */
typedef struct Raw {
    Object head;
    size_t size;
    char at[];
} Raw;
extern Type raw_type;
Raw *raw_new(size_t size);
#endif
