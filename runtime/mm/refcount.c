/* refcount.c: see refcount.h: the table of temporaries, releasing, and the contract. */
#define _GNU_SOURCE
#include "runtime/mm/counted.h"
#include "runtime/error.h"
#include "runtime/mm/records.h"
#include "runtime/mm/sanitize.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/stack.h"
#include "runtime/upcalls.h"
#include "runtime/visit.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum {
    NESTED_MAX = 512,      /* entries that a nested loop lets stand before it looks */
    TABLE_SOFT = 64 << 10, /* entries that an allocation lets stand */
    TAKEN_SOFT = 64 << 20, /* bytes, of buffers too, that natives take between looks */
};

volatile uint32_t mm_pending;
Object **count_table, **count_table_top, **count_table_base, **count_table_limit;
static Object **table_end;
static size_t nested_max = NESTED_MAX;
static uint64_t safepoints, taken_since;
static bool is_relieving;
static bool is_found(const Object *object);

/* Objects being released, in a reserved stretch of addresses: a list of a million dead nodes needs
 * eight MiB of it for a moment, and no recursion. */
static Object **dying, **dying_top, **dying_end;

static Object **reserve_table(Object ***end)
{
    for (size_t size = (size_t)1 << 33; size >= 1 << 20; size >>= 1) {
        void *at = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (at != MAP_FAILED) {
            madvise(at, size, MADV_NOHUGEPAGE);
            *end = (Object **)at + size / sizeof(Object *) - 1;
            return at;
        }
    }
    fputs("hognose: no memory for the tables\n", stderr);
    exit(1);
}

void mm_start(const MmOptions *options)
{
    mm_options = *options;
    counted_start();
    heap_is_poisoned = options->stress != 0;
    mm_pending = options->stress != 0;
    count_table = count_table_top = count_table_base = reserve_table(&table_end);
    count_table_limit = count_table + TABLE_SOFT;
    dying = dying_top = reserve_table(&dying_end);
    heap.budget = INT64_MAX;
}

/* ---- Counts that are not between 1 and COUNT_STICKY ---- */

noinline void count_saturate(Object *object)
{
    uint32_t flags = object->mm & (COUNT_ONE - 1);
    object->mm = COUNT_STICKY_MIDDLE | flags;
}

/* Whether the object is one that stays; if so its count is put back to the middle. */
static bool stays(Object *object)
{
    if (object->mm >= COUNT_STICKY || object->mm & OBJECT_IMMORTAL) {
        count_saturate(object);
        return true;
    }
    return false;
}

static void table_add(Object *object)
{
    object->mm |= COUNT_ON_TABLE;
    *count_table_top++ = object;
    if (unlikely(count_table_top == count_table_limit)) {
        count_table_full();
    }
}

noinline void count_unstored(Object *object)
{
    if (!stays(object) && !(object->mm & COUNT_ON_TABLE)) {
        table_add(object);
    }
}

/* Takes the object off the table if it is among the last entries. */
static bool take_off(Object *object)
{
    Object **last = count_table_top;
    for (int i = 0; i < 8 && last > count_table_base; i++) {
        if (*--last == object) {
            memmove(last, last + 1, (size_t)(count_table_top - last - 1) * sizeof *last);
            count_table_top--;
            object->mm &= ~COUNT_ON_TABLE;
            return true;
        }
    }
    return false;
}

static bool is_urgent(const Object *object)
{
    return object->mm & (OBJECT_WATCHED | OBJECT_HAS_WEAKREF) ||
           (heap_contains((uintptr_t)object) && heap_block_of(object)->kind == HEAP_BLOCK_LARGE);
}

noinline void count_dropped(Object *object)
{
    if (stays(object)) {
        return;
    }
    if (vm_is_outermost()) {
        if (!(object->mm & COUNT_ON_TABLE) || take_off(object)) {
            count_release(object);
        }
        return;
    }
    if (!(object->mm & COUNT_ON_TABLE)) {
        table_add(object);
    }
    if (is_urgent(object) || (size_t)(count_table_top - count_table_base) > nested_max) {
        count_relieve(STACK_BELOW_LOOP);
    }
}

