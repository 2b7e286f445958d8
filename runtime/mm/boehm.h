/* boehm.h: the Boehm-Demers-Weiser collector, libgc. It marks conservatively, from the C stack and
 * static data by itself, from the VM's registers and frames because we show it those. Objects with
 * references come in batches of one size (GC_malloc_many), plain data pointer-free. Stores are
 * plain stores. libgc may collect in any allocation.
 *
 * The heads of the batches' lists are in static data, so libgc keeps the rest of a batch; a cell of
 * it has its link where an object has its header.
 */
#ifndef RUNTIME_MM_BOEHM_H
#define RUNTIME_MM_BOEHM_H

#include "runtime/object.h"

#define MM_HAS_OTHER_HEAP
enum { BOEHM_SMALL_MAX = 256, BOEHM_GRANULE = 16 };

extern void *boehm_batches[BOEHM_SMALL_MAX / BOEHM_GRANULE + 1];
extern uint64_t boehm_objects; /* made since the start */
void *boehm_slow(Type *type, size_t size);
void *boehm_data(Type *type, size_t size);
void boehm_discard(void *storage);

static always_inline void *mm_new(Type *type, size_t size)
{
    if (likely(size <= BOEHM_SMALL_MAX)) {
        void **batch = &boehm_batches[(size + BOEHM_GRANULE - 1) / BOEHM_GRANULE];
        Object *object = *batch;
        if (likely(object)) {
            *batch = *(void **)object;
            object->mm = 0;
            object->type = (uint32_t)(uintptr_t)type;
            boehm_objects++;
            return object;
        }
    }
    return boehm_slow(type, size);
}
static always_inline void *mm_new_data(Type *type, size_t size)
{
    return boehm_data(type, size);
}
static always_inline void mm_init(void *owner, Slot *slot, Value value)
{
    (void)owner;
    slot->v = value;
}
static always_inline void mm_store(void *owner, Slot *slot, Value value)
{
    (void)owner;
    slot->v = value;
}
static always_inline void mm_init_run(void *owner, Slot *to, const Value *from, size_t n)
{
    (void)owner;
    memcpy(to, from, n * sizeof *to);
}
static always_inline void mm_move(void *owner, Slot *to, Slot *from, size_t n)
{
    (void)owner;
    mm_move_slots(to, from, n);
}
static always_inline void mm_transfer(void *owner, Slot *to, Slot *old, size_t n)
{
    (void)owner;
    memcpy(to, old, n * sizeof *to);
    memset(old, 0, n * sizeof *old);
}
static always_inline void mm_discard(void *storage)
{
    boehm_discard(storage);
}
static always_inline void mm_hold(Value v)
{
    (void)v;
}
static always_inline void mm_drop(Value v)
{
    (void)v;
}
static always_inline void mm_lend(Value v)
{
    (void)v;
}
static always_inline void mm_settle(void)
{
}
static always_inline void mm_touch(void *object)
{
    (void)object;
}

#endif
