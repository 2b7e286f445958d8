/* own.c: the part of the contract that the managers with the heap of our own have in common, and
 * the settings that gc shows, which all have.
 */
#include "runtime/mm.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"

static bool is_enabled = true;
static int64_t thresholds[3] = {700, 10, 10};

void mm_enable(bool on)
{
    is_enabled = on;
    mm_pending |= on; /* what came due meanwhile */
}
bool mm_is_enabled(void)
{
    return is_enabled;
}
void mm_get_threshold(int64_t threshold[3])
{
    memcpy(threshold, thresholds, sizeof thresholds);
}
void mm_set_threshold(const int64_t threshold[3])
{
    memcpy(thresholds, threshold, sizeof thresholds);
}

#ifndef MM_HAS_OTHER_HEAP
void mm_each_object(void (*visit)(Object *object, void *context), void *context)
{
    heap_each(visit, context);
    record_each(visit, context);
}
Object *mm_resolve(uintptr_t address)
{
    Object *object = heap_resolve(address);
    return object ? object : record_resolve(address);
}
size_t mm_cell_size(Object *object)
{
    return heap_contains((uintptr_t)object) ? heap_cell_size(object) : RECORD_SIZE;
}
#endif
