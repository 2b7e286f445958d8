/* access.h: the runtime's start and end, for the engine. */
#ifndef VM_ACCESS_H
#define VM_ACCESS_H

#include "runtime/mm.h"

/* Everything up to where scripts can run: heap, types, built-in modules. Once. */
void runtime_start(const MmOptions *options, int argc, char **argv);
/* At exit: the number of objects that are still there. */
int64_t runtime_finish(void);

#endif
