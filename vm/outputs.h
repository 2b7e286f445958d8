/* outputs.h: what a script printed, as lines, and in what two outputs differ. Figures that a memory
 * manager decides ("12.5 MiB", addresses of objects) count as the same.
 */
#ifndef VM_OUTPUTS_H
#define VM_OUTPUTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef struct Output {
    char *text;
    size_t length;
    char **lines, **masked; /* ended by '\0'; the masked ones have ? for those figures */
    size_t count;
    bool is_masked; /* some figure was */
} Output;

/* Everything that is in the file. */
void output_read(Output *o, FILE *file);
void output_write(const Output *o, FILE *to);
void output_free(Output *o);
bool output_equal(const Output *a, const Output *b);
/* A unified diff of the stretch in which they differ, of a few lines at most. */
void output_diff(const Output *a, const Output *b, const char *a_name, const char *b_name);
/* The last line that is not blank, or "". */
const char *output_last_line(const Output *o);

#endif
