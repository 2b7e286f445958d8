/* unicode_names.h: what the lexer asks Unicode: which code points identifiers are made of (UAX #31,
 * XID_Start and XID_Continue), their NFKC form, and which code points are printable. The tables are
 * utf8proc's.
 */
#ifndef VM_UNICODE_NAMES_H
#define VM_UNICODE_NAMES_H

#include "runtime/base.h"

/* Say whether an identifier may start, or go on, with the code point. */
bool unicode_is_xid_start(uint32_t code_point);
bool unicode_is_xid_continue(uint32_t code_point);

/* Says whether Python prints the code point as itself (repr, "invalid character" messages). */
bool name_char_is_printable(uint32_t code_point);

/* Returns the NFKC form of valid UTF-8, `*result_length` bytes, for unicode_free. */
char *unicode_nfkc(const char *bytes, size_t length, size_t *result_length);
void unicode_free(char *bytes);

#endif
