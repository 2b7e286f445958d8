/* parser.h: text to tree. One call parses one source; what it returns lives in the caller's arena
 * and nothing else is kept. What is wrong with a source is described once, in a SyntaxProblem whose
 * fields are those of CPython's SyntaxError, ready to be raised or printed.
 */
#ifndef VM_PARSER_H
#define VM_PARSER_H

#include "vm/ast.h"
#include "vm/problem.h"

/* Returns the tree of `length` bytes of source, or NULL and fills `problem` (its strings are in the
 * arena). A `filename` that starts with '<' ("<string>", "<stdin>") says that the text was a str or
 * typed, so UTF-8; anything else is a file as it was read: BOM and coding cookie count. Any kind of
 * newline will do. The kinds of problem are listed in problem.h; its line is 0 if there is none.
 * PARSE_SINGLE takes one interactive statement, all lines typed so far. A compound statement is
 * complete after an empty line; `problem->incomplete` tells "go on" from "wrong". A source of nothing
 * but comments and blank lines gives an empty body. */
AstModule *parse_source(Arena *arena, const char *filename, const char *utf8, size_t length,
                     ParseMode mode, SyntaxProblem *problem);

#endif
