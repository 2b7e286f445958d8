/* buf.h: a growable run of bytes, for building text that is not yet a str and files that are not
 * yet written. The bytes are malloc's, so a Buf must not be live across a point that may raise
 * (raising jumps past `buf_free`). `bytes[length]` is a NUL whenever `bytes` is not NULL.
 * Running out of memory ends the process with a message.
 */
#ifndef RUNTIME_BUF_H
#define RUNTIME_BUF_H

#include "runtime/base.h"

#include <stdarg.h>

typedef struct Buf {
    char *bytes;
    size_t length, capacity;
} Buf;

#define BUF_EMPTY ((Buf){0})

/* Makes room for `more` bytes and a NUL behind the present ones. */
void buf_reserve(Buf *buf, size_t more);

/* Appends `length` bytes. */
void buf_put(Buf *buf, const void *bytes, size_t length);

/* Appends one byte. */
void buf_put_byte(Buf *buf, char byte);

/* Appends a C string. */
void buf_put_str(Buf *buf, const char *string);

/* Appends a code point as UTF-8 (a surrogate as its three bytes). */
void buf_put_utf8(Buf *buf, uint32_t code_point);

/* Appends formatted text, as printf writes it. */
void buf_printf(Buf *buf, const char *format, ...) printf_like(2, 3);
void buf_vprintf(Buf *buf, const char *format, va_list args);

/* Returns the text as a C string: never NULL, valid until the next change. */
const char *buf_str(Buf *buf);

/* Forgets the bytes but keeps the memory. */
static inline void buf_clear(Buf *buf)
{
    buf->length = 0;
}

/* Gives the memory back; the Buf is empty again. */
void buf_free(Buf *buf);

/* Writes a code point's UTF-8 to `out` (room for 4); returns how many bytes. */
int utf8_encode(char *out, uint32_t code_point);

/* Ends the process for want of memory of our own (scripts get a MemoryError instead). */
cold_fn noreturn_fn void memory_exhausted(void);

#endif
