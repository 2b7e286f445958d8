/* none.c: see none.h. */
#include "runtime/mm.h"
#include "runtime/error.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/trace.h"

volatile uint32_t mm_pending;

void mm_start(const MmOptions *options)
{
    mm_options = *options;
    heap_start(false);
    heap.budget = INT64_MAX;
}
void mm_poll(void)
{
    mm_pending = 0;
}
void heap_over_budget(void)
{
    heap.budget = INT64_MAX;
}
void heap_growing(uint64_t bytes)
{
    if (mm_options.max_heap &&
        heap_bytes_committed() + external_bytes + bytes > mm_options.max_heap) {
        raise_memory();
    }
}
void mm_watch(void *object)
{
    Object *o = object;
    if (!(o->mm & (OBJECT_WATCHED | OBJECT_IMMORTAL))) {
        o->mm |= OBJECT_WATCHED;
        watch_add(o);
    }
}
void mm_account(int64_t bytes)
{
    external_bytes += (uint64_t)bytes;
    external_allocated += bytes > 0 ? (uint64_t)bytes : 0;
}
void mm_account_check(uint64_t bytes)
{
    heap_growing(bytes);
}
int64_t mm_collect(int generation, const char *reason)
{
    (void)generation, (void)reason;
    return 0;
}
void mm_get_count(int64_t count[3])
{
    count[0] = (int64_t)heap_objects_held();
    count[1] = count[2] = 0;
}
void mm_stats(MmStats *stats)
{
    *stats = (MmStats){.bytes = heap_bytes_held() + record_count * RECORD_SIZE,
                       .objects = heap_objects_held() + record_count};
    event_stats(stats);
    stats->allocated_bytes = heap_bytes_allocated() + external_allocated;
    stats->allocated_objects = heap_objects_allocated();
}
int64_t mm_refcount(Value v)
{
    return trace_count_references(v);
}
/* Nothing ever dies before the end: then finalizers run, as at any manager's end. */
int64_t mm_finish(void)
{
    for (int round = 0; round < 2; round++) {
        finalizers_queue_all();
        finalizers_run();
    }
    watch_free_all();
    return (int64_t)(heap_objects_held() + record_count);
}
Type *type_allocate(Type *meta)
{
    return record_new(meta);
}
void finalizer_begin(Object *object)
{
    (void)object;
}
void finalizer_end(Object *object)
{
    (void)object;
}
