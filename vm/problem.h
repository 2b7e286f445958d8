/* problem.h: what is wrong with a source, in the fields of CPython's SyntaxError, ready to be
 * raised or printed. Lexer and parser report the first problem only. Its strings are in the arena
 * of the parse (or constants).
 */
#ifndef VM_PROBLEM_H
#define VM_PROBLEM_H

#include "runtime/base.h"

typedef struct SyntaxProblem {
    const char *kind;   /* the exception's class: "SyntaxError", "IndentationError", "TabError";
                           "MemoryError" (message "") when nested too deeply; "ValueError" when the
                           source has a null byte (both of these have no position: line is 0) */
    const char *message;
    int line, col;      /* SyntaxError.lineno and .offset: from 1, columns in code points; a line
                           of 0 means: none of the positions is known (None in CPython) */
    int end_line, end_col; /* end_lineno and end_offset; a column of 0 or -1: unknown */
    const char *text;   /* SyntaxError.text: the line, UTF-8, with or without newline; or NULL */
    size_t text_length;
    bool incomplete;    /* more lines could make it right: the REPL should ask for them */
} SyntaxProblem;

#endif
