/* tracing.c: see tracing.h. Compiled to nothing in the engines of other managers. */
#include "runtime/mm.h"
#ifdef MM_IS_TRACING
#include "runtime/error.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/mark.h"
#include "runtime/mm/records.h"
#include "runtime/mm/sanitize.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/stack.h"
#include "runtime/mm/trace.h"
#include "runtime/mm/tracing.h"

volatile uint32_t mm_pending;
static bool is_collecting;
static uint32_t due;
static int64_t external_budget = EXTERNAL_MIN;
static TABLE_OF(Object *) found;
static uint64_t safepoints, minors_since, objects_before;

static void reset_budgets(void);

void mm_start(const MmOptions *options)
{
    mm_options = *options;
    heap_start(false);
    heap_is_poisoned = options->stress != 0;
    mm_pending = options->stress != 0;
    reset_budgets();
}

/* ---- Collections ---- */

static void trim_pages(bool minor)
{
    if (!minor) {
        /* As many free blocks as the next cycle will use stay at hand. */
        heap_trim((uint64_t)MAX(tracing_budget(), 0) >> HEAP_BLOCK_SHIFT);
    }
}

static bool is_over_limit(uint64_t bytes)
{
    return mm_options.max_heap &&
           heap_bytes_committed() + external_bytes + bytes > mm_options.max_heap;
}

/* Near the limit collections are major, and come in time: at a safepoint, where roots are exact. */
static bool is_near_limit(void)
{
    return is_over_limit(mm_options.max_heap / 4);
}

static void reset_budgets(void)
{
    due = 0;
    heap.budget = tracing_budget();
    if (mm_options.max_heap) {
        int64_t room = (int64_t)(mm_options.max_heap - heap_bytes_committed() - external_bytes);
        heap.budget = MIN(heap.budget, MAX(room, 128 << 10) / 2);
    }
    /* What marking costs goes with the heap; what may be wasted, with all that lives. */
    uint64_t wasted = MIN(heap.bytes_live * 4, (heap.bytes_live + external_bytes) / 4 * 3);
    external_budget = (int64_t)MAX((uint64_t)EXTERNAL_MIN, wasted);
}

static uint64_t bytes_now(void)
{
    return heap_bytes_held() + record_count * RECORD_SIZE;
}

static void found_on_stack(Object *object)
{
    TABLE_ADD(found, object);
}

static void mark_found(void)
{
    for (size_t i = 0; i < found.count; i++) {
        mark_value(value_from(found.at[i]));
        tracing_found(found.at[i]);
    }
    found.count = 0;
}

static void collect(bool minor, const char *reason, StackPart part)
{
    is_collecting = true;
    objects_before = heap_objects_held() + record_count;
    event_begin(minor ? "minor" : "major", reason, minor ? 0 : 2, bytes_now() + external_bytes);
    /* Before the marks go, which say what is an object. */
    stack_scan(part, found_on_stack);
    if (!minor) {
        heap_clear_marks();
    }
    mark_begin(!minor);
    if (minor && mm_options.verify) {
        verify_log();
    }
    tracing_begin(minor);
    mark_roots();
    mark_found();
    mark_drain();
    weak_references_sweep(mark_is_live);
    watch_find_finalizable(minor);
    event_marked();
    weak_tables_sweep(mark_is_live);
    watch_free_dead(minor);
    if (heap_is_poisoned || IS_SANITIZED) {
        heap_poison();
    }
    mark_sweep_records();
    mark_end();
    heap_reclaim(minor);
    tracing_end(minor);
    reset_budgets();
    trim_pages(minor);
    minors_since = minor ? minors_since + 1 : 0;
    event_end(bytes_now() + external_bytes, objects_before - heap.objects_live - record_count);
    is_collecting = false;
    if (mm_options.verify) {
        verify_heap(minor ? "minor" : "major");
    }
}

