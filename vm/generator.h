/* generator.h: generators. A suspended generator holds its registers; while it runs they are on the
 * register stack like any frame's (moved there and back: a frame of this size costs less to move
 * than a test in every call for where its window is).
 */
#ifndef VM_GENERATOR_H
#define VM_GENERATOR_H

#include "vm/vm.h"

typedef enum GeneratorState { GENERATOR_NEW, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_DONE } GeneratorState;

typedef struct Generator {
    Object head;
    Slot function; /* EMPTY when done */
    Slot name, qualname;
    Slot handled;  /* what it was handling when it was suspended */
    uint32_t pc;   /* index of the YIELD or GENERATOR instruction where it stands */
    uint8_t state;
    size_t count;  /* registers */
    Slot at[];
} Generator;

extern Type generator_type;

/* Makes a generator of the innermost frame, whose registers move into it. */
Generator *generator_from_frame(Frame *frame);
/* Pushes the generator's frame on top of the innermost one; `sent` goes to its YIELD's register. */
void generator_push(Generator *generator, Value sent, Continuation cont);
/* Moves the innermost frame, which is at a YIELD, back into its generator and pops it. */
void generator_suspend(Frame *frame);
/* Resumes from C: the next value, or EMPTY when it has returned (then *result, if asked for). */
Value generator_resume(Generator *generator, Value sent, Value raising, Value *result);

#endif
