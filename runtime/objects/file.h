/* file.h: file objects: what open() gives, and sys.stdin, stdout, stderr. Text is decoded and
 * encoded on the way; the bytes are buffered by a Stream (stream.h), which a text file shares with
 * its
 * `.buffer`. A file that dies is flushed and closed.
 */
#ifndef RUNTIME_OBJECTS_FILE_H
#define RUNTIME_OBJECTS_FILE_H
#include "runtime/object.h"
#include "runtime/objects/stream.h"

typedef struct File {
    Object head;
    Stream *stream;
    bool is_text;
    bool is_utf8;      /* else one byte a character */
    bool cannot_tell;  /* next() reads ahead, says CPython */
    uint8_t newline;   /* how lines end: see file.c */
    uint8_t ends_seen; /* for .newlines */
    bool is_strict;    /* errors='strict' */
    bool is_recoded;   /* its unread bytes were made UTF-8: see file_text.c */
    size_t checked;    /* so many unread bytes are known to be well-formed */
    Slot name, mode, encoding, errors, buffer;
} File;

extern Type text_file_type, reader_type, writer_type, random_file_type;
static always_inline bool is_file(Value v)
{
    return is_exactly(v, &text_file_type) || is_exactly(v, &writer_type) ||
           is_exactly(v, &reader_type) || is_exactly(v, &random_file_type);
}
static always_inline File *as_file(Value v)
{
    return (File *)as_object(v);
}
/* open(): the native and its signature, for the builtins' table. */
Value file_open(Args args);
#define FILE_OPEN_SIGNATURE                                                                        \
    "file, mode=, buffering=, encoding=, errors=, newline=, closefd=, opener="
/* sys.stdin, stdout or stderr for descriptor 0, 1 or 2: made at the first call, one object each. */
Value file_standard(int fd);
/* Writes UTF-8 to a text file (print's way); OSError, ValueError if it is closed or not writable.
 */
void file_write(Value file, const char *utf8, size_t length);
void file_write_str(Value file, Value str);
void file_flush(Value file);
/* The next line with its '\n', or the empty str at the end. */
Value file_read_line(Value file);
/* A path argument (str, bytes, or what has __fspath__) as a C string without zero bytes, valid
 * while the native runs; *shown is what errors name. */
const char *file_path(Value path, Value *shown);
/* io.UnsupportedOperation */
Type *file_unsupported_type(void);
#endif
