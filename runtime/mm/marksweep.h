/* marksweep.h: the stop-the-world tracing manager. Allocation bumps through runs of free cells;
 * when as much was allocated as was live after the last collection, everything that the roots reach
 * is marked, and the rest is free. Stores are plain stores, holding and dropping mean nothing.
 */
#ifndef RUNTIME_MM_MARKSWEEP_H
#define RUNTIME_MM_MARKSWEEP_H

#include "runtime/mm/bump.h"

#define MM_IS_TRACING
void mm_free_storage(Object *storage);

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
/* Large storage goes back at once, or a growing list would leave twice its size behind. */
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
    (void)object;
}

#endif
