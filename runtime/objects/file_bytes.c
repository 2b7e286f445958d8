#include "runtime/objects/file_impl.h"

size_t file_want(Stream *s, size_t count)
{
    while (stream_unread(s) < count && stream_fill(s) > 0) {
    }
    return MIN(stream_unread(s), count);
}

static Value take(Stream *s, size_t length)
{
    const char *at = s->data + s->start;
    s->start += length;
    return bytes_new(at, length);
}

Value bytes_read(File *f, int64_t size)
{
    Stream *s = file_reader(f, "read", "read of closed file");
    if (size >= 0) {
        return take(s, file_want(s, (size_t)size));
    }
    stream_fill_all(s);
    return take(s, stream_unread(s));
}

int64_t file_find_byte(Stream *s, char byte, size_t from)
{
    for (;;) {
        size_t unread = stream_unread(s);
        const char *at = s->data + s->start;
        const char *found = from < unread ? memchr(at + from, byte, unread - from) : NULL;
        if (found) {
            return found - at;
        }
        from = unread;
        if (stream_fill(s) == 0) {
            return -1;
        }
    }
}

Value bytes_read_line(File *f, int64_t limit)
{
    Stream *s = file_reader(f, "read", "readline of closed file");
    int64_t end = file_find_byte(s, '\n', 0);
    size_t length = end < 0 ? stream_unread(s) : (size_t)end + 1;
    return take(s, limit >= 0 ? MIN(length, (size_t)limit) : length);
}

int64_t bytes_write(File *f, Value bytes)
{
    Stream *s = file_writer(f, "write", "write to closed file");
    const char *data;
    size_t length;
    if (!bytes_view(bytes, &data, &length)) {
        raise_type("a bytes-like object is required, not '%T'", bytes);
    }
    stream_write(s, data, length);
    return (int64_t)length;
}
