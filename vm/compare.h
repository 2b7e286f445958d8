/* compare.h: `hognose --compare[=LIST] script`: the same script under several engines, each in a
 * fresh process, and one table of what each did with its memory.
 */
#ifndef VM_COMPARE_H
#define VM_COMPARE_H

#include "vm/engine.h"

/* Runs the engines named in `list` (NULL: all of them) and prints the table to stdout. Returns 0 if
 * all outputs agreed, 1 if not, 2 for a bad list. */
int compare_run(const EngineOptions *options, const char *list, const Engine *const *engines,
                int engine_count, int argc, char **argv);

#endif