noinline void count_discard(Object *storage)
{
    if (storage->mm < COUNT_ONE && (storage->mm & COUNT_ON_TABLE) && take_off(storage)) {
        counted_free(storage);
    }
}

/* ---- Releasing ---- */

/* What waits for its release counts as on the table: a weak reference may bring it back to a count,
 * and from there back to 0, and it is still released once. */
static void push_dying(Object *object)
{
    object->mm |= COUNT_ON_TABLE;
    *dying_top++ = object;
}

static void release_child(Object *child)
{
    if (count_down(child) && !stays(child) && !(child->mm & COUNT_ON_TABLE)) {
        /* The scan's finds (count_relieve) are marked: a native may have them in hand. */
        if (unlikely(is_relieving) && is_found(child)) {
            table_add(child);
        } else {
            push_dying(child);
        }
    }
}

/* Pushed last is released first. CPython lets go of sequences from their end, of the rest from the
 * beginning; where finalizers print, that shows. */
static always_inline void release_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    (void)visitor;
    bool from_end = owner && object_type(owner)->array_at;
    for (size_t i = 0; i < count; i++) {
        Value v = at[from_end ? i : count - 1 - i].v;
        if (is_object(v)) {
            release_child(as_object(v));
        }
    }
}
static void release_run_call(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    release_run(visitor, owner, at, count);
}
static void release_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor, (void)owner;
    release_child(target);
}

/* The queue's objects were held when they were queued. */
void finalizer_begin(Object *object)
{
    *dying_top++ = object;
}
void finalizer_end(Object *object)
{
    dying_top--;
    if (count_down(object)) {
        count_unstored(object);
    }
}

/* Runs the finalizer, then the callbacks of weak references. Whether the object is still dying. The
 * object stays on the stack of the dying meanwhile: so a search for cycles takes it for a root. */
static noinline bool say_farewell(Object *object)
{
    if (has_finalizer(object)) {
        object->mm |= OBJECT_FINALIZED;
        count_up(object);
        object_finalize(object);
        object->mm -= COUNT_ONE;
    }
    if (object->mm & OBJECT_HAS_WEAKREF && object->mm < COUNT_ONE) {
        weak_object_dies(object);
        finalizers_run();
    }
    object->mm &= ~COUNT_ON_TABLE;
    return object->mm < COUNT_ONE;
}

static Visitor releaser = {release_run_call, release_edge};

static always_inline void release_one(Object *dead)
{
    if (!heap_contains((uintptr_t)dead) || !heap_block_of(dead)->is_data) {
        object_visit_with(dead, &releaser, release_run, release_edge);
    }
    counted_free(dead);
}

static noinline void release_down_to(Object **base)
{
    while (dying_top > base) {
        Object *dead = dying_top[-1];
        if (unlikely(dead->mm >= COUNT_ONE)) { /* a finalizer found it by a weak reference */
            dead->mm &= ~COUNT_ON_TABLE;
            dying_top--;
            continue;
        }
        bool is_watched = dead->mm & OBJECT_WATCHED;
        if (unlikely(dead->mm & (OBJECT_WATCHED | OBJECT_HAS_WEAKREF)) && !say_farewell(dead)) {
            dying_top--;
            continue;
        }
        dying_top--;
        if (unlikely(dying_top + 1024 > dying_end)) {
            fputs("hognose: too many objects die at once\n", stderr);
            abort();
        }
        if (unlikely(is_watched) && object_type(dead)->on_free) {
            object_type(dead)->on_free(dead);
        }
        release_one(dead);
    }
}

void count_release(Object *object)
{
    Object **base = dying_top;
    if (unlikely(object->mm & (OBJECT_WATCHED | OBJECT_HAS_WEAKREF))) {
        push_dying(object);
    } else {
        release_one(object); /* mostly it takes nothing along */
    }
    if (dying_top > base) {
        release_down_to(base);
    }
}

/* ---- The table ---- */

/* The outermost loop has control: what is at 0 is garbage. Finalizers may fill the table again
 * while it is worked on; nested loops see only what comes after. */
