/* boehm.c: see boehm.h. */
#include "runtime/mm.h"
#include "runtime/error.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/trace.h"
#define GC_THREADS /* for the forms that need no lock; we make no threads */
#define GC_NO_THREAD_REDIRECTS
#include <gc/gc.h>
#include <gc/gc_mark.h>
#include <gc/javaxfc.h>

enum {
    DISCARD_MIN = 4096,      /* storage from here on is given back when it is discarded */
    BYTES_BETWEEN = 4 << 20, /* allocated between collections, at least: as the others' minimum */
    EXTERNAL_MIN = 8 << 20,  /* bytes of buffers between collections, at least */
};

volatile uint32_t mm_pending;
void *boehm_batches[BOEHM_SMALL_MAX / BOEHM_GRANULE + 1];
uint64_t boehm_objects;
static int64_t external_budget = EXTERNAL_MIN;
static bool external_due, is_off;
static uint64_t safepoints;
static const char *reason = "allocation";
static GC_push_other_roots_proc push_others;
/* Interned strings: the table of them is not in sight of libgc, so they stay. */
static TABLE_OF(Slot) kept;

/* ---- Figures. In a collection's events libgc's lock is held: hence the unsafe form ---- */

static struct GC_prof_stats_s figures(void)
{
    struct GC_prof_stats_s s;
    GC_get_prof_stats_unsafe(&s, sizeof s);
    return s;
}
static uint64_t bytes_live(void)
{
    struct GC_prof_stats_s s = figures();
    return s.heapsize_full - s.free_bytes_full - s.unmapped_bytes;
}

/* ---- What libgc asks of us ---- */

static void push_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    (void)visitor, (void)owner;
    GC_push_all(at, at + count);
}
static void push_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor, (void)owner, (void)target; /* a class: its record is visited anyway */
}
static void push_record(Object *record, void *context)
{
    object_visit(record, context);
}

static void GC_CALLBACK push_roots(void)
{
    Visitor pusher = {push_run, push_edge};
    mm_visit_roots(&pusher);
    finalizers_visit(&pusher);
    record_each(push_record, &pusher);
    if (kept.count) {
        push_run(&pusher, NULL, kept.at, kept.count);
    }
    if (push_others) {
        push_others();
    }
}

static bool is_live(const Object *object)
{
    return is_record(object) || object->mm & OBJECT_IMMORTAL || GC_is_marked(object);
}

static void GC_CALLBACK on_event(GC_EventType type)
{
    switch (type) {
    case GC_EVENT_START:
        event_begin("boehm", reason, 2, bytes_live() + external_bytes);
        break;
    case GC_EVENT_MARK_END:
        event_marked();
        weak_references_sweep(is_live);
        mm_pending = 1; /* callbacks may wait */
        break;
    case GC_EVENT_END:
        if (event_is_open()) {
            event_end(bytes_live() + external_bytes, 0);
        }
        external_due = false;
        external_budget = MAX((int64_t)EXTERNAL_MIN, 2 * (int64_t)bytes_live());
        break;
    default:
        break;
    }
}

static void GC_CALLBACK finalizers_are_ready(void)
{
    mm_pending = 1;
}

/* libgc found a watched object dead, and keeps it until the end of this. A finalizer waits in our
 * own queue, so that no script code runs here and buffers can be freed in the midst of a native. */
static void GC_CALLBACK object_died(void *at, void *data)
{
    (void)data;
    Object *object = at;
    if (has_finalizer(object)) {
        finalizers_queue(object);
        mm_pending = 1;
        if (object_type(object)->on_free) {
            GC_register_finalizer_no_order(object, object_died, NULL, NULL, NULL);
        }
    } else if (object_type(object)->on_free) {
        object_type(object)->on_free(object);
    }
}

void mm_start(const MmOptions *options)
{
    mm_options = *options;
    mm_pending = options->stress != 0;
    /* Interior pointers count on the stack, not in the heap: Slots hold the starts of objects. */
    GC_set_all_interior_pointers(0);
    GC_set_finalize_on_demand(1);
    GC_set_markers_count(1);
    GC_set_min_bytes_allocd(BYTES_BETWEEN);
    GC_set_warn_proc(GC_ignore_warn_proc);
    GC_INIT();
    GC_set_finalizer_notifier(finalizers_are_ready);
    GC_set_on_collection_event(on_event);
    push_others = GC_get_push_other_roots();
    GC_set_push_other_roots(push_roots);
}

/* ---- Allocation ---- */

static void collect(const char *why)
{
    reason = why;
    GC_gcollect();
    reason = "allocation";
}

static bool is_over_limit(uint64_t bytes)
{
    return mm_options.max_heap && bytes_live() + external_bytes + bytes > mm_options.max_heap;
}

static void check_limit(uint64_t bytes)
{
    if (bytes > (uint64_t)1 << 46) {
        raise_memory();
    }
    if (unlikely(is_over_limit(bytes))) {
        collect("max-heap");
        if (is_over_limit(bytes)) {
            raise_memory();
        }
    }
}

static void *checked(void *object, Type *type)
{
    if (unlikely(!object)) {
        raise_memory();
    }
    ((Object *)object)->mm = 0;
    ((Object *)object)->type = (uint32_t)(uintptr_t)type;
    boehm_objects++;
    return object;
}

