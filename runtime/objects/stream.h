/* stream.h: a buffered stream of bytes over a file descriptor: what file objects stand on. Lies
 * outside the heap, so that what was written can be flushed at exit and when its last file object
 * dies.
 *
 * The invariant: the buffer holds either unread bytes (`start` up to `end`) or unwritten ones
 * (`dirty`), never both; the descriptor's position is behind the unread and before the unwritten.
 */
#ifndef RUNTIME_OBJECTS_STREAM_H
#define RUNTIME_OBJECTS_STREAM_H
#include "runtime/base.h"

typedef struct Stream {
    struct Stream *next, *previous; /* of all open streams */
    int fd;
    int owners; /* file objects that use it */
    bool is_readable, is_writable, is_closed, owns_fd, is_line_buffered, is_unbuffered;
    size_t start, end;
    size_t dirty;
    size_t capacity;
    char *data;
} Stream;

/* A stream with one owner; MemoryError. */
Stream *stream_new(int fd, bool is_readable, bool is_writable, bool owns_fd);
/* An owner is gone; with the last one the stream is flushed (errors are lost) and closed. */
void stream_release(Stream *s);
/* Flushes and closes; OSError. */
void stream_close(Stream *s);
enum { STREAM_CHUNK = 8192 };
/* Reads a chunk more behind the unread bytes: how many bytes came, 0 at the end of the file.
 * OSError, KeyboardInterrupt. */
size_t stream_fill(Stream *s);
/* Reads all the rest. */
void stream_fill_all(Stream *s);
/* Puts other bytes in the place of all unread ones. */
void stream_replace(Stream *s, const char *bytes, size_t length);
static inline size_t stream_unread(const Stream *s)
{
    return s->end - s->start;
}
void stream_write(Stream *s, const char *bytes, size_t length);
void stream_flush(Stream *s);
int64_t stream_tell(Stream *s);
int64_t stream_seek(Stream *s, int64_t offset, int whence);
/* Flushes all open streams, errors are ignored: at exit, and before a traceback is shown. */
void streams_flush(void);
/* Flushes those of files, before the file system is looked at: a file that was dropped without
 * being closed must not depend on when the manager finds it dead. */
void streams_flush_files(void);

#endif
