/* stack.c: see stack.h. */
#include "runtime/mm/stack.h"
#include "runtime/mm.h"
#include "runtime/mm/sanitize.h"
#include "runtime/upcalls.h"

extern void *__libc_stack_end;
uintptr_t stack_natives_from;

/* A VM without such a frame has its whole stretch scanned. */
__attribute__((weak)) uintptr_t vm_loop_frame(void)
{
    return 0;
}

static reads_anything void scan_words(uintptr_t low, uintptr_t high, void (*found)(Object *object))
{
    low = round_up(low, sizeof(uintptr_t));
    for (uintptr_t at = low; at + sizeof(uintptr_t) <= high; at += sizeof(uintptr_t)) {
        Object *object = mm_resolve(*(uintptr_t *)at);
        if (object) {
            found(object);
        }
    }
}

reads_anything void stack_scan(StackPart part, void (*found)(Object *object))
{
    uintptr_t low, high;
    /* The registers that callers own go to this frame. */
    __builtin_unwind_init();
    volatile uintptr_t here[8];
    if (part == STACK_WHOLE) {
        low = (uintptr_t)here;
        high = (uintptr_t)__libc_stack_end;
    } else if (!vm_native_stack(&low, &high)) {
        return;
    } else {
        uintptr_t from = part == STACK_BELOW_LOOP ? vm_loop_frame() : stack_natives_from;
        low = from ? from : MIN(low, (uintptr_t)here);
    }
    scan_words(low, high, found);
}
