/* mark.c: see mark.h. The queue between stack and scan, which gives a prefetch time to arrive, is
 * that of Cher, Hosking and Vitek, "Software Prefetching for Mark-Sweep Garbage Collection", 2004.
 */
#define _GNU_SOURCE
#include "runtime/mm/mark.h"
#include "runtime/mm.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"
#include "runtime/mm/shared.h"
#include "runtime/visit.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#ifndef MARK_BARRIER
#define MARK_BARRIER 0
#endif
#if MM_COUNTS
#define MARK_COUNTED 1 /* `live` is refcount's, cells in use */
#else
#define MARK_COUNTED 0
#endif

enum {
    PIECE = 512,  /* slots scanned at a time */
    AHEAD = 8,    /* objects being prefetched; a power of two */
    IS_PIECE = 1, /* tag of a stack entry: a Slot *, the count is below it */
};

/* Entries are objects, or a count and a tagged pointer to slots. */
static uintptr_t *stack;
static size_t stack_top, stack_size, stack_peak;
static bool overflowed, marks_records;

static void reserve_stack(void)
{
    for (size_t size = (size_t)1 << 33; size >= 1 << 16; size >>= 1) {
        void *at = mmap(NULL, size, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (at != MAP_FAILED) {
            madvise(at, size, MADV_NOHUGEPAGE);
            stack = at;
            stack_size = size / sizeof *stack;
            return;
        }
    }
    fputs("hognose: no memory for marking\n", stderr);
    abort();
}

static always_inline void push(uintptr_t entry)
{
    if (unlikely(stack_top >= stack_size)) {
        overflowed = true;
        return;
    }
    stack[stack_top++] = entry;
}

static noinline void mark_outside(Object *object)
{
    if (marks_records && is_record(object) && !(object->mm & RECORD_MARK)) {
        object->mm |= RECORD_MARK;
        push((uintptr_t)object);
    }
}

static always_inline void mark(Value v)
{
    uintptr_t offset = v - heap_base;
    if (likely(offset < heap_size)) {
        uint64_t *word = &heap_marks[offset >> 10], bit = UINT64_C(1) << ((offset >> 4) & 63);
        if (*word & bit) {
            return;
        }
        *word |= bit;
        HeapBlock *b = &heap_blocks[offset >> HEAP_BLOCK_SHIFT];
        b->live += !MARK_COUNTED;
        if (!b->is_data) {
            push(v);
        }
    } else if (is_object(v)) {
        mark_outside(as_object(v));
    }
}

static void mark_run(Visitor *visitor, Object *owner, Slot *at, size_t count)
{
    (void)visitor, (void)owner;
    if (unlikely(count > PIECE)) {
        if (stack_top + 2 > stack_size) {
            overflowed = true;
            return;
        }
        push(count - PIECE);
        push((uintptr_t)(at + PIECE) | IS_PIECE);
        count = PIECE;
    }
    for (size_t i = 0; i < count; i++) {
        mark(at[i].v);
    }
}

static void mark_edge(Visitor *visitor, Object *owner, Object *target)
{
    (void)visitor, (void)owner;
    mark(value_from(target));
}

Visitor marker = {mark_run, mark_edge};

static always_inline void scan(Object *object)
{
    object->mm |= MARK_BARRIER;
    object_visit_with(object, &marker, mark_run, mark_edge);
}

static void drain_stack(void)
{
    Object *queue[AHEAD] = {NULL};
    size_t at = 0, queued = 0;
    while (stack_top || queued) {
        Object *next = NULL;
        if (stack_top) {
            uintptr_t entry = stack[--stack_top];
            if (entry & IS_PIECE) {
                stack_peak = MAX(stack_peak, stack_top);
                size_t count = stack[--stack_top];
                mark_run(&marker, NULL, (Slot *)(entry & ~(uintptr_t)IS_PIECE), count);
                continue;
            }
            next = (Object *)entry;
            __builtin_prefetch(next);
            queued++;
        }
        Object *ready = queue[at];
        queue[at] = next;
        at = (at + 1) & (AHEAD - 1);
        if (ready) {
            queued--;
            scan(ready);
            stack_peak = MAX(stack_peak, stack_top);
        }
    }
}

static void scan_if_marked(Object *object, void *context)
{
    (void)context;
    if (heap_contains((uintptr_t)object) && heap_is_marked(object) &&
        !heap_block_of(object)->is_data) {
        scan(object);
        drain_stack();
    }
}

void mark_drain(void)
{
    drain_stack();
    while (overflowed) {
        overflowed = false;
        heap_each(scan_if_marked, NULL);
        record_each(scan_if_marked, NULL);
    }
}

void mark_value(Value v)
{
    mark(v);
}
void mark_scan(Object *object)
{
    scan(object);
}
void mark_roots(void)
{
    mm_visit_roots(&marker);
    finalizers_visit(&marker);
}

void mark_begin(bool all)
{
    if (!stack) {
        reserve_stack();
    }
    stack_top = stack_peak = 0;
    marks_records = all;
}

static void sweep_record(Object *record, void *context)
{
    (void)context;
    if (record->mm & RECORD_MARK) {
        record->mm &= ~(uint32_t)RECORD_MARK;
    } else {
        record_free(record);
    }
}

void mark_end(void)
{
    if (stack_peak * sizeof *stack > 1 << 20) {
        madvise(stack, round_up(stack_peak * sizeof *stack, 4096), MADV_DONTNEED);
    }
}

void mark_sweep_records(void)
{
    if (marks_records) {
        record_each(sweep_record, NULL);
    }
}

bool mark_is_live(const Object *object)
{
    if (heap_contains((uintptr_t)object)) {
        return heap_is_marked(object);
    }
    return (object->mm & (OBJECT_IMMORTAL | RECORD_MARK)) || !marks_records;
}
