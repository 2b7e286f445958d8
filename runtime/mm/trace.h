/* trace.h: a look at the heap that changes nothing in it: which objects the precise roots reach,
 * with a set of its own to remember them. Works under every manager, at any time; what only C
 * locals hold is not found.
 */
#ifndef RUNTIME_MM_TRACE_H
#define RUNTIME_MM_TRACE_H

#include "runtime/object.h"

/* A set of objects, with a number for each. */
typedef struct TraceSet {
    struct TraceEntry {
        Object *object;
        int64_t number;
    } * at;
    size_t count, size;
} TraceSet;

/* The number of an object, 0 when it is new (*is_new, if given). The pointer holds until the next
 * call. */
int64_t *trace_set_add(TraceSet *set, Object *object, bool *is_new);
bool trace_set_has(const TraceSet *set, const Object *object);
void trace_set_free(TraceSet *set);

/* Calls `visit` once for each object that the roots reach (static ones are not among them). The
 * visit must not allocate in the heap. */
void trace_reachable(void (*visit)(Object *object, void *context), void *context);
/* The same, but goes on from an object only if `visit` answers true for it. */
void trace_some(bool (*visit)(Object *object, void *context), void *context);
/* Bytes in the cells of all objects that the roots reach; *objects, if given: how many. */
uint64_t trace_count_bytes(uint64_t *objects);
/* References to v from roots and from objects that they reach. */
int64_t trace_count_references(Value v);

#endif
