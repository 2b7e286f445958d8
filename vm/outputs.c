/* outputs.c: see outputs.h. */
#include "vm/outputs.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void *need(void *memory)
{
    if (!memory) {
        fputs("hognose: no memory for the outputs\n", stderr);
        exit(1);
    }
    return memory;
}

/* ---- Masking ---- */

/* Length of the number of MiB, KiB, GiB or B ("-12.5 MiB") at the text; 0: none. */
static size_t size_figure(const char *at)
{
    size_t n = at[0] == '-' || at[0] == '+';
    size_t digits = strspn(at + n, "0123456789.,");
    if (digits == 0) {
        return 0;
    }
    const char *unit = at + n + digits;
    unit += *unit == ' ';
    bool known = strchr("KMG", unit[0]) && unit[0] && unit[1] == 'i' && unit[2] == 'B';
    return known ? n + digits : 0;
}

/* Length of an address as repr shows it (0x7f0012345678); 0: none. */
static size_t address(const char *at)
{
    if (at[0] != '0' || at[1] != 'x') {
        return 0;
    }
    size_t digits = strspn(at + 2, "0123456789abcdef");
    return digits >= 6 ? digits + 2 : 0;
}

/* The line with ? for figures; columns before a figure may move, so blanks there count once. */
static char *mask_line(const char *line, bool *is_masked)
{
    char *masked = need(malloc(2 * strlen(line) + 1)), *to = masked;
    bool in_word = false;
    while (*line) {
        size_t n = in_word ? 0 : size_figure(line);
        if (n) {
            while (to > masked && to[-1] == ' ') {
                to--;
            }
            *to++ = ' ';
        } else {
            n = in_word ? 0 : address(line);
        }
        if (n) {
            *to++ = '?';
            line += n;
            *is_masked = true;
            in_word = true;
            continue;
        }
        in_word = isalnum((unsigned char)*line) || *line == '_' || *line == '.';
        *to++ = *line++;
    }
    *to = 0;
    return masked;
}

/* ---- Reading ---- */

void output_read(Output *o, FILE *file)
{
    *o = (Output){0};
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    o->text = need(malloc((size_t)(size > 0 ? size : 0) + 1));
    o->length = fread(o->text, 1, (size_t)(size > 0 ? size : 0), file);
    o->text[o->length] = 0;
    size_t room = 1;
    for (size_t i = 0; i < o->length; i++) {
        room += o->text[i] == '\n';
    }
    o->lines = need(malloc(room * sizeof *o->lines));
    o->masked = need(malloc(room * sizeof *o->masked));
    for (char *at = o->text, *end = at + o->length; at < end;) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        o->lines[o->count] = need(strndup(at, (size_t)(stop - at)));
        o->masked[o->count] = mask_line(o->lines[o->count], &o->is_masked);
        o->count++;
        at = stop + 1;
    }
}

void output_write(const Output *o, FILE *to)
{
    fwrite(o->text, 1, o->length, to);
    fflush(to);
}

void output_free(Output *o)
{
    for (size_t i = 0; i < o->count; i++) {
        free(o->lines[i]);
        free(o->masked[i]);
    }
    free(o->lines);
    free(o->masked);
    free(o->text);
}

const char *output_last_line(const Output *o)
{
    for (size_t i = o->count; i-- > 0;) {
        if (o->lines[i][strspn(o->lines[i], " \t\r")]) {
            return o->lines[i];
        }
    }
    return "";
}

/* ---- Comparing ---- */

static bool same_line(const Output *a, size_t i, const Output *b, size_t k)
{
    return strcmp(a->masked[i], b->masked[k]) == 0;
}

bool output_equal(const Output *a, const Output *b)
{
    if (a->count != b->count) {
        return false;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (!same_line(a, i, b, i)) {
            return false;
        }
    }
    return true;
}

enum { CONTEXT = 2, SHOWN_MAX = 8 };

static void show_lines(const Output *o, size_t from, size_t to, char sign)
{
    size_t shown = to - from > SHOWN_MAX ? SHOWN_MAX : to - from;
    for (size_t i = from; i < from + shown; i++) {
        printf("%c%.200s\n", sign, o->lines[i]);
    }
    if (shown < to - from) {
        printf("%c... and %zu more lines\n", sign, to - from - shown);
    }
}

void output_diff(const Output *a, const Output *b, const char *a_name, const char *b_name)
{
    size_t start = 0, a_end = a->count, b_end = b->count;
    while (start < a_end && start < b_end && same_line(a, start, b, start)) {
        start++;
    }
    while (a_end > start && b_end > start && same_line(a, a_end - 1, b, b_end - 1)) {
        a_end--;
        b_end--;
    }
    size_t before = start > CONTEXT ? start - CONTEXT : 0;
    size_t after = a->count - a_end > CONTEXT ? CONTEXT : a->count - a_end;
    printf("--- %s\n+++ %s\n@@ -%zu,%zu +%zu,%zu @@\n", a_name, b_name, before + 1,
           a_end + after - before, before + 1, b_end + after - before);
    show_lines(a, before, start, ' ');
    show_lines(a, start, a_end, '-');
    show_lines(b, start, b_end, '+');
    show_lines(a, a_end, a_end + after, ' ');
}