static void settle_all(void)
{
    Object **from = count_table_base;
    while (count_table_top > from) {
        Object **to = count_table_top;
        count_table_base = to;
        for (Object **at = from; at < to; at++) {
            Object *object = *at;
            *at = NULL;
            if (object->mm < COUNT_ONE) {
                count_release(object);
            } else {
                object->mm &= ~COUNT_ON_TABLE;
            }
        }
        memmove(from, to, (size_t)(count_table_top - to) * sizeof *to);
        count_table_top -= to - from;
        count_table_base = from;
    }
    taken_since = 0;
    nested_max = NESTED_MAX;
    count_table_limit = count_table_top + TABLE_SOFT;
}

noinline void count_settle(void)
{
    if (likely(vm_is_outermost())) {
        Object **from = count_table_base;
        if (count_table_top == from + 1) { /* mostly: a native's result */
            Object *object = *from;
            count_table_top = from;
            uint32_t mm = object->mm & ~COUNT_ON_TABLE;
            object->mm = mm;
            if (mm < COUNT_ONE) {
                count_release(object);
            }
            return;
        }
        settle_all();
    } else if ((size_t)(count_table_top - count_table_base) > nested_max) {
        count_relieve(STACK_BELOW_LOOP);
    }
}

/* ---- Relief while natives are active ---- */

static TABLE_OF(Object *) found;

static bool is_found(const Object *object)
{
    return heap_contains((uintptr_t)object) ? heap_is_marked(object) : object->mm & RECORD_MARK;
}

static void found_on_stack(Object *object)
{
    if (is_found(object)) {
        return;
    }
    if (heap_contains((uintptr_t)object)) {
        heap_mark(object);
    } else {
        object->mm |= RECORD_MARK;
    }
    TABLE_ADD(found, object);
}

static void forget_found(void)
{
    for (size_t i = 0; i < found.count; i++) {
        Object *object = found.at[i];
        if (heap_contains((uintptr_t)object)) {
            heap_unmark(object);
        } else {
            object->mm &= ~(uint32_t)RECORD_MARK;
        }
    }
    found.count = 0;
}

/* What the scan finds keeps its mark until the end: the dying do not take it along. Nothing else is
 * freed meanwhile, finalizers notwithstanding: no loop is the outermost, no search for cycles runs.
 */
void count_relieve(StackPart part)
{
    if (is_relieving || cycles_running()) {
        count_table_limit = MIN(count_table_top + TABLE_SOFT, table_end);
        return;
    }
    is_relieving = true;
    stack_scan(part, found_on_stack);
    Object **kept = count_table_base, **base = dying_top;
    for (Object **at = count_table_base; at < count_table_top; at++) {
        Object *object = *at;
        if (object->mm >= COUNT_ONE) {
            object->mm &= ~COUNT_ON_TABLE;
        } else if (is_found(object)) {
            *kept++ = object;
        } else {
            *dying_top++ = object;
        }
    }
    size_t left = (size_t)(kept - count_table_base);
    count_table_top = kept;
    for (Object **low = base, **high = dying_top; low < --high; low++) { /* first in, first out */
        Object *object = *low;
        *low = *high;
        *high = object;
    }
    release_down_to(base);
    forget_found();
    taken_since = 0;
    nested_max = MAX((size_t)NESTED_MAX, left * 2);
    count_table_limit = MIN(count_table_top + MAX((size_t)TABLE_SOFT, left), table_end);
    is_relieving = false;
}

noinline void count_table_full(void)
{
    if (count_table_top >= table_end) {
        fputs("hognose: too many temporaries\n", stderr);
        abort();
    }
    count_relieve(STACK_WHOLE);
}

bool count_is_relieving(void)
{
    return is_relieving;
}

void count_visit_temporaries(Visitor *visitor)
{
    visitor->run(visitor, NULL, (Slot *)count_table, (size_t)(count_table_top - count_table));
    visitor->run(visitor, NULL, (Slot *)dying, (size_t)(dying_top - dying));
}

/* ---- Limits ---- */

