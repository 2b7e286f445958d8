#include "runtime/objects/file_impl.h"

static const char *encoding_of(const File *f)
{
    return f->is_utf8 ? NULL : str_utf8(f->encoding.v, NULL);
}

static const char *errors_of(const File *f)
{
    return f->is_strict || f->errors.v == EMPTY ? NULL : str_utf8(f->errors.v, NULL);
}

/* ---- Checking: as in CPython a chunk is decoded when it is read, so what is malformed in it is an
 * error before the lines in front of it are seen ---- */

/* Bytes of the well-formed UTF-8 sequence at `at`, 0 if it is malformed, -1 if more bytes could
 * make it well-formed. */
static int sequence_bytes(const uint8_t *at, size_t length)
{
    uint8_t first = at[0];
    if (first < 0x80) {
        return 1;
    }
    int n = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4) {
        return 0;
    }
    for (int i = 1; i < n; i++) {
        if ((size_t)i == length) {
            return -1;
        }
        uint8_t low = 0x80, high = 0xbf;
        if (i == 1) {
            low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
            high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        }
        if (at[i] < low || at[i] > high) {
            return 0;
        }
    }
    return n;
}

/* How many bytes are well-formed; *is_malformed if what follows them can't become so. */
static size_t well_formed(const File *f, const char *bytes, size_t length, bool *is_malformed)
{
    size_t i = 0;
    *is_malformed = false;
    while (i < length) {
        uint64_t word;
        if (i + sizeof word <= length) {
            memcpy(&word, bytes + i, sizeof word);
            if (!(word & UINT64_C(0x8080808080808080))) {
                i += sizeof word;
                continue;
            }
        }
        int n = f->is_utf8 ? sequence_bytes((const uint8_t *)bytes + i, length - i)
                           : (uint8_t)bytes[i] < 0x80;
        if (n <= 0) {
            *is_malformed = n == 0;
            return i;
        }
        i += (size_t)n;
    }
    return i;
}

static bool is_latin1(const File *f)
{
    const char *name = f->is_utf8 ? "" : str_utf8(f->encoding.v, NULL);
    return *name && !strstr(name, "ascii") && !strstr(name, "ASCII") && strcmp(name, "646");
}

/* Checks the bytes that were just read; `at_end` if no more will come. UnicodeDecodeError. */
static void check_new(File *f, bool at_end)
{
    Stream *s = f->stream;
    const char *at = s->data + s->start + f->checked;
    size_t length = stream_unread(s) - f->checked;
    if (is_latin1(f)) {
        f->checked += length;
        return;
    }
    bool is_malformed;
    size_t good = well_formed(f, at, length, &is_malformed);
    if (is_malformed || (at_end && good < length)) {
        s->start = s->end; /* as CPython: the chunk is lost */
        f->checked = 0;
        str_decode(at, length, encoding_of(f), NULL);
    }
    f->checked += good;
}

/* With an error handler, bytes and characters don't go together: then all the rest is read and made
 * UTF-8 at once. */
static void recode(File *f)
{
    Stream *s = f->stream;
    const char *bytes;
    size_t length;
    stream_fill_all(s);
    Value text = str_decode(s->data + s->start, stream_unread(s), encoding_of(f), errors_of(f));
    bytes_view(str_encode(text, NULL, "surrogatepass"), &bytes, &length);
    stream_replace(s, bytes, length);
    f->is_recoded = true;
    f->checked = length;
}

static bool needs_recoding(const File *f)
{
    return !f->is_strict && !is_latin1(f);
}

static bool text_fill(File *f)
{
    if (needs_recoding(f)) {
        if (!f->is_recoded || stream_unread(f->stream) == 0) {
            size_t before = stream_unread(f->stream);
            recode(f);
            return stream_unread(f->stream) > before;
        }
        return false;
    }
    bool more = stream_fill(f->stream) > 0;
    check_new(f, !more);
    return more;
}

/* Reads on until `count` bytes are unread and checked, or the file ends; how many there are. */
static size_t text_want(File *f, size_t count)
{
    while (f->checked < count && text_fill(f)) {
    }
    return MIN(f->checked, count);
}

