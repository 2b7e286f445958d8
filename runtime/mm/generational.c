/* generational.c: see generational.h and tracing.h. */
#include "runtime/mm.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/mark.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/tracing.h"
#include "runtime/objects/slots.h"
#include "runtime/visit.h"

enum {
    NURSERY = 4 << 20,     /* new bytes between collections */
    MAJOR_MIN = 16 << 20,  /* live bytes up to which major collections are not worth it */
    CHEAP_MAJOR = 8 << 20, /* up to here a major one costs hardly more than a minor */
};

/* Old objects that were written since the last collection; NULL: freed since. */
static TABLE_OF(Object *) logged;
/* What the conservative scan of this collection found. */
static TABLE_OF(Object *) found;
static uint64_t major_at = MAJOR_MIN, external_at_major;

noinline void generational_log(Object *object)
{
    object->mm &= ~MARK_BARRIER;
    TABLE_ADD(logged, object);
}

/* Buffers whose owners are old are freed by a major collection only: one is wanted when they have
 * grown much, or when it is cheap. */
bool tracing_wants_minor(uint32_t due)
{
    if (heap.bytes_live >= major_at) {
        return false;
    }
    if (due & DUE_EXTERNAL) {
        return heap.bytes_live > CHEAP_MAJOR &&
               external_bytes < external_at_major + external_at_major / 2 + heap.bytes_live;
    }
    return true;
}

void tracing_begin(bool minor)
{
    if (minor) {
        for (size_t i = 0; i < logged.count; i++) {
            if (logged.at[i]) {
                mark_scan(logged.at[i]);
            }
        }
    }
    logged.count = 0;
}

void tracing_found(Object *object)
{
    if (!heap_contains((uintptr_t)object) || !heap_block_of(object)->is_data) {
        TABLE_ADD(found, object);
    }
}

static void log_again(Object *object)
{
    if (object->mm & MARK_BARRIER) {
        generational_log(object);
    }
}

/* Storage that a native fills through the container that it has in hand. */
static void log_storage(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    (void)visitor, (void)owner;
    for (size_t i = 0; i < MIN(count, 8); i++) {
        Value v = at[i].v;
        if (is_object(v) && (object_type(as_object(v))->flags & TYPE_STORAGE)) {
            log_again(as_object(v));
        }
    }
}
static void ignore_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor, (void)owner, (void)target;
}

void tracing_end(bool minor)
{
    Visitor storage = {log_storage, ignore_edge};
    for (size_t i = 0; i < found.count; i++) {
        log_again(found.at[i]);
        object_visit(found.at[i], &storage);
    }
    found.count = 0;
    if (!minor) {
        major_at = MAX((uint64_t)MAJOR_MIN, heap.bytes_live * 2);
        external_at_major = external_bytes;
    }
}

void tracing_forget(Object *object)
{
    if (!heap_is_marked(object) || object->mm & MARK_BARRIER) {
        return;
    }
    for (size_t i = logged.count; i-- > 0;) {
        if (logged.at[i] == object) {
            logged.at[i] = NULL;
            return;
        }
    }
}

int64_t tracing_budget(void)
{
    return NURSERY;
}

Type *type_allocate(Type *meta)
{
    Type *record = record_new(meta);
    TABLE_ADD(logged, &record->head);
    return record;
}
