/* trace.c: see trace.h. */
#include "runtime/mm/trace.h"
#include "runtime/mm.h"
#include "runtime/mm/shared.h"
#include "runtime/upcalls.h"
#include <stdio.h>
#include <stdlib.h>

/* ---- The set: open addressing, at most half full ---- */

static size_t first_place(const TraceSet *set, const Object *object)
{
    return ((uintptr_t)object >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 20 & (set->size - 1);
}

static struct TraceEntry *find(const TraceSet *set, const Object *object)
{
    size_t i = first_place(set, object);
    while (set->at[i].object && set->at[i].object != object) {
        i = (i + 1) & (set->size - 1);
    }
    return &set->at[i];
}

static void grow(TraceSet *set)
{
    TraceSet bigger = {.count = set->count, .size = set->size ? set->size * 2 : 1024};
    bigger.at = calloc(bigger.size, sizeof *bigger.at);
    if (!bigger.at) {
        fputs("hognose: out of memory\n", stderr);
        abort();
    }
    for (size_t i = 0; i < set->size; i++) {
        if (set->at[i].object) {
            *find(&bigger, set->at[i].object) = set->at[i];
        }
    }
    free(set->at);
    *set = bigger;
}

int64_t *trace_set_add(TraceSet *set, Object *object, bool *is_new)
{
    if (set->count * 2 >= set->size) {
        grow(set);
    }
    struct TraceEntry *entry = find(set, object);
    if (is_new) {
        *is_new = !entry->object;
    }
    if (!entry->object) {
        entry->object = object;
        set->count++;
    }
    return &entry->number;
}

bool trace_set_has(const TraceSet *set, const Object *object)
{
    return set->size && find(set, object)->object;
}

void trace_set_free(TraceSet *set)
{
    free(set->at);
    *set = (TraceSet){0};
}

/* ---- The trace ---- */

typedef struct Trace {
    Visitor visitor;
    TraceSet seen;
    TABLE_OF(Object *) waiting;
    Value wanted;
    int64_t references;
} Trace;

static void trace_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)owner;
    Trace *trace = (Trace *)visitor;
    bool is_new;
    trace->references += value_from(target) == trace->wanted;
    if (!(target->mm & OBJECT_IMMORTAL)) {
        trace_set_add(&trace->seen, target, &is_new);
        if (is_new) {
            TABLE_ADD(trace->waiting, target);
        }
    }
}

static void trace_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            trace_edge(visitor, owner, as_object(at[i].v));
        }
    }
}

static int64_t run_trace(Value wanted, void (*visit)(Object *object, void *context), void *context)
{
    Trace trace = {.visitor = {trace_run, trace_edge}, .wanted = wanted};
    mm_visit_roots(&trace.visitor);
    finalizers_visit(&trace.visitor);
    while (trace.waiting.count) {
        Object *object = trace.waiting.at[--trace.waiting.count];
        if (visit) {
            visit(object, context);
        }
        object_visit(object, &trace.visitor);
    }
    free(trace.waiting.at);
    trace_set_free(&trace.seen);
    return trace.references;
}

void trace_reachable(void (*visit)(Object *object, void *context), void *context)
{
    run_trace(EMPTY, visit, context);
}

static void add_bytes(Object *object, void *context)
{
    uint64_t *sums = context;
    sums[0] += mm_cell_size(object);
    sums[1]++;
}

void trace_some(bool (*visit)(Object *object, void *context), void *context)
{
    Trace trace = {.visitor = {trace_run, trace_edge}};
    mm_visit_roots(&trace.visitor);
    finalizers_visit(&trace.visitor);
    while (trace.waiting.count) {
        Object *object = trace.waiting.at[--trace.waiting.count];
        if (visit(object, context)) {
            object_visit(object, &trace.visitor);
        }
    }
    free(trace.waiting.at);
    trace_set_free(&trace.seen);
}

uint64_t trace_count_bytes(uint64_t *objects)
{
    uint64_t sums[2] = {0, 0};
    run_trace(EMPTY, add_bytes, sums);
    if (objects) {
        *objects = sums[1];
    }
    return sums[0];
}

int64_t trace_count_references(Value v)
{
    return run_trace(v, NULL, NULL);
}
