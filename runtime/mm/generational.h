/* generational.h: two generations in place. An object that has survived a collection is old, for
 * good: its mark stays set until the next major collection (sticky marks: Demers et al., "Combining
 * Generational and Conservative Garbage Collection", POPL 1990), so a minor collection starts from
 * the old ones' marks and finds and frees young objects only.
 *
 * Why no young object is lost. A minor collection visits all roots and every old object that may
 * refer to a young one. Those are in the log, because:
 *  - an old object's header has the bit MARK_BARRIER, set when it was scanned; the store that finds
 *    it clears it and logs the object; after the collection it is set again;
 *  - mm_init and its kin store into fresh objects, which are young, without a look. An object that
 *    was fresh when a collection made it old, while a native was still filling it, was found on the
 *    C stack, or is the storage of one that was: both are logged again after the collection;
 *  - registers, the frames of running generators and static Types are roots, visited each time; the
 *    frame of a generator that is suspended was touched (mm_touch) when it stopped;
 *  - a class's record is old and logged from its birth.
 */
#ifndef RUNTIME_MM_GENERATIONAL_H
#define RUNTIME_MM_GENERATIONAL_H

#include "runtime/mm/bump.h"

#define MM_IS_TRACING
#define MARK_BARRIER (2u << OBJECT_FLAG_BITS)

void mm_free_storage(Object *storage);
void generational_log(Object *object);

static always_inline void *mm_new(Type *type, size_t size)
{
    return bump_new(type, size);
}
static always_inline void *mm_new_data(Type *type, size_t size)
{
    return bump_new_data(type, size);
}
static always_inline void mm_init(void *owner, Slot *slot, Value value)
{
    (void)owner;
    slot->v = value;
}
static always_inline void mm_store(void *owner, Slot *slot, Value value)
{
    slot->v = value;
    if (unlikely(((Object *)owner)->mm & MARK_BARRIER) && is_object(value)) {
        generational_log((Object *)owner);
    }
}
static always_inline void mm_init_run(void *owner, Slot *to, const Value *from, size_t n)
{
    (void)owner;
    memcpy(to, from, n * sizeof *to);
}
/* NOBARRIER: the owner refers to what it referred to before. */
static always_inline void mm_move(void *owner, Slot *to, Slot *from, size_t n)
{
    (void)owner;
    mm_move_slots(to, from, n);
}
/* NOBARRIER: the new owner is fresh. */
static always_inline void mm_transfer(void *owner, Slot *to, Slot *old, size_t n)
{
    (void)owner;
    memcpy(to, old, n * sizeof *to);
    memset(old, 0, n * sizeof *old);
}
static always_inline void mm_discard(void *storage)
{
    if (((uintptr_t)storage & (HEAP_BLOCK_SIZE - 1)) == 0) {
        mm_free_storage((Object *)storage);
    }
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
    if (((Object *)object)->mm & MARK_BARRIER) {
        generational_log((Object *)object);
    }
}

#endif
