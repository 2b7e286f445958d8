/* view_report.c: see view_report.h. */
#include "stdlib/numpy/view_report.h"
#include "runtime/mm/trace.h"
#include "stdlib/numpy/array.h"

typedef struct Found {
    TraceSet owners;  /* of reached views; the number: bytes that those show */
    TraceSet reached; /* owners that something else refers to */
} Found;

static bool look_at(Object *object, void *context)
{
    Found *found = context;
    if (!type_is_subtype(object_type(object), &array_type)) {
        return true;
    }
    const Array *a = (Array *)object;
    if (!is_object(a->base.v)) {
        trace_set_add(&found->reached, object, NULL);
        return true;
    }
    *trace_set_add(&found->owners, as_object(a->base.v), NULL) +=
        (int64_t)((size_t)array_size(a) * array_itemsize(a));
    return false;
}

uint64_t array_bytes_alive_only_through_views(uint64_t *used, int *owners)
{
    Found found = {0};
    trace_some(look_at, &found);
    uint64_t bytes = 0;
    *used = 0;
    *owners = 0;
    for (size_t i = 0; i < found.owners.size; i++) {
        const struct TraceEntry *entry = &found.owners.at[i];
        if (!entry->object || trace_set_has(&found.reached, entry->object) ||
            !type_is_subtype(object_type(entry->object), &array_type)) {
            continue;
        }
        const Array *owner = (Array *)entry->object;
        bytes += owner->bytes;
        *used += MIN((uint64_t)entry->number, owner->bytes);
        ++*owners;
    }
    trace_set_free(&found.owners);
    trace_set_free(&found.reached);
    return bytes;
}
