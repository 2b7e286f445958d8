/* mark.h: marking, for every manager that traces: which objects the roots reach.
 *
 * The state is the mark bits of the heap and a stack of objects that are marked and not yet
 * scanned; large arrays are scanned in pieces, so that marking can stop after any step and go on
 * later. When the stack cannot grow, objects are dropped from it and found again by a walk over the
 * heap. The invariant: a marked object that has been scanned refers to marked objects only, as long
 * as every store in between goes through the manager.
 *
 * MARK_BARRIER, a bit of the header or 0, is the manager's: set in each object that is scanned.
 */
#ifndef RUNTIME_MM_MARK_H
#define RUNTIME_MM_MARK_H

#include "runtime/object.h"

extern Visitor marker; /* marks what it is shown */

/* Starts a marking that goes on from the marks there are; `all`: of classes too (a full one). */
void mark_begin(bool all);
void mark_value(Value v);
/* Scans an object that is marked already. */
void mark_scan(Object *object);
/* What the roots of the runtime and of the VM refer to. */
void mark_roots(void);
/* Scans until nothing is left to scan. */
void mark_drain(void);
/* Gives the stack's memory back. */
void mark_end(void);
/* After a full marking: frees the classes that were not marked, and unmarks the others. */
void mark_sweep_records(void);
/* Whether an object was reached (in a young marking: or is old). */
bool mark_is_live(const Object *object);

#endif
