#include "vm/unicode_names.h"

#include "runtime/buf.h"

#include <stdlib.h>
#include <utf8proc.h>

/* The derived properties are the general categories with these corrections. */
typedef struct Range {
    uint32_t first, last;
} Range;

static bool in_ranges(uint32_t c, const Range *ranges, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

static const Range start_too[] = {{0x1885, 0x1886}, {0x2118, 0x2118}, {0x212E, 0x212E}};
static const Range start_not[] = {
    {0x037A, 0x037A}, {0x0E33, 0x0E33}, {0x0EB3, 0x0EB3}, {0x2E2F, 0x2E2F}, {0xFC5E, 0xFC63},
    {0xFDFA, 0xFDFB}, {0xFE70, 0xFE70}, {0xFE72, 0xFE72}, {0xFE74, 0xFE74}, {0xFE76, 0xFE76},
    {0xFE78, 0xFE78}, {0xFE7A, 0xFE7A}, {0xFE7C, 0xFE7C}, {0xFE7E, 0xFE7E}, {0xFF9E, 0xFF9F}};
static const Range part_too[] = {{0x00B7, 0x00B7}, {0x0387, 0x0387}, {0x0E33, 0x0E33},
                                 {0x0EB3, 0x0EB3}, {0x1369, 0x1371}, {0x19DA, 0x19DA},
                                 {0xFF9E, 0xFF9F}};
static const Range part_not[] = {{0x037A, 0x037A}, {0x2E2F, 0x2E2F}, {0x309B, 0x309C}};

bool unicode_is_xid_start(uint32_t c)
{
    if (c == '_' || in_ranges(c, start_too, COUNT_OF(start_too))) {
        return true;
    }
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_NL:
        return !in_ranges(c, start_not, COUNT_OF(start_not));
    default:
        return false;
    }
}

bool unicode_is_xid_continue(uint32_t c)
{
    if (unicode_is_xid_start(c) || in_ranges(c, part_too, COUNT_OF(part_too))) {
        return true;
    }
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_PC:
        return !in_ranges(c, part_not, COUNT_OF(part_not));
    default:
        return false;
    }
}

bool name_char_is_printable(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    case UTF8PROC_CATEGORY_ZS:
        return c == ' ';
    default:
        return true;
    }
}

char *unicode_nfkc(const char *bytes, size_t length, size_t *result_length)
{
    utf8proc_uint8_t *result;
    utf8proc_ssize_t n =
        utf8proc_map((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, &result,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (n < 0) {
        memory_exhausted();
    }
    *result_length = (size_t)n;
    return (char *)result;
}

void unicode_free(char *bytes)
{
    free(bytes);
}
