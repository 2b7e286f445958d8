/* repl.h: the prompt: reads statements, runs them, shows what they are worth. Readline is loaded
 * when a terminal is first asked for a line, so that scripts do not pay for it.
 *
 * The invariant: what the prompt keeps from one statement to the next (the module, the exception
 * shown last) is held by root slots or modules, never by C locals: with no native below a VM loop,
 * nobody scans the C stack.
 */
#ifndef VM_REPL_H
#define VM_REPL_H

#include "runtime/object.h"

/* Reads and runs statements in the module's namespace until end of file; `banner`: says hello
 * first. Shows exceptions and goes on, but raises SystemExit. */
void repl_run(Value module, bool banner);

#endif
