/* repl.h: the prompt. */
#ifndef VM_REPL_H
#define VM_REPL_H

#include "runtime/object.h"

/* Reads and runs statements in the module's namespace until end of file; raises SystemExit. */
void repl_run(Value module);

#endif
