/* bytes.h: Python's bytes: immutable, inline, with a terminating zero byte; and bytearray: mutable,
 * its bytes in a Raw that only it holds.
 */
#ifndef RUNTIME_OBJECTS_BYTES_H
#define RUNTIME_OBJECTS_BYTES_H
#include "runtime/object.h"
typedef struct Bytes {
    Object head;
    size_t length;
    int64_t hash;   /* -1: not yet known */
    uint64_t spare; /* so that bytes begin where the units of a Str do: copies from one to the other
                       would be slow if they began a few bytes apart (loads that seem to depend on
                       stores 4096 bytes away) */
    unsigned char data[];
} Bytes;
typedef struct ByteArray {
    Object head;
    size_t length;
    Slot storage; /* Raw, or EMPTY while nothing was ever stored */
} ByteArray;
extern Type bytes_type, bytearray_type, bytes_iterator_type, bytearray_iterator_type;
static always_inline bool is_bytes(Value v)
{
    return has_flag(v, TYPE_BYTES);
}
static always_inline Bytes *as_bytes(Value v)
{
    return (Bytes *)as_object(v);
}
bool is_bytearray(Value v);
Value bytes_new(const void *data /* NULL: zeroed */, size_t length);
Value bytearray_new(const void *data /* NULL: zeroed */, size_t length);
/* The bytes of a bytes or bytearray object (subclasses too): false if it is neither. The pointer is
 * good until script code runs. */
bool bytes_view(Value v, const char **data, size_t *length);
#endif
