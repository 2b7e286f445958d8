/* terminal.h: lines typed at a terminal, with editing, history and completion: readline, loaded
 * when the first line is wanted, so that scripts do not pay for it. Knows no Value.
 *
 * The invariant: between two lines the terminal is as the script expects it; readline has it only
 * while a line is being read.
 */
#ifndef VM_TERMINAL_H
#define VM_TERMINAL_H

#include <stdbool.h>

/* Makes ready at the first call; false if there is no readline. `complete` gives the ways to
 * complete a word (an array ended by NULL, malloc'ed as are its strings; NULL: none) and must not
 * jump away; `interrupted` is what the handler of Ctrl-C sets. */
bool terminal_open(char **(*complete)(const char *word), volatile bool *interrupted);
/* Reads a line: *line is malloc'ed, without its end, and NULL when the input has ended. False when
 * Ctrl-C has cleared the line. */
bool terminal_read_line(const char *prompt, char **line);

#endif
