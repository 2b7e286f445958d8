/* refcount.h: reference counting. An object is freed when its count drops to 0 and no native can
 * have borrowed it; cycles are found by a backup trace (cycles.c).
 *
 * The header's word: OBJECT_FLAGS, RECORD_MARK, COUNT_ON_TABLE, and 26 bits of count. What counts:
 * registers of the VM (mm_hold, mm_drop), Slots, instances their class, roots. C locals don't.
 * A count from COUNT_STICKY on is immortal: one that would overflow goes there and stays, as do
 * static objects.
 *
 * The table of temporaries holds the objects (COUNT_ON_TABLE) that may be at 0 and alive all the
 * same: fresh ones, and those whose last reference a store has overwritten, which a native may
 * still have in hand. It is emptied when the outermost VM loop has control (mm_settle): then no
 * native is active, and what is still at 0 is garbage. While natives are active, an object that
 * drops to 0 joins the table, and the table is now and then relieved of what a conservative scan of
 * the C stack does not find. The invariant: an object at 0 is on the table, or being released.
 *
 * So the VM holds a result before it drops the operands, and mm_drop and mm_settle may run
 * finalizers, that is, Python code.
 */
#ifndef RUNTIME_MM_REFCOUNT_H
#define RUNTIME_MM_REFCOUNT_H

#include "runtime/mm/heap.h"
#include "runtime/mm/sanitize.h"

#define MM_COUNTS 1
#define COUNT_ON_TABLE (2u << OBJECT_FLAG_BITS)
#define COUNT_ONE (4u << OBJECT_FLAG_BITS)
#define COUNT_STICKY UINT32_C(0xc0000000)
#define COUNT_STICKY_MIDDLE UINT32_C(0xe0000000)

typedef struct HeapFreeCell {
    uint64_t header; /* 0 */
    struct HeapFreeCell *next;
} HeapFreeCell;

enum { COUNTED_DATA_ZEROED = 32 };

extern HeapBlock *counted_blocks[HEAP_LISTS]; /* each class's current block */
extern Object **count_table, **count_table_top, **count_table_limit;
extern Object **count_table_base;         /* entries from here on are this level's to settle */
extern uint64_t counted_made[HEAP_LISTS]; /* objects since the start */

HeapFreeCell *counted_refill(uint32_t list);
void *counted_slow(Type *type, size_t size, bool is_data);
void count_table_full(void);
void count_saturate(Object *object);
void count_dropped(Object *object);  /* from a register; to 0, or sticky */
void count_unstored(Object *object); /* from a slot */
void count_discard(Object *storage);
void count_settle(void);

static always_inline void count_up(Object *object)
{
    if (unlikely(__builtin_add_overflow(object->mm, COUNT_ONE, &object->mm))) {
        count_saturate(object);
    }
}
/* Whether that needs a look: it is now 0, or sticky. */
static always_inline bool count_down(Object *object)
{
    uint32_t mm = object->mm -= COUNT_ONE;
    return unlikely(mm - COUNT_ONE >= COUNT_STICKY - COUNT_ONE);
}

static always_inline HeapFreeCell *counted_take(uint32_t list)
{
    HeapBlock *b = counted_blocks[list];
    HeapFreeCell *cell = b->free;
    if (unlikely(!cell)) {
        return counted_refill(list);
    }
    b->free = cell->next;
    b->live++;
    unpoison_memory(cell, b->cell);
    return cell;
}

/* A new object joins the table, at 0. */
static always_inline void *counted_enter(Object *object, Type *type)
{
    object->mm = COUNT_ON_TABLE;
    object->type = (uint32_t)(uintptr_t)type;
    if (type->flags & TYPE_HEAP) {
        count_up(&type->head);
    }
    *count_table_top++ = object;
    if (unlikely(count_table_top == count_table_limit)) {
        count_table_full();
    }
    return object;
}

static always_inline void *mm_new(Type *type, size_t size)
{
    if (unlikely(size > HEAP_FINE_MAX)) {
        return counted_slow(type, size, false);
    }
    size_t cell = heap_cell(size);
    Object *object = (Object *)counted_take(heap_class(size));
    counted_made[heap_class(size)]++;
    heap_zero(object, cell);
    return counted_enter(object, type);
}
static always_inline void *mm_new_data(Type *type, size_t size)
{
    size = MAX(size, (size_t)COUNTED_DATA_ZEROED);
    if (unlikely(size > HEAP_FINE_MAX || (type->flags & TYPE_HEAP))) {
        return counted_slow(type, size, true);
    }
    Object *object = (Object *)counted_take(HEAP_CLASSES + heap_class(size));
    counted_made[HEAP_CLASSES + heap_class(size)]++;
    memset(object, 0, COUNTED_DATA_ZEROED);
    return counted_enter(object, type);
}
static always_inline void mm_init(void *owner, Slot *slot, Value value)
{
    (void)owner;
    slot->v = value;
    if (is_object(value)) {
        count_up(as_object(value));
    }
}
static always_inline void mm_store(void *owner, Slot *slot, Value value)
{
    (void)owner;
    Value old = slot->v;
    if (is_object(value)) {
        count_up(as_object(value));
    }
    slot->v = value;
    if (is_object(old) && count_down(as_object(old))) {
        count_unstored(as_object(old));
    }
}
static always_inline void mm_init_run(void *owner, Slot *to, const Value *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        mm_init(owner, &to[i], from[i]);
    }
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
    count_discard((Object *)storage);
}
static always_inline void mm_hold(Value v)
{
    if (is_object(v)) {
        count_up(as_object(v));
    }
}
static always_inline void mm_drop(Value v)
{
    if (is_object(v) && count_down(as_object(v))) {
        count_dropped(as_object(v));
    }
}
static always_inline void mm_lend(Value v)
{
    if (is_object(v) && count_down(as_object(v))) {
        count_unstored(as_object(v));
    }
}
static always_inline void mm_settle(void)
{
    if (count_table_top != count_table_base) {
        count_settle();
    }
}
static always_inline void mm_touch(void *object)
{
    (void)object;
}

#endif
