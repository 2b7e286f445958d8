/* traceback.h: exceptions as the text that CPython 3.11 prints for them. Nothing here lets an error
 * of the exception's own methods out: what cannot be shown is said to be so.
 */
#ifndef RUNTIME_TRACEBACK_H
#define RUNTIME_TRACEBACK_H

#include "runtime/objects/str.h"

/* Appends the whole: the chain of causes and contexts if `chain`, tracebacks, messages. */
void traceback_format(StrBuilder *b, Value exception, bool chain);
/* Appends "Traceback (most recent call last):" and its entries. */
void traceback_format_entries(StrBuilder *b, Value traceback);
/* Line `line` (from 1) of a source file, without its end; EMPTY if there is none. */
Value traceback_source_line(Value file_name, int line);
/* The part of the marked stretch text[start..end) of a line that gets ^ while the rest gets ~: the
 * operator of a binary operation, the brackets of a subscript. False: there is no such part. */
bool anchors_find(Value line, size_t start, size_t end, size_t *from, size_t *to);
/* The name that was meant where NameError or AttributeError says there is none; EMPTY: no idea.
 * May run Python code, raises nothing. */
Value suggest_name(Value exception);
/* Writes to where errors go. */
void traceback_write(Value text);

#endif
