/* source.h: from a file's bytes to the text that the lexer reads: valid UTF-8 without a BOM, every
 * newline a single '\n', the last line ended by one, a NUL behind, no NUL inside.
 */
#ifndef VM_SOURCE_H
#define VM_SOURCE_H

#include "vm/arena.h"
#include "vm/problem.h"

/* Puts the decoded copy into `text` (in the arena) and returns true, or fills `problem` and returns
 * false. A coding cookie is obeyed (utf-8, latin-1, ascii) unless `filename` starts with '<': such
 * sources were str's or typed, and are UTF-8 whatever they say. */
bool source_decode(Arena *arena, const char *filename, const char *bytes, size_t length, Text *text,
                   SyntaxProblem *problem);

/* Returns how many bytes the valid UTF-8 sequence at `at` has, 0 if there is none before `end`. */
int source_utf8_length(const char *at, const char *end);

#endif
