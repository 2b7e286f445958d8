/* upcalls.h: the only calls from the runtime up into the VM. */
#ifndef RUNTIME_UPCALLS_H
#define RUNTIME_UPCALLS_H

#include "runtime/object.h"

/* Calls any callable from C; the result is a temporary. Runs Python code; raises. RecursionError if
 * the C stack or the recursion limit is nearly used up. */
Value call_value(Value callable, Call call);
static inline Value call_0(Value f)
{
    return call_value(f, (Call){NULL, 0, EMPTY});
}
static inline Value call_1(Value f, Value a)
{
    return call_value(f, (Call){&a, 1, EMPTY});
}
static inline Value call_2(Value f, Value a, Value b)
{
    Value at[] = {a, b};
    return call_value(f, (Call){at, 2, EMPTY});
}
static inline Value call_3(Value f, Value a, Value b, Value c)
{
    Value at[] = {a, b, c};
    return call_value(f, (Call){at, 3, EMPTY});
}
/* Raises RecursionError if C recursion (repr of nested lists, == of nested tuples, ...) is too deep.
 * `doing`: " while getting the repr of an object" or "". */
void check_c_stack(const char *doing);
/* Whether Ctrl-C waits: long natives ask this now and then; raises KeyboardInterrupt. */
void check_interrupt(void);

/* Calls the object's finalizer: its type's, or __del__. Exceptions are reported and swallowed. */
void object_finalize(Object *object);

/* Visits the registers, frames, modules and other state of the VM. */
void vm_roots(Visitor *visitor);
/* The stretch of the C stack that belongs to natives below the outermost VM loop: from the current
 * stack pointer up to the loop's own frame. false if no native is active. */
bool vm_native_stack(uintptr_t *low, uintptr_t *high);
/* Where the frame of the innermost loop begins, at or below the registers that it saved for its caller:
 * when that loop has control, natives' values are above. 0 if it is not known. */
uintptr_t vm_loop_frame(void);
/* Whether the loop that has control is the outermost one (so that nothing is borrowed). */
bool vm_is_outermost(void);

/* Where the script is, for warnings and allocation sites: file name (str) and line; false if no
 * Python frame runs. `depth` 0 is the innermost Python frame. */
bool vm_where(int depth, Value *file_name, int *line);
/* The globals and the locals (a dict made for the purpose, or the globals) of the running frame. */
Value vm_globals(void);
Value vm_locals(void);
/* Builtin super() without arguments: the running method's __class__ cell and first argument. */
bool vm_super_arguments(Value *cls, Value *self);
/* The exception that is being handled (sys.exc_info()[1]), or EMPTY. */
Value vm_handled_exception(void);
/* The traceback entry's function and file name, its text line range for the markers. */
void vm_describe_traceback(Value traceback, Value *file_name, Value *function, int *line,
                           int *column, int *end_line, int *end_column);
/* The names that the traceback entry's frame could see, for "Did you mean": a tuple of its locals'
 * names, the Dict of its globals and that of its builtins; EMPTY for what is not known. */
void vm_traceback_names(Value traceback, Value *locals, Value *globals, Value *builtins);

#endif
