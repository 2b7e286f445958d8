/* diagnose.h: the words for a syntax error. The parser only knows that it cannot go on; here the
 * statement is read again, twice, with the grammar of grammar.c: first to see how far a correct
 * program goes, then with the rules about common mistakes switched on. Messages, positions and the
 * order in which mistakes are looked for are CPython 3.11's.
 *
 * Each function fills the parse's SyntaxProblem.
 */
#ifndef VM_DIAGNOSE_H
#define VM_DIAGNOSE_H

#include "vm/parser_impl.h"

/* Something is wrong at or before the token looked at. */
cold_fn void diagnose(Parser *p);

/* `message` is what is wrong, and the token looked at is the last one read. */
cold_fn void diagnose_here(Parser *p, const char *message);

/* `message` is what is wrong with `span` (columns of -1: unknown). */
cold_fn void diagnose_span(Parser *p, Span span, const char *message);

#endif
