/* check.h: what the plain unit tests share: a check that reports and counts, and a last line. */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include <stdio.h>
#include <string.h>

static int checks_made, checks_failed;

#define CHECK(condition)                                                                           \
    do {                                                                                           \
        checks_made++;                                                                             \
        if (!(condition)) {                                                                        \
            checks_failed++;                                                                       \
            fprintf(stderr, "%s:%d: failed: %s\n", __FILE__, __LINE__, #condition);                \
        }                                                                                          \
    } while (0)

/* Is text[0..len) the string that was expected? */
static inline void check_text(const char *file, int line, const char *text, size_t len,
                              const char *expected)
{
    checks_made++;
    if (len != strlen(expected) || memcmp(text, expected, len) != 0) {
        checks_failed++;
        fprintf(stderr, "%s:%d: got '%.*s', expected '%s'\n", file, line, (int)len, text, expected);
    }
}
#define CHECK_TEXT(text, len, expected) check_text(__FILE__, __LINE__, text, len, expected)

/* The summary line and main's result. */
static inline int check_summary(void)
{
    printf("%d checks, %d failed\n", checks_made, checks_failed);
    return checks_failed > 0;
}

#endif
