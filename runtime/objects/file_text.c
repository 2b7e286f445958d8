#include "runtime/objects/file_impl.h"

static const char *encoding_of(const File *f)
{
    return f->is_utf8 ? NULL : str_utf8(f->encoding.v, NULL);
}

static Value decode(const File *f, const char *bytes, size_t length)
{
    const char *errors = f->errors.v == EMPTY ? NULL : str_utf8(f->errors.v, NULL);
    return str_decode(bytes, length, encoding_of(f), errors);
}

/* Decodes with every kind of line end made '\n'. */
static Value decode_universal(File *f, const char *bytes, size_t length)
{
    if (!memchr(bytes, '\r', length)) {
        if (!(f->ends_seen & SEEN_LF) && memchr(bytes, '\n', length)) {
            f->ends_seen |= SEEN_LF;
        }
        return decode(f, bytes, length);
    }
    char *text = scratch_bytes(length + 1);
    size_t n = 0;
    for (size_t i = 0; i < length; i++) {
        char c = bytes[i];
        if (c == '\r' && i + 1 < length && bytes[i + 1] == '\n') {
            f->ends_seen |= SEEN_CRLF;
            i++;
            c = '\n';
        } else if (c == '\r') {
            f->ends_seen |= SEEN_CR;
            c = '\n';
        } else if (c == '\n') {
            f->ends_seen |= SEEN_LF;
        }
        text[n++] = c;
    }
    return decode(f, text, n);
}

/* The next `length` unread bytes as text. */
static Value take(File *f, size_t length)
{
    Stream *s = f->stream;
    const char *at = s->data + s->start;
    s->start += length;
    return f->newline == NEWLINE_UNIVERSAL ? decode_universal(f, at, length)
                                           : decode(f, at, length);
}

/* Bytes of the character that begins at unread byte i, as its first byte says, a translated "\r\n"
 * counting as one; no more than there are. */
static size_t char_bytes(File *f, size_t i)
{
    Stream *s = f->stream;
    uint8_t first = (uint8_t)s->data[s->start + i];
    size_t n = 1;
    if (f->is_utf8 && first >= 0xc2) {
        n = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    } else if (first == '\r' && f->newline == NEWLINE_UNIVERSAL) {
        n = 2;
    }
    size_t there = file_want(s, i + n) - i;
    if (first == '\r' && n == 2) {
        return there == 2 && s->data[s->start + i + 1] == '\n' ? 2 : 1;
    }
    for (size_t k = 1; k < n; k++) {
        if (k == there || (s->data[s->start + i + k] & 0xc0) != 0x80) {
            return k; /* malformed: decoding will say so */
        }
    }
    return n;
}

/* Bytes of the next `count` characters, or of those up to the end of the file or `limit`. */
static size_t bytes_of_chars(File *f, int64_t count, size_t limit)
{
    size_t i = 0;
    for (; count > 0 && i < limit && file_want(f->stream, i + 1) > i; count--) {
        i += char_bytes(f, i);
    }
    return i;
}

Value text_read(File *f, int64_t size)
{
    Stream *s = file_reader(f, "not readable", CLOSED);
    if (size >= 0) {
        return take(f, bytes_of_chars(f, size, SIZE_MAX));
    }
    while (stream_fill(s) > 0) {
    }
    return take(f, stream_unread(s));
}

/* Bytes up to and including the next line end; all that is left if there is none. */
static size_t line_bytes(File *f)
{
    Stream *s = f->stream;
    char wanted = f->newline == NEWLINE_CR || f->newline == NEWLINE_CRLF ? '\r' : '\n';
    size_t from = 0;
    for (;;) {
        size_t unread = stream_unread(s);
        const char *at = s->data + s->start;
        const char *end = memchr(at + from, wanted, unread - from);
        if (f->newline == NEWLINE_UNIVERSAL || f->newline == NEWLINE_ANY) {
            const char *cr = memchr(at + from, '\r', end ? (size_t)(end - at) - from : unread - from);
            if (cr) {
                size_t i = (size_t)(cr - at);
                bool pair = file_want(s, i + 2) >= i + 2 && s->data[s->start + i + 1] == '\n';
                return i + 1 + pair;
            }
        } else if (end && f->newline == NEWLINE_CRLF) {
            size_t i = (size_t)(end - at);
            if (file_want(s, i + 2) >= i + 2 && s->data[s->start + i + 1] == '\n') {
                return i + 2;
            }
            from = i + 1;
            continue;
        }
        if (end) {
            return (size_t)(end - at) + 1;
        }
        from = unread;
        if (stream_fill(s) == 0) {
            return unread;
        }
    }
}

Value text_read_line(File *f, int64_t limit)
{
    file_reader(f, "not readable", CLOSED);
    size_t length = line_bytes(f);
    if (limit >= 0) {
        length = bytes_of_chars(f, limit, length);
    }
    return length ? take(f, length) : str_empty();
}

static void write_translated(Stream *s, const char *text, size_t length, const char *newline)
{
    while (length) {
        const char *end = memchr(text, '\n', length);
        size_t n = end ? (size_t)(end - text) : length;
        stream_write(s, text, n);
        if (!end) {
            return;
        }
        stream_write(s, newline, strlen(newline));
        text += n + 1;
        length -= n + 1;
    }
}

void text_write(File *f, Value str)
{
    Stream *s = file_writer(f, "not writable", CLOSED);
    if (!is_str(str)) {
        raise_type("write() argument must be str, not %T", str);
    }
    const char *text;
    size_t length;
    if (as_str(str)->is_ascii) {
        text = as_str(str)->data;
        length = as_str(str)->length;
    } else {
        const char *errors = f->errors.v == EMPTY ? NULL : str_utf8(f->errors.v, NULL);
        bytes_view(str_encode(str, encoding_of(f), errors), &text, &length);
    }
    if (f->newline == NEWLINE_CR || f->newline == NEWLINE_CRLF) {
        write_translated(s, text, length, f->newline == NEWLINE_CR ? "\r" : "\r\n");
    } else {
        stream_write(s, text, length);
    }
}

void file_write(Value file, const char *utf8, size_t length)
{
    File *f = as_file(file);
    if (f->is_text && f->is_utf8 && f->newline <= NEWLINE_LF) {
        stream_write(file_writer(f, "not writable", CLOSED), utf8, length);
    } else if (f->is_text) {
        text_write(f, str_from_utf8(utf8, length));
    } else {
        stream_write(file_writer(f, "write", "write to closed file"), utf8, length);
    }
}

void file_write_str(Value file, Value str)
{
    text_write(as_file(file), str);
}

void file_flush(Value file)
{
    Stream *s = file_stream(as_file(file), CLOSED);
    stream_flush(s);
}

Value file_read_line(Value file)
{
    return text_read_line(as_file(file), -1);
}
