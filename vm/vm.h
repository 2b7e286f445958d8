/* vm.h: the state of the virtual machine: one register stack, one stack of frames.
 *
 * Invariants. A frame's registers are base[0 .. register_count); base[-1] is its Function. All words
 * of the register stack above the innermost frame's registers are EMPTY; inside them, what is above
 * the temporaries in use is EMPTY or a dead number, so a new frame clears its locals only. `vm.fp` is the innermost frame; its `pc` is current whenever anything outside of the
 * loop's own function runs (the loop saves it first). What the registers hold is counted (mm_hold).
 */
#ifndef VM_VM_H
#define VM_VM_H

#include "vm/code.h"

/* What becomes of a frame's result. */
typedef enum Continuation {
    CONT_VALUE,      /* the caller's instruction gets it in its R[a] */
    CONT_INIT,       /* __init__: must be None; the caller's R[a] gets the instance in R[b] */
    CONT_FOR,        /* a generator driven by FOR_ITER */
    CONT_YIELD_FROM, /* a generator driven by YIELD_FROM */
    CONT_BINARY,     /* a binary special method: NotImplemented goes on with the rest of the protocol */
    CONT_EXIT,       /* back to C */
} Continuation;

typedef struct Frame {
    Code *code;
    Instr *pc;     /* the instruction that is being executed */
    Value *base;
    uint8_t cont;
    uint8_t skip;  /* words of the caller's instruction */
    bool is_generator; /* base[-2] is the Generator */
    bool reraising;    /* the exception that passes has this frame's traceback entry already */
    int32_t line;  /* of the last line event, where line events are on; 0: none yet */
    uint32_t trap; /* the instruction it was at */
} Frame;

enum { FRAMES_MAX = 1 << 20 };

typedef struct Vm {
    Frame *fp;          /* the innermost frame; frames[0] is a sentinel without code */
    Frame *frame_limit; /* no frame is pushed at or beyond this one: RecursionError */
    Value *stack, *stack_limit;
    Value *window_end;      /* a call is being set up above the innermost frame, up to here */
    Frame *frames;
    int loop_depth;         /* nested dispatch loops */
    bool polling;           /* the loop is in mm_poll */
    uintptr_t outer_stack;  /* C stack at the outermost loop */
    uintptr_t loop_stack;   /* and at the innermost one */
    uintptr_t c_stack_limit;
    Slot handled;           /* the exception being handled (counted like a register), or EMPTY */
    Slot leaving;           /* the exception that leaves a loop */
    Dict *builtins;
    Dict *modules;          /* sys.modules */
    int64_t recursion_limit;
    volatile bool interrupted; /* Ctrl-C */
    bool finishing;
    void (*poll_task)(void); /* to be called once, at the next safepoint, or NULL */
} Vm;

extern Vm vm;

/* Around what C code does with Values where no loop is below it (the engine, the prompt): loops that it
 * starts are nested ones then, and its stretch of the stack, up to `frame`, is scanned. */
static inline bool vm_native_begin(void *frame)
{
    bool began = vm.loop_depth == 0;
    if (began) {
        vm.loop_depth = 1;
        vm.outer_stack = (uintptr_t)frame;
    }
    return began;
}
static inline void vm_native_end(bool began)
{
    if (began) {
        vm.loop_depth = 0;
    }
}

static inline Function *frame_function(const Frame *frame)
{
    return (Function *)as_object(frame->base[-1]);
}
/* First free word above the innermost frame's registers. */
static inline Value *vm_top(void)
{
    return vm.fp->code ? vm.fp->base + vm.fp->code->register_count : vm.fp->base;
}

void vm_start(void);
void vm_set_recursion_limit(int64_t limit);
int64_t vm_recursion_depth(void);
/* Runs the innermost frame, just pushed with CONT_EXIT, until it returns or yields: its result, a
 * temporary. Raises what it raises. */
Value vm_run(Value raising /* or EMPTY */);
/* Runs code with these globals (a module, exec): `locals` NULL or the namespace. */
Value vm_run_code(Code *code, Dict *globals, Dict *locals);
Value function_new(Code *code, Dict *globals);
/* Empties what a failed call has left above the innermost frame. */
void vm_clear_above(void);
/* Where a call from C may set up its function and arguments, n words above the innermost frame;
 * RecursionError if they are not there. */
Value *vm_window(size_t n);

/* call.c */
/* Pushes a frame for a call whose function is in base[-1] and whose arguments (positional, then
 * those of `names`) are in base[0 ..): binds them, raising TypeError before anything changed. */
void frame_push_call(Value *base, uint32_t count, Value names, Continuation cont);
/* Pushes a frame for a body without parameters (a module, a class): base[-1] is its function. */
void frame_push_body(Value *base);
noreturn_fn void raise_recursion(void);

/* unwind.c */
/* Adds this frame to the traceback of an exception. `dying`: its locals move into a frame object. */
void traceback_add(Frame *frame, Value exception, bool dying);
/* Makes an exception instance of what stands in a raise statement. */
Value exception_to_raise(Value exception, Value cause, bool has_cause);
extern Type frame_type;
static inline bool is_exception(Value v)
{
    return has_flag(v, TYPE_EXCEPTION);
}

/* line_profile.c: events of code with traps (code_set_traps). */
void line_event(Frame *frame, int line);
void call_event(Frame *frame);
void return_event(Frame *frame);

/* import.c */
Value import_module(Value name, Value from_list, int64_t level, Dict *globals);
Value import_from(Value module, Value name);
void import_star(Value module, Dict *into);
/* Bytes of a whole file; raises OSError. */
Value import_read_file(Value path);
void import_start(void);
/* Runs a module as __main__: -m. */
void module_run_as_main(const char *name);

#endif
