/* marksweep.c: see marksweep.h and tracing.h. */
#include "runtime/mm.h"
#include "runtime/mm/heap.h"
#include "runtime/mm/records.h"
#include "runtime/mm/tracing.h"

enum { BUDGET_MIN = 8 << 20 };

bool tracing_wants_minor(uint32_t due)
{
    (void)due;
    return false;
}
void tracing_begin(bool minor)
{
    (void)minor;
}
void tracing_found(Object *object)
{
    (void)object;
}
void tracing_end(bool minor)
{
    (void)minor;
}
void tracing_forget(Object *object)
{
    (void)object;
}
int64_t tracing_budget(void)
{
    return MAX((int64_t)BUDGET_MIN, (int64_t)heap.bytes_live);
}
Type *type_allocate(Type *meta)
{
    return record_new(meta);
}
