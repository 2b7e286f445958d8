/* stack.h: the conservative scan of the C stack: every word that is an address in an object, at its
 * start or inside, is taken for a reference. Natives keep what they have in hand alive by this.
 */
#ifndef RUNTIME_MM_STACK_H
#define RUNTIME_MM_STACK_H

#include "runtime/object.h"

typedef enum StackPart {
    STACK_BELOW_LOOP, /* the VM's loop has control: natives between it and the outermost loop */
    STACK_NATIVES,    /* a native has control: from here to the outermost loop */
    STACK_WHOLE,      /* in the midst of an allocation, by whomever: all there is */
} StackPart;

/* For STACK_NATIVES, said by the function that a native called (mm_collect): where that function
 * saved the native's registers. What lies below is ours, and full of what was there before. */
#define STACK_HERE()                                                                               \
    (__builtin_unwind_init(),                                                                      \
     stack_natives_from = (uintptr_t)__builtin_frame_address(0) - 6 * sizeof(uintptr_t))
extern uintptr_t stack_natives_from; /* 0: not said */

/* Calls `found` for each object that the part of the stack, and the registers, may refer to; for
 * some more than once. */
void stack_scan(StackPart part, void (*found)(Object *object));

#endif
