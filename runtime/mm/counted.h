/* counted.h: what the parts of refcounting share: cells (counted.c), the table and releasing
 * (refcount.c), garbage cycles (cycles.c).
 */
#ifndef RUNTIME_MM_COUNTED_H
#define RUNTIME_MM_COUNTED_H

#include "runtime/mm.h"
#include "runtime/mm/sanitize.h"
#include "runtime/mm/stack.h"

#if MM_COUNTS
void counted_start(void); /* heap.taken: bytes of blocks that were ever carved, large objects */
/* Gives the object's cell back; its references have been dropped. */
void counted_free_slow(Object *object);
static always_inline void counted_free(Object *object)
{
    if (likely(heap_contains((uintptr_t)object))) {
        HeapBlock *b = heap_block_of(object);
        if (likely(b->is_open && b->live > 1)) {
            *(HeapFreeCell *)object = (HeapFreeCell){0, b->free};
            b->free = object;
            b->live--;
            poison_memory((HeapFreeCell *)object + 1, b->cell - sizeof(HeapFreeCell));
            return;
        }
    }
    counted_free_slow(object);
}
uint64_t counted_bytes(void);                                 /* in cells in use */
uint64_t counted_cells(void);                                 /* in use */
void counted_made_so_far(uint64_t *objects, uint64_t *bytes); /* since the start */

/* Frees an object at 0 that nobody has, and all that dies with it. Runs finalizers. */
void count_release(Object *object);
/* Frees what is at 0 on the table and not to be found on that part of the C stack. */
void count_relieve(StackPart part);
bool count_is_relieving(void);
/* Visits what is alive although its count does not say so: the table, objects being released. */
void count_visit_temporaries(Visitor *visitor);

/* Frees all objects that no root reaches. Runs finalizers. The number of them that scripts know. */
int64_t cycles_collect(const char *reason, StackPart part);
bool cycles_running(void); /* marks and counts are in flux */
/* Whether the heap has doubled since the last search, or grown by much. */
bool cycles_are_due(void);
uint64_t cycles_survivors(void); /* objects after the last search */
#endif

#endif
