/* buffer.h: memory for array data, outside the object heap. Small pieces come from malloc, large ones
 * are mapped by themselves and go back to the system when freed, but for the last one, which is kept
 * for the next piece of about that size (a loop that makes an array a round then maps nothing).
 * Every byte is accounted with the memory manager while it is in use.
 */
#ifndef RUNTIME_BUFFER_H
#define RUNTIME_BUFFER_H
#include "runtime/base.h"

/* `bytes` bytes, aligned to 64, zeroed if asked for; NULL if neither --max-heap nor the system allows
 * it even after a collection. 0 bytes are a valid piece. */
void *buffer_new(size_t bytes, bool zeroed);
/* Gives a piece back; `bytes` as it was asked for. Runs no script code. */
void buffer_free(void *data, size_t bytes);
/* Has `watch` called, once, from the buffer_new that takes the bytes in use past `limit`; for the
 * figures of --compare. */
void buffer_watch(size_t limit, void (*watch)(void));
/* Bytes in use now. */
size_t buffer_bytes(void);
#endif
