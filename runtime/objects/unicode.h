/* unicode.h: what Unicode 14.0, the version of CPython 3.11, says about code points: classes, case
 * maps, digits. The data are libutf8proc's, corrected by the small tables of unicode_tables.h where
 * that library is of a later Unicode or lacks a property. Knows no Value. Each function takes any
 * number below 0x110000, lone surrogates included.
 */
#ifndef RUNTIME_OBJECTS_UNICODE_H
#define RUNTIME_OBJECTS_UNICODE_H
#include "runtime/base.h"

enum { UNICODE_END = 0x110000, UNICODE_CASE_MAX = 3 };

/* As str's methods of these names answer for one character. */
bool unicode_is_alpha(uint32_t c);
bool unicode_is_alnum(uint32_t c);
bool unicode_is_decimal(uint32_t c);
bool unicode_is_digit(uint32_t c);
bool unicode_is_numeric(uint32_t c);
bool unicode_is_lower(uint32_t c);
bool unicode_is_upper(uint32_t c);
bool unicode_is_title(uint32_t c); /* is of category Lt */
bool unicode_is_space(uint32_t c);
bool unicode_is_printable(uint32_t c);
bool unicode_is_line_break(uint32_t c); /* where splitlines splits */
bool unicode_is_identifier_start(uint32_t c);
bool unicode_is_identifier_part(uint32_t c);
/* For the rule of the final sigma: letters with case, and what is looked through. */
bool unicode_is_cased(uint32_t c);
bool unicode_is_case_ignorable(uint32_t c);
/* The value 0..9 of a decimal digit, or -1. */
int unicode_decimal(uint32_t c);
/* Full case maps: write 1 to UNICODE_CASE_MAX code points, return how many. */
/* The case map of one code point to one; UNICODE_SPECIAL if it is another, or depends on what
 * stands around it (the capital sigma). Quick for what is common. */
enum { UNICODE_SPECIAL = UNICODE_END };
uint32_t unicode_simple_upper(uint32_t c);
uint32_t unicode_simple_lower(uint32_t c);
int unicode_upper(uint32_t c, uint32_t *out);
int unicode_lower(uint32_t c, uint32_t *out);
int unicode_title(uint32_t c, uint32_t *out);
int unicode_fold(uint32_t c, uint32_t *out);

/* Classes of the ASCII characters, for the fast paths. */
enum {
    ASCII_LOWER = 1,
    ASCII_UPPER = 2,
    ASCII_DIGIT = 4,
    ASCII_SPACE = 8, /* as str.split sees it: 9..13, 28..31, 32 */
    ASCII_PRINT = 16,
    ASCII_UNDERSCORE = 32,
    ASCII_BYTE_SPACE = 64,  /* as bytes.split sees it: 9..13, 32 */
    ASCII_LINE_BREAK = 128, /* where str.splitlines splits */
    ASCII_ALPHA = ASCII_LOWER | ASCII_UPPER,
    ASCII_ALNUM = ASCII_ALPHA | ASCII_DIGIT,
    ASCII_IDENTIFIER = ASCII_ALNUM | ASCII_UNDERSCORE,
};
extern const uint8_t unicode_ascii[256]; /* 0 from 128 on */
#endif
