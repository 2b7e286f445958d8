/* file_impl.h: shared by file.c (opening, attributes, types) and file_text.c (reading and writing
 * text), file_bytes.c (the same for bytes). For them alone.
 */
#ifndef RUNTIME_OBJECTS_FILE_IMPL_H
#define RUNTIME_OBJECTS_FILE_IMPL_H
#include "runtime/native.h"
#include "runtime/objects/file.h"

typedef enum Newline {
    NEWLINE_UNIVERSAL, /* None: any end is read as '\n', written as it is */
    NEWLINE_ANY,       /* '': any end, left as it is */
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF,
} Newline;
enum { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

/* The file's stream, ready for it: io.UnsupportedOperation, or ValueError `closed` if it is not
 * open. `refused` is the message for a direction that it does not have. */
Stream *file_reader(File *f, const char *refused, const char *closed);
Stream *file_writer(File *f, const char *refused, const char *closed);
Stream *file_stream(File *f, const char *closed);
noreturn_fn void file_unsupported(const char *what);
#define CLOSED "I/O operation on closed file."
/* A size argument: negative for None and what was not given. */
int64_t file_size_argument(Args args, uint32_t i);
/* Position of the first `byte` among the unread bytes from `from` on, counted from `start`; reads
 * on until there is one. -1 at the end of the file. */
int64_t file_find_byte(Stream *s, char byte, size_t from);
/* Reads on until `count` bytes are unread or the file ends; how many of them there are. */
size_t file_want(Stream *s, size_t count);

Value text_read(File *f, int64_t size);
Value text_read_line(File *f, int64_t limit);
void text_write(File *f, Value str);
Value bytes_read(File *f, int64_t size);
Value bytes_read_line(File *f, int64_t limit);
int64_t bytes_write(File *f, Value bytes);

#endif
