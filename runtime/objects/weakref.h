/* weakref.h: weak references: the table from objects to the references that watch them. A referent's
 * header has OBJECT_HAS_WEAKREF while it is in the table. When a manager finds it dead, the references
 * are cleared first and their callbacks queued; the queue runs at the next safepoint.
 */
#ifndef RUNTIME_OBJECTS_WEAKREF_H
#define RUNTIME_OBJECTS_WEAKREF_H
#include "runtime/object.h"
extern Type weakref_type, weak_proxy_type, weak_callable_proxy_type;
/* Makes the types and the managers' hooks ready; at the first use. */
void weakref_start(void);
Value weakref_new(Type *type, Value referent, Value callback /* or NONE */);
Value weakref_get(Value weakref); /* the referent, or NONE */
int64_t weakref_count(Value object);
Value weakrefs_of(Value object); /* list of its weakref objects */
/* Called by a manager when `object` is about to die (header flag set): clears, queues callbacks. */
void weakref_object_dies(Object *object);
/* Runs the queued callbacks (exceptions are reported and swallowed). Returns how many. */
int weakref_run_callbacks(void);
#endif