void mm_poll(void)
{
    mm_pending = mm_options.stress != 0;
    if (is_collecting) {
        return;
    }
    if (mm_options.stress && ++safepoints % mm_options.stress == 0) {
        collect(safepoints / mm_options.stress % 4 && tracing_wants_minor(DUE_HEAP), "stress",
                STACK_BELOW_LOOP);
    } else if (due && mm_is_enabled()) {
        collect(tracing_wants_minor(due) && !is_near_limit(), "allocation", STACK_BELOW_LOOP);
    }
    finalizers_run();
}

noinline int64_t mm_collect(int generation, const char *reason)
{
    if (is_collecting) {
        return 0;
    }
    STACK_HERE();
    collect(generation < 2 && tracing_wants_minor(DUE_HEAP), reason, STACK_NATIVES);
    stack_natives_from = 0;
    int64_t freed = (int64_t)(objects_before - heap.objects_live - record_count);
    finalizers_run();
    return MAX(freed, 0);
}

/* ---- Limits ---- */

void heap_over_budget(void)
{
    due |= DUE_HEAP;
    if (mm_is_enabled()) {
        mm_pending = 1;
    }
}

static void check_limit(uint64_t bytes)
{
    if (unlikely(is_over_limit(bytes))) {
        if (!is_collecting) {
            collect(false, "max-heap", STACK_WHOLE);
        }
        if (finalizers_wait()) {
            mm_pending = 1;
        }
        if (is_over_limit(bytes)) {
            raise_memory();
        }
    }
}

void heap_growing(uint64_t bytes)
{
    check_limit(bytes);
}

void mm_account(int64_t bytes)
{
    external_bytes += (uint64_t)bytes;
    if (bytes > 0) {
        external_allocated += (uint64_t)bytes;
        external_budget -= bytes;
        if (external_budget < 0) {
            due |= DUE_EXTERNAL;
            mm_pending |= mm_is_enabled();
        }
    }
}

void mm_account_check(uint64_t bytes)
{
    check_limit(bytes);
    if (bytes >= EXTERNAL_MIN / 4 && external_budget < 0 && mm_is_enabled() && !is_collecting) {
        /* It was due, and no safepoint came: a native makes one array after the other. */
        collect(tracing_wants_minor(DUE_EXTERNAL), "allocation", STACK_WHOLE);
        mm_pending |= finalizers_wait();
    }
}

void mm_free_storage(Object *storage)
{
    HeapBlock *b = heap_block_of(storage);
    if (b->kind == HEAP_BLOCK_LARGE && !is_collecting) {
        tracing_forget(storage);
        heap_free_large(storage);
    }
}

/* ---- The rest of the contract ---- */

void mm_watch(void *object)
{
    Object *o = object;
    if (!(o->mm & (OBJECT_WATCHED | OBJECT_IMMORTAL))) {
        o->mm |= OBJECT_WATCHED;
        watch_add(o);
    }
}
void mm_get_count(int64_t count[3])
{
    count[0] = (int64_t)(heap_objects_held() - heap.objects_live);
    count[1] = (int64_t)minors_since;
    count[2] = 0;
}
void mm_stats(MmStats *stats)
{
    *stats = (MmStats){.bytes = bytes_now(), .objects = heap_objects_held() + record_count};
    event_stats(stats);
    stats->allocated_bytes = heap_bytes_allocated() + external_allocated;
    stats->allocated_objects = heap_objects_allocated();
}
int64_t mm_refcount(Value v)
{
    return trace_count_references(v);
}
int64_t mm_finish(void)
{
    mm_enable(false);
    if (mm_options.verify || mm_options.stress) {
        mm_collect(2, "exit");
    }
    for (int round = 0; round < 2; round++) {
        finalizers_queue_all();
        finalizers_run();
    }
    is_collecting = true; /* whoever allocates now gets memory without questions */
    watch_free_all();
    return (int64_t)(heap_objects_held() + record_count);
}
void finalizer_begin(Object *object)
{
    (void)object;
}
void finalizer_end(Object *object)
{
    (void)object;
}
#endif
