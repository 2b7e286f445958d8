#include "runtime/objects/slots.h"
#include "runtime/error.h"
#include "runtime/mm.h"

/* No object may be larger: sums of sizes then cannot overflow. */
#define SIZE_LIMIT ((size_t)1 << 46)

Slots *slots_new(size_t capacity)
{
    if (capacity > SIZE_LIMIT / sizeof(Slot)) {
        raise_memory();
    }
    Slots *slots = mm_new(&slots_type, sizeof(Slots) + capacity * sizeof(Slot));
    slots->capacity = capacity;
    return slots;
}

Slots *slots_resize(void *owner, Slot *field, size_t used, size_t capacity)
{
    Slots *old = (Slots *)as_object(field->v);
    Slots *slots = slots_new(capacity);
    if (!old) {
        mm_store(owner, field, value_from(slots));
        return slots;
    }
    mm_transfer(slots, slots->at, old->at, used);
    mm_store(owner, field, value_from(slots));
    mm_discard(old);
    return slots;
}

Raw *raw_new(size_t size)
{
    if (size > SIZE_LIMIT) {
        raise_memory();
    }
    Raw *raw = mm_new_data(&raw_type, sizeof(Raw) + size);
    raw->size = size;
    return raw;
}

static size_t raw_size_of(Object *object)
{
    return sizeof(Raw) + ((Raw *)object)->size;
}

Type slots_type = {
    .name = "slots",
    .flags = TYPE_NO_INSTANCES | TYPE_STORAGE,
    .size = sizeof(Slots),
    .array_at = offsetof(Slots, at),
    .array_count_at = offsetof(Slots, capacity),
};

Type raw_type = {
    .name = "raw",
    .flags = TYPE_NO_INSTANCES | TYPE_STORAGE,
    .size = sizeof(Raw),
    .size_of = raw_size_of,
};
