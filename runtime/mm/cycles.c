/* cycles.c: garbage cycles under refcounting, by a backup trace: what no root, no temporary and no
 * native reaches is garbage, whatever its count. Not trial deletion, so its cost is that of marking
 * what lives, and it is done only when the heap has doubled since it was last done.
 *
 * As PEP 442 has it: weak references to the garbage are cleared, then its finalizers are called,
 * and if there were any, the trace is made anew, since they may have brought objects back.
 */
#include "runtime/mm/counted.h"
#if MM_COUNTS
#include "runtime/mm/mark.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"

enum { GROWTH_MIN = 256 << 10 };

static bool is_marking, is_collecting;
static uint64_t due_at = 2 * GROWTH_MIN, survivors;

bool cycles_running(void)
{
    return is_marking;
}
bool cycles_are_due(void)
{
    return heap.taken + external_bytes > due_at && !is_collecting && mm_is_enabled();
}
uint64_t cycles_survivors(void)
{
    return survivors;
}

static bool is_garbage(const Object *object)
{
    if (heap_contains((uintptr_t)object)) {
        return !heap_is_marked(object);
    }
    return !(object->mm & (OBJECT_IMMORTAL | RECORD_MARK));
}
static bool is_live(const Object *object)
{
    return !is_garbage(object);
}

static void found_on_stack(Object *object)
{
    mark_value(value_from(object));
}

static void mark_all(StackPart part)
{
    mark_begin(true);
    mark_roots();
    count_visit_temporaries(&marker);
    stack_scan(part, found_on_stack);
    mark_drain();
    mark_end();
}

static void unmark_record(Object *record, void *context)
{
    (void)context;
    record->mm &= ~(uint32_t)RECORD_MARK;
}
static void unmark_all(void)
{
    heap_clear_marks();
    record_each(unmark_record, NULL);
}

typedef struct Garbage {
    uint64_t objects, known, finalizable;
} Garbage;

static void look_at(Object *object, void *context)
{
    Garbage *garbage = context;
    if (is_garbage(object)) {
        garbage->objects++;
        garbage->known += !(object_type(object)->flags & (TYPE_STORAGE | TYPE_STR)) &&
                          !(heap_contains((uintptr_t)object) && heap_block_of(object)->is_data);
        garbage->finalizable += (object->mm & OBJECT_WATCHED) && has_finalizer(object);
    }
}

static void queue_finalizer(Object *object, void *context)
{
    (void)context;
    if (is_garbage(object) && (object->mm & OBJECT_WATCHED) && has_finalizer(object)) {
        count_up(object);
        finalizers_queue(object);
    }
}

/* ---- Freeing: first what the garbage holds outside is let go, then its cells go ---- */

static void let_go_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor, (void)owner;
    if (is_live(target) && count_down(target)) {
        count_unstored(target);
    }
}
static void let_go_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            let_go_edge(visitor, owner, as_object(at[i].v));
        }
    }
}
static void let_go(Object *object, void *context)
{
    if (is_garbage(object)) {
        object_visit(object, context);
    }
}
static void free_outside(Object *object, void *context)
{
    (void)context;
    if (is_garbage(object) && object->mm & OBJECT_WATCHED && object_type(object)->on_free) {
        object_type(object)->on_free(object);
    }
}
static void free_garbage(Object *object, void *context)
{
    (void)context;
    if (is_garbage(object)) {
        counted_free(object);
    }
}

static Garbage look_at_all(void)
{
    Garbage garbage = {0};
    mm_each_object(look_at, &garbage);
    return garbage;
}

static void free_all(void)
{
    Visitor visitor = {let_go_run, let_go_edge};
    mm_each_object(let_go, &visitor);
    mm_each_object(free_outside, NULL); /* before any of their classes goes */
    heap_each(free_garbage, NULL);
    record_each(free_garbage, NULL);
}

/* One look; frees the garbage unless some of it has finalizers: then these wait in the queue. */
static Garbage look_once(StackPart part, bool *again)
{
    is_marking = true;
    mark_all(part);
    Garbage garbage = look_at_all();
    if (garbage.objects) {
        weak_references_sweep(is_live);
    }
    if (garbage.finalizable) {
        mm_each_object(queue_finalizer, NULL);
    } else if (garbage.objects) {
        weak_tables_sweep(is_live);
        free_all();
    }
    unmark_all();
    is_marking = false;
    *again = garbage.finalizable > 0;
    return garbage;
}

int64_t cycles_collect(const char *reason, StackPart part)
{
    if (is_collecting || count_is_relieving()) {
        return 0;
    }
    is_collecting = true;
    bool again = true;
    uint64_t known = 0;
    event_begin("cycle", reason, 2, counted_bytes() + external_bytes);
    Garbage garbage = {0};
    for (int round = 0; again && round < 4; round++) {
        garbage = look_once(part, &again);
        known = round ? known : garbage.known;
        if (again) {
            /* Natives wait on the stack now, should they not have done so before. */
            finalizers_run();
            part = part == STACK_BELOW_LOOP ? STACK_NATIVES : part;
        }
    }
    event_marked();
    survivors = counted_cells();
    uint64_t held = heap.taken + external_bytes;
    due_at = held + MAX(held, (uint64_t)GROWTH_MIN);
    event_end(counted_bytes() + external_bytes, garbage.objects);
    finalizers_run();
    is_collecting = false;
    if (mm_options.verify) {
        verify_heap("cycle");
        verify_counts("cycle");
    }
    return (int64_t)known;
}
#endif
