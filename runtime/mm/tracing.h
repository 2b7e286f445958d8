/* tracing.h: what marksweep and generational have in common: when to collect, and the course of a
 * collection. The manager says which kind is due, adds roots of its own, and sets the budget.
 *
 * A collection is due when the budget of new heap bytes is used up, or that of buffer bytes
 * (mm_account). Buffers cost a collection nothing but their owners' marks, so their budget is
 * small: arrays that live shortly are soon given back.
 */
#ifndef RUNTIME_MM_TRACING_H
#define RUNTIME_MM_TRACING_H

#include "runtime/mm.h"

enum {
    DUE_HEAP = 1,
    DUE_EXTERNAL = 2,
    EXTERNAL_MIN = 8 << 20, /* bytes of buffers between collections, at least */
};

/* ---- Asked of the manager ---- */

/* Whether the collection that is due (DUE_...) is to be a minor one. */
bool tracing_wants_minor(uint32_t due);
/* The manager's own roots are marked; the mark bits are clear unless the collection is minor. */
void tracing_begin(bool minor);
/* The conservative scan found this object. */
void tracing_found(Object *object);
/* The heap is reclaimed. */
void tracing_end(bool minor);
/* New heap bytes until the next collection is due. */
int64_t tracing_budget(void);
/* A young object's storage was discarded or freed early: forget it. */
void tracing_forget(Object *object);

#endif