static Value decode(const File *f, const char *bytes, size_t length)
{
    return f->is_recoded ? str_decode(bytes, length, NULL, "surrogatepass")
                         : str_decode(bytes, length, encoding_of(f), NULL);
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
    f->checked -= length;
    return f->newline == NEWLINE_UNIVERSAL ? decode_universal(f, at, length)
                                           : decode(f, at, length);
}

/* Bytes of the character that begins at unread byte i, as its first byte says, a translated "\r\n"
 * counting as one; no more than there are. */
static size_t char_bytes(File *f, size_t i)
{
    Stream *s = f->stream;
    uint8_t first = (uint8_t)s->data[s->start + i];
    if (first == '\r' && f->newline == NEWLINE_UNIVERSAL) {
        return text_want(f, i + 2) == i + 2 && s->data[s->start + i + 1] == '\n' ? 2 : 1;
    }
    if (first < 0x80 || !(f->is_utf8 || f->is_recoded)) {
        return 1;
    }
    return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
}

/* Bytes of the next `count` characters, or of those up to the end of the file or `limit`. */
static size_t bytes_of_chars(File *f, int64_t count, size_t limit)
{
    size_t i = 0;
    for (; count > 0 && i < limit && text_want(f, i + 1) > i; count--) {
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
    if (needs_recoding(f)) {
        while (text_fill(f)) {
        }
    } else {
        stream_fill_all(s);
        check_new(f, true);
    }
    return take(f, stream_unread(s));
}

/* Bytes up to and including the next line end; all that is left if there is none. */
static size_t line_bytes(File *f)
{
    Stream *s = f->stream;
    bool any = f->newline == NEWLINE_UNIVERSAL || f->newline == NEWLINE_ANY;
    char wanted = f->newline == NEWLINE_CR || f->newline == NEWLINE_CRLF ? '\r' : '\n';
    for (size_t from = 0;;) {
        const char *at = s->data + s->start;
        const char *end = memchr(at + from, wanted, f->checked - from);
        size_t i = end ? (size_t)(end - at) : f->checked;
        const char *cr = any ? memchr(at + from, '\r', i - from) : NULL;
        if (cr) {
            i = (size_t)(cr - at);
            bool pair = text_want(f, i + 2) == i + 2 && s->data[s->start + i + 1] == '\n';
            return i + 1 + pair;
        }
        if (end && f->newline != NEWLINE_CRLF) {
            return i + 1;
        }
        if (end) {
            if (text_want(f, i + 2) == i + 2 && s->data[s->start + i + 1] == '\n') {
                return i + 2;
            }
            from = i + 1;
            continue;
        }
        from = f->checked;
        if (!text_fill(f)) {
            return f->checked;
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

static Value with_ends(Value str, const char *newline)
{
    StrBuilder b;
    builder_start(&b);
    for (size_t i = 0; i < as_str(str)->length; i++) {
        uint32_t c = str_at(as_str(str), i);
        if (c == '\n') {
            builder_c(&b, newline);
        } else {
            builder_char(&b, c);
        }
    }
    return builder_end(&b);
}

void text_write(File *f, Value str)
{
    Stream *s = file_writer(f, "not writable", CLOSED);
    if (!is_str(str)) {
        raise_type("write() argument must be str, not %T", str);
    }
    const char *text, *newline = f->newline == NEWLINE_CR     ? "\r"
                                 : f->newline == NEWLINE_CRLF ? "\r\n"
                                                              : NULL;
    size_t length;
    if (f->is_recoded && stream_unread(s)) {
        raise_unsupported("writing to a file with an error handler before it is read to the end");
    }
    f->checked = 0; /* what was read ahead is dropped */
    f->is_recoded = false;
    if (!as_str(str)->is_ascii) {
        str = newline ? with_ends(str, newline) : str;
        bytes_view(str_encode(str, encoding_of(f), errors_of(f)), &text, &length);
        stream_write(s, text, length);
    } else if (newline) {
        write_translated(s, as_str(str)->data, as_str(str)->length, newline);
    } else {
        stream_write(s, as_str(str)->data, as_str(str)->length);
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
