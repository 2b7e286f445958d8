/* ast_dump.h: a tree as text, exactly as CPython's ast.dump prints it, so that the two parsers can
 * be compared on any source. Only tests use it.
 */
#ifndef TESTS_UNIT_AST_DUMP_H
#define TESTS_UNIT_AST_DUMP_H

#include "runtime/buf.h"
#include "vm/ast.h"

/* Appends ast.dump(tree, include_attributes=positions). */
void ast_dump(Buf *out, const AstModule *module, bool positions);

#endif