noinline void *boehm_slow(Type *type, size_t size)
{
    check_limit(size > BOEHM_SMALL_MAX ? size : 4096);
    if (size > BOEHM_SMALL_MAX) {
        return checked(GC_malloc(size), type);
    }
    size = round_up(size, BOEHM_GRANULE);
    void *batch = GC_malloc_many(size);
    if (!batch) {
        raise_memory();
    }
    boehm_batches[size / BOEHM_GRANULE] = GC_NEXT(batch);
    return checked(batch, type);
}

noinline void *boehm_data(Type *type, size_t size)
{
    if (unlikely(type->flags & TYPE_HEAP)) { /* refers to its class, may have attributes */
        return mm_new(type, size);
    }
    if (size > BOEHM_SMALL_MAX) {
        check_limit(size);
    }
    size = MAX(size, (size_t)32);
    void *object = GC_malloc_atomic(size);
    if (likely(object)) {
        memset(object, 0, 32);
    }
    return checked(object, type);
}

void boehm_discard(void *storage)
{
    if (GC_size(storage) >= DISCARD_MIN) {
        GC_free(storage);
    }
}

Type *type_allocate(Type *meta)
{
    return record_new(meta);
}

/* ---- The rest of the contract ---- */

void mm_watch(void *object)
{
    Object *o = object;
    if (o->mm & (OBJECT_WATCHED | OBJECT_IMMORTAL) || is_record(o)) {
        return;
    }
    o->mm |= OBJECT_WATCHED;
    if (object_type(o)->flags & TYPE_STR && !has_finalizer(o)) {
        TABLE_ADD(kept, (Slot){value_from(o)});
        return;
    }
    GC_register_finalizer_no_order(o, object_died, NULL, NULL, NULL);
}

void mm_poll(void)
{
    mm_pending = mm_options.stress != 0;
    if (mm_options.stress && ++safepoints % mm_options.stress == 0) {
        collect("stress");
    } else if (external_due && mm_is_enabled()) {
        collect("allocation");
    }
    GC_invoke_finalizers();
    finalizers_run();
    if (is_off == mm_is_enabled()) { /* gc.disable() or enable() */
        is_off = !mm_is_enabled();
        is_off ? GC_disable() : GC_enable();
    }
}

int64_t mm_collect(int generation, const char *why)
{
    (void)generation;
    bool was_off = GC_is_disabled();
    if (was_off) {
        GC_enable();
    }
    collect(why);
    if (was_off) {
        GC_disable();
    }
    GC_invoke_finalizers();
    finalizers_run();
    if (mm_options.verify) {
        verify_heap("boehm");
    }
    return 0;
}

void mm_account(int64_t bytes)
{
    external_bytes += (uint64_t)bytes;
    if (bytes > 0) {
        external_allocated += (uint64_t)bytes;
        external_budget -= bytes;
        if (external_budget < 0) {
            external_due = true;
            mm_pending = 1;
        }
    }
}

void mm_account_check(uint64_t bytes)
{
    check_limit(bytes);
    if (bytes >= EXTERNAL_MIN / 4 && external_budget < (int64_t)bytes && mm_is_enabled()) {
        collect("allocation");
        GC_invoke_finalizers();
    }
}

void mm_get_count(int64_t count[3])
{
    struct GC_prof_stats_s s = figures();
    count[0] = (int64_t)s.bytes_allocd_since_gc / 64;
    count[1] = count[2] = 0;
}
void mm_stats(MmStats *stats)
{
    *stats = (MmStats){.bytes = bytes_live() + record_count * RECORD_SIZE};
    stats->objects = MIN(boehm_objects, stats->bytes / 48);
    event_stats(stats);
    stats->allocated_bytes = GC_get_total_bytes() + external_allocated;
    stats->allocated_objects = boehm_objects;
}
int64_t mm_refcount(Value v)
{
    return trace_count_references(v);
}

int64_t mm_finish(void)
{
    mm_enable(false);
    for (int round = 0; round < 2; round++) {
        GC_finalize_all(); /* first the finalizers, then on_free */
        finalizers_run();
    }
    return 0;
}
void finalizer_begin(Object *object)
{
    (void)object;
}
void finalizer_end(Object *object)
{
    (void)object;
}

static void call_visit(Object *object, void *context)
{
    void **pair = context;
    ((void (*)(Object *, void *))pair[0])(object, pair[1]);
}
void mm_each_object(void (*visit)(Object *object, void *context), void *context)
{
    void *pair[] = {(void *)visit, context};
    trace_reachable(call_visit, pair);
}

/* In a batch not yet handed out, the upper half of a link stands where an object has its type. */
Object *mm_resolve(uintptr_t address)
{
    Object *object = GC_base((void *)address);
    if (object) {
        return object->type >= 1 << 20 ? object : NULL;
    }
    return record_resolve(address);
}
size_t mm_cell_size(Object *object)
{
    return is_record(object) ? RECORD_SIZE : GC_size(object);
}

/* The heap of our own is not used. */
void heap_growing(uint64_t bytes)
{
    (void)bytes;
}
void heap_over_budget(void)
{
}
