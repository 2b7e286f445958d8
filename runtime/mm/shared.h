/* shared.h: what the managers share among themselves (runtime/mm/ only): objects that want to be
 * told of their death, the weak tables, and events.
 */
#ifndef RUNTIME_MM_SHARED_H
#define RUNTIME_MM_SHARED_H

#include "runtime/mm.h"

/* A growable table of C structs that lives as long as the process. */
#define TABLE_OF(T)                                                                                \
    struct {                                                                                       \
        T *at;                                                                                     \
        size_t count, capacity;                                                                    \
    }
#define TABLE_ADD(table, ...)                                                                      \
    do {                                                                                           \
        if ((table).count == (table).capacity) {                                                   \
            (table).capacity = MAX((table).capacity * 2, 32);                                      \
            (table).at = table_grow((table).at, (table).capacity, sizeof *(table).at);             \
        }                                                                                          \
        (table).at[(table).count++] = (__VA_ARGS__);                                               \
    } while (0)
void *table_grow(void *at, size_t capacity, size_t size);

extern MmOptions mm_options;

/* ---- Death (watch.c) ---- */

bool has_finalizer(const Object *object); /* one that has not run */
/* The tracing managers' table of watched objects. */
void watch_add(Object *object);
/* After marking: objects that died and have a finalizer are queued and marked again with what they
 * reach. `minor`: only those made since the last collection can have died. */
void watch_find_finalizable(bool minor);
/* After that: the others' on_free. */
void watch_free_dead(bool minor);
/* Queues finalizers; under every manager. The queue is a root. */
void finalizers_queue(Object *object);
void finalizers_visit(Visitor *visitor);
bool finalizers_wait(void);
/* Around a finalizer's call: the manager's (refcount holds the object). */
void finalizer_begin(Object *object);
void finalizer_end(Object *object);
/* Runs weak references' callbacks, then finalizers. Runs Python code; raises nothing. */
void finalizers_run(void);
/* Queues the finalizers of all watched objects that are still there: at exit. */
void finalizers_queue_all(void);
/* on_free of all watched objects that are still there: at exit, the last step. */
void watch_free_all(void);
/* Clears the weak references to `object`, queues their callbacks. */
void weak_object_dies(Object *object);
/* Weak references to what is not live are cleared: before finalizers are found. */
void weak_references_sweep(bool (*is_live)(const Object *object));
/* Calls every weak table's sweep: after that. */
void weak_tables_sweep(bool (*is_live)(const Object *object));

/* ---- Events and figures (log.c) ---- */

/* One collection, from begin to end: tells the listeners, counts, prints --gc-log's line. */
void event_begin(const char *collection, const char *reason, int generation, uint64_t bytes);
void event_marked(void);
void event_end(uint64_t bytes, uint64_t objects_freed);
bool event_is_open(void);
void event_tell(const MmEvent *event);
/* Adds the collections' figures to `stats`. */
void event_stats(MmStats *stats);
extern uint64_t external_bytes, external_allocated; /* as accounted: now; since the start */
uint64_t peak_note(uint64_t bytes);                 /* the largest ever told */

/* ---- Checks (verify.c) ---- */

/* Where --gc-verify asks for it; each ends the process with a message if it finds a fault.
 * After a collection: a trace of its own; every reference must be to a live object. */
void verify_heap(const char *when);
/* Before a minor collection: an old object with its barrier up must refer to old ones only. */
void verify_log(void);
/* Every count must be at least the number of references found (else the process ends); how many
 * objects have more, that is, are leaked. */
int64_t verify_counts(const char *when);

#endif