static bool is_over_limit(uint64_t bytes)
{
    return mm_options.max_heap &&
           heap_bytes_committed() + external_bytes + bytes > mm_options.max_heap;
}

static void check_limit(uint64_t bytes)
{
    if (unlikely(is_over_limit(bytes))) {
        count_relieve(STACK_WHOLE);
        if (is_over_limit(bytes)) {
            cycles_collect("max-heap", STACK_WHOLE);
            count_relieve(STACK_WHOLE);
        }
        if (is_over_limit(bytes)) {
            raise_memory();
        }
    }
}

/* A long native that makes much and keeps little is relieved of it. */
static void note_taken(uint64_t bytes)
{
    taken_since += bytes;
    if (taken_since > TAKEN_SOFT && count_table_top > count_table_base) {
        count_relieve(STACK_WHOLE);
        taken_since = 0;
    }
}

void heap_growing(uint64_t bytes)
{
    check_limit(bytes);
    note_taken(bytes);
    if (cycles_are_due()) {
        mm_pending = 1;
    }
}
void heap_over_budget(void)
{
    heap.budget = INT64_MAX;
}
void mm_account(int64_t bytes)
{
    external_bytes += (uint64_t)bytes;
    if (bytes > 0) {
        external_allocated += (uint64_t)bytes;
        if (cycles_are_due()) {
            mm_pending = 1;
        }
    }
}
void mm_account_check(uint64_t bytes)
{
    check_limit(bytes);
    note_taken(bytes);
}

/* ---- The rest of the contract ---- */

void mm_poll(void)
{
    mm_pending = mm_options.stress != 0;
    bool stressed = mm_options.stress && ++safepoints % mm_options.stress == 0;
    if (stressed && !vm_is_outermost()) {
        count_relieve(STACK_BELOW_LOOP);
    }
    if (stressed || (cycles_are_due() && mm_is_enabled())) {
        cycles_collect(stressed ? "stress" : "allocation", STACK_BELOW_LOOP);
    }
    mm_settle();
}

noinline int64_t mm_collect(int generation, const char *reason)
{
    (void)generation;
    STACK_HERE();
    int64_t found = cycles_collect(reason, STACK_NATIVES);
    stack_natives_from = 0;
    return found;
}

void mm_watch(void *object)
{
    Object *o = object;
    if (!(o->mm & OBJECT_IMMORTAL)) {
        o->mm |= OBJECT_WATCHED;
    }
}
void mm_get_count(int64_t count[3])
{
    count[0] = MAX((int64_t)(counted_cells() - cycles_survivors()), 0);
    count[1] = count[2] = 0;
}
void mm_stats(MmStats *stats)
{
    *stats = (MmStats){.bytes = counted_bytes(), .objects = counted_cells()};
    event_stats(stats);
    counted_made_so_far(&stats->allocated_objects, &stats->allocated_bytes);
    stats->allocated_bytes += external_allocated;
}
/* The references of registers and slots, and the one of the caller's call, as in CPython. */
int64_t mm_refcount(Value v)
{
    return is_object(v) ? (int64_t)(as_object(v)->mm / COUNT_ONE) : 1 << 30;
}
Type *type_allocate(Type *meta)
{
    return counted_enter(&record_new(meta)->head, meta);
}

static void finalize_all(Object *object, void *context)
{
    (void)context;
    if (object->mm & OBJECT_WATCHED && has_finalizer(object)) {
        count_up(object);
        finalizers_queue(object);
    }
}
static void free_outside(Object *object, void *context)
{
    (void)context;
    if (object->mm & OBJECT_WATCHED && object_type(object)->on_free) {
        object_type(object)->on_free(object);
    }
}

int64_t mm_finish(void)
{
    mm_enable(false);
    settle_all();
    /* Before the trace, which frees what was counted too high like any garbage. */
    int64_t leaks = mm_options.verify ? verify_counts("exit") : 0;
    cycles_collect("exit", STACK_WHOLE);
    settle_all();
    mm_each_object(finalize_all, NULL);
    finalizers_run();
    settle_all();
    mm_each_object(free_outside, NULL);
    return leaks;
}
