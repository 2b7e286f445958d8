/* compare.h: `hognose --compare[=LIST] script`: the same script under several engines, each in a
 * fresh process, one after the other, and one table of what each did with its memory. The
 * launcher's own process runs no engine.
 */
#ifndef VM_COMPARE_H
#define VM_COMPARE_H

#include "vm/engine.h"

/* Runs the engines named in `list` (NULL: all of them) and prints what the first of them printed,
 * then the table, to stdout. Returns 0 if all ended well and printed the same, the script's exit
 * code if it was the same everywhere, 1 if they differ, 2 for a bad list. */
int compare_run(const EngineOptions *options, const char *list, const Engine *const *engines,
                int engine_count, int argc, char **argv);

#endif
