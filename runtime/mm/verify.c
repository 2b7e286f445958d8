/* verify.c: --gc-verify: the managers' invariants, checked by a trace that shares nothing with
 * theirs but the types' descriptions.
 */
#include "runtime/mm.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"
#include "runtime/mm/trace.h"
#include <stdio.h>
#include <stdlib.h>

#ifndef MARK_BARRIER
#define MARK_BARRIER 0
#endif

static const char *place;

static const char *type_name(const Object *object)
{
    return object ? object_type(object)->name : "a root";
}

static cold_fn noreturn_fn void fault(const char *what, const Object *owner, const void *target)
{
    fprintf(stderr, "hognose: gc-verify (%s, %s): %s: %p", MM_NAME, place, what, target);
    if (owner) {
        fprintf(stderr, ", referred to by %p (%s)", (const void *)owner, type_name(owner));
    }
    fputc('\n', stderr);
    abort();
}

/* Whether this is the start of an object: of the heap, a class, or static. */
static bool is_valid(const Object *object)
{
    if (mm_resolve((uintptr_t)object) == object) {
        return true;
    }
    return !heap_contains((uintptr_t)object) && !is_record(object) && object->mm & OBJECT_IMMORTAL;
}

static void check_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor;
    if ((uintptr_t)target % 8 || !is_valid(target)) {
        fault("no object", owner, target);
    }
    Object *type = &object_type(target)->head;
    if (!type || (!is_record(type) && !(type->mm & OBJECT_IMMORTAL))) {
        fault("object without a type", owner, target);
    }
}
static void check_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            check_edge(visitor, owner, as_object(at[i].v));
        }
    }
}
static void check_object(Object *object, void *context)
{
    object_visit(object, context);
}

void verify_heap(const char *when)
{
    place = when;
    Visitor checker = {check_run, check_edge};
    mm_visit_roots(&checker);
    trace_reachable(check_object, &checker);
}

/* ---- The log of the generational manager ---- */

static void check_old_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor;
    if (heap_contains((uintptr_t)target) && !heap_is_marked(target)) {
        fault("young object, not logged", owner, target);
    }
}
static void check_old_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            check_old_edge(visitor, owner, as_object(at[i].v));
        }
    }
}
static void check_old_object(Object *object, void *context)
{
    if (object->mm & MARK_BARRIER) {
        object_visit(object, context);
    }
}

void verify_log(void)
{
    place = "log";
    Visitor checker = {check_old_run, check_old_edge};
    mm_each_object(check_old_object, &checker);
}

/* ---- Counts ---- */

#if MM_COUNTS
typedef struct Counting {
    Visitor visitor;
    TraceSet found;
} Counting;

static void count_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)owner;
    ++*trace_set_add(&((Counting *)visitor)->found, target, NULL);
}
static void count_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_object(at[i].v)) {
            count_edge(visitor, owner, as_object(at[i].v));
        }
    }
}
static void count_from(Object *object, void *context)
{
    object_visit(object, context);
}

typedef struct Comparison {
    Counting *counting;
    int64_t leaked;
    bool tell; /* at exit: during a run a native may count what it has in hand */
} Comparison;

static void compare_count(Object *object, void *context)
{
    Comparison *comparison = context;
    int64_t counted = object->mm / COUNT_ONE;
    int64_t found = *trace_set_add(&comparison->counting->found, object, NULL);
    if (object->mm >= COUNT_STICKY) {
        return;
    }
    if (counted < found) {
        fprintf(stderr, "hognose: %s: count %" PRId64 ", found %" PRId64 "\n", type_name(object),
                counted, found);
        fault("counted too low", NULL, object);
    }
    if (counted > found) {
        if (comparison->tell && comparison->leaked < 8) {
            fprintf(stderr, "hognose: gc-verify: %p (%s): count %" PRId64 ", found %" PRId64 "\n",
                    (void *)object, type_name(object), counted, found);
        }
        comparison->leaked++;
    }
}

int64_t verify_counts(const char *when)
{
    place = when;
    Counting counting = {.visitor = {count_run, count_edge}};
    Comparison comparison = {.counting = &counting, .tell = !strcmp(when, "exit")};
    mm_visit_roots(&counting.visitor);
    mm_each_object(count_from, &counting.visitor);
    mm_each_object(compare_count, &comparison);
    trace_set_free(&counting.found);
    return comparison.leaked;
}
#endif
