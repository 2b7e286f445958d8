#include "runtime/buf.h"

#include <stdio.h>
#include <stdlib.h>

cold_fn noreturn_fn void memory_exhausted(void)
{
    fputs("hognose: out of memory\n", stderr);
    exit(1);
}

void buf_reserve(Buf *buf, size_t more)
{
    if (more >= SIZE_MAX / 2 - buf->length) {
        memory_exhausted();
    }
    size_t needed = buf->length + more + 1;
    if (needed <= buf->capacity) {
        return;
    }
    size_t capacity = MAX(needed, buf->capacity * 2);
    capacity = MAX(capacity, 64);
    char *bytes = realloc(buf->bytes, capacity);
    if (!bytes) {
        memory_exhausted();
    }
    buf->bytes = bytes;
    buf->capacity = capacity;
    buf->bytes[buf->length] = 0;
}

void buf_put(Buf *buf, const void *bytes, size_t length)
{
    buf_reserve(buf, length);
    if (length) {
        memcpy(buf->bytes + buf->length, bytes, length);
    }
    buf->length += length;
    buf->bytes[buf->length] = 0;
}

void buf_put_byte(Buf *buf, char byte)
{
    buf_put(buf, &byte, 1);
}

void buf_put_str(Buf *buf, const char *string)
{
    buf_put(buf, string, strlen(string));
}

int utf8_encode(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

void buf_put_utf8(Buf *buf, uint32_t code_point)
{
    char bytes[4];
    buf_put(buf, bytes, (size_t)utf8_encode(bytes, code_point));
}

void buf_vprintf(Buf *buf, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    assert(length >= 0);
    buf_reserve(buf, (size_t)length);
    vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
    va_end(again);
    buf->length += (size_t)length;
}

void buf_printf(Buf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_vprintf(buf, format, args);
    va_end(args);
}

const char *buf_str(Buf *buf)
{
    buf_reserve(buf, 0);
    return buf->bytes;
}

void buf_free(Buf *buf)
{
    free(buf->bytes);
    *buf = BUF_EMPTY;
}
