/* records.h: where the Type records of classes live: below 2 GiB, so that an object's header holds
 * its type in 32 bits. Records have one size and stand in a reserved region of their own, outside
 * the heap's range; a free one has type 0. There are few of them, so their mark is a bit of the
 * header (RECORD_MARK), and young collections take them all for live.
 */
#ifndef RUNTIME_MM_RECORDS_H
#define RUNTIME_MM_RECORDS_H

#include "runtime/object.h"

enum { RECORD_MARK = 1 << OBJECT_FLAG_BITS };

/* A zeroed record with this metaclass. Raises MemoryError. */
Type *record_new(Type *meta);
void record_free(Object *record);
bool is_record(const void *at); /* an address in the region */
Object *record_resolve(uintptr_t address);
void record_each(void (*visit)(Object *object, void *context), void *context);
extern uint64_t record_count; /* in use */
enum { RECORD_SIZE = (sizeof(Type) + 63) / 64 * 64 };

#endif
