/* compiler.h: tree to code. One pass over the tree of each scope, after scope.h has said where each
 * name lives. Raises SyntaxError for what the grammar cannot know ('return' outside function) and
 * for what is not supported (async, match, except*), naming the line.
 */
#ifndef VM_COMPILER_H
#define VM_COMPILER_H

#include "vm/code.h"
#include "vm/ast.h"

typedef enum CompileMode {
    COMPILE_FILE,   /* a module */
    COMPILE_SINGLE, /* a REPL statement: expressions are displayed */
    COMPILE_EVAL,   /* an expression: the code returns it */
} CompileMode;

/* The code of a whole source text. Raises SyntaxError & co. with their positions.
 * `namespace_mode`: names live in a dict in R[0] (exec and eval with separate locals). */
Code *compile_source(const char *text, size_t length, Value file_name, CompileMode mode,
                     bool namespace_mode);
/* For the REPL: as above in mode single, but *incomplete is set and NULL returned when more input is
 * needed. */
Code *compile_interactive(const char *text, size_t length, Value file_name, bool *incomplete);

#endif
