#define _GNU_SOURCE
#include "runtime/objects/stream.h"
#include "runtime/error.h"
#include "runtime/upcalls.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

enum { BUFFER_SIZE = STREAM_CHUNK, READ_LIMIT = 1 << 30 };

static Stream *all_streams;

Stream *stream_new(int fd, bool is_readable, bool is_writable, bool owns_fd)
{
    Stream *s = calloc(1, sizeof *s);
    char *data = malloc(BUFFER_SIZE);
    if (!s || !data) {
        free(s);
        free(data);
        raise_memory();
    }
    s->fd = fd;
    s->owners = 1;
    s->is_readable = is_readable;
    s->is_writable = is_writable;
    s->owns_fd = owns_fd;
    s->capacity = BUFFER_SIZE;
    s->data = data;
    s->next = all_streams;
    if (all_streams) {
        all_streams->previous = s;
    }
    all_streams = s;
    return s;
}

static void unlink_stream(Stream *s)
{
    if (s->previous) {
        s->previous->next = s->next;
    } else {
        all_streams = s->next;
    }
    if (s->next) {
        s->next->previous = s->previous;
    }
}

/* Writes all of it; 0, or the error number. `may_raise` lets Ctrl-C through. */
static int write_all(int fd, const char *bytes, size_t length, bool may_raise)
{
    while (length) {
        ssize_t n = write(fd, bytes, MIN(length, READ_LIMIT));
        if (n >= 0) {
            bytes += n;
            length -= (size_t)n;
        } else if (errno != EINTR) {
            return errno;
        } else if (may_raise) {
            check_interrupt();
        }
    }
    return 0;
}

/* Empties the buffer in any case, so that the same bytes are never written twice. */
static int write_dirty(Stream *s, bool may_raise)
{
    size_t dirty = s->dirty;
    s->dirty = 0;
    return dirty ? write_all(s->fd, s->data, dirty, may_raise) : 0;
}

/* Takes unread bytes back, so that the descriptor stands where the reader is. */
static void drop_unread(Stream *s)
{
    if (s->end > s->start) {
        (void)!lseek(s->fd, -(off_t)(s->end - s->start), SEEK_CUR);
    }
    s->start = s->end = 0;
}

void stream_release(Stream *s)
{
    if (--s->owners > 0) {
        return;
    }
    if (!s->is_closed) {
        write_dirty(s, false);
        if (s->owns_fd) {
            close(s->fd);
        }
    }
    unlink_stream(s);
    free(s->data);
    free(s);
}

void stream_close(Stream *s)
{
    if (s->is_closed) {
        return;
    }
    int error = write_dirty(s, false);
    s->is_closed = true;
    s->start = s->end = 0;
    if (s->owns_fd && close(s->fd) && !error) {
        error = errno;
    }
    if (error) {
        raise_os(error, EMPTY);
    }
}

/* Makes room for `count` bytes behind the unread ones. */
static void make_room(Stream *s, size_t count)
{
    if (s->start == s->end) {
        s->start = s->end = 0;
    } else if (s->start > s->capacity / 2) {
        memmove(s->data, s->data + s->start, s->end - s->start);
        s->end -= s->start;
        s->start = 0;
    }
    if (s->capacity - s->end >= count) {
        return;
    }
    size_t capacity = MAX(2 * s->capacity, s->end + count);
    char *data = realloc(s->data, capacity);
    if (!data) {
        raise_memory();
    }
    s->data = data;
    s->capacity = capacity;
}

static size_t read_some(Stream *s, size_t count)
{
    if (s->dirty) {
        stream_flush(s);
    }
    make_room(s, count);
    for (;;) {
        ssize_t n = read(s->fd, s->data + s->end, MIN(count, READ_LIMIT));
        if (n >= 0) {
            s->end += (size_t)n;
            return (size_t)n;
        }
        if (errno != EINTR) {
            raise_os(errno, EMPTY);
        }
        check_interrupt();
    }
}

size_t stream_fill(Stream *s)
{
    return read_some(s, STREAM_CHUNK);
}

void stream_fill_all(Stream *s)
{
    size_t count = STREAM_CHUNK;
    while (read_some(s, count) > 0) {
        count = MIN(MAX(s->end, STREAM_CHUNK), READ_LIMIT);
    }
}

void stream_replace(Stream *s, const char *bytes, size_t length)
{
    s->start = s->end = 0;
    make_room(s, length);
    memcpy(s->data, bytes, length);
    s->end = length;
}

void stream_write(Stream *s, const char *bytes, size_t length)
{
    if (s->end) {
        drop_unread(s);
    }
    if (length > s->capacity - s->dirty) {
        stream_flush(s);
        if (length >= s->capacity) {
            int error = write_all(s->fd, bytes, length, true);
            if (error) {
                raise_os(error, EMPTY);
            }
            return;
        }
    }
    memcpy(s->data + s->dirty, bytes, length);
    s->dirty += length;
    if (s->is_unbuffered ||
        (s->is_line_buffered && length && memrchr(bytes, '\n', length) != NULL)) {
        stream_flush(s);
    }
}

void stream_flush(Stream *s)
{
    int error = write_dirty(s, true);
    if (error) {
        raise_os(error, EMPTY);
    }
}

int64_t stream_tell(Stream *s)
{
    off_t at = lseek(s->fd, 0, SEEK_CUR);
    if (at < 0) {
        raise_os(errno, EMPTY);
    }
    return at - (int64_t)stream_unread(s) + (int64_t)s->dirty;
}

int64_t stream_seek(Stream *s, int64_t offset, int whence)
{
    if (s->dirty) {
        stream_flush(s);
    }
    drop_unread(s);
    off_t at = lseek(s->fd, offset, whence);
    if (at < 0) {
        raise_os(errno, EMPTY);
    }
    return at;
}

static void flush_all(bool files_only)
{
    for (Stream *s = all_streams; s; s = s->next) {
        if (!s->is_closed && (s->owns_fd || !files_only)) {
            write_dirty(s, false);
        }
    }
}

void streams_flush(void)
{
    flush_all(false);
}

void streams_flush_files(void)
{
    flush_all(true);
}
