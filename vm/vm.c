#include "vm/vm.h"
#include "vm/generator.h"
#include "vm/interp.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <stdio.h>
#include <stdlib.h>

Vm vm;

enum { STACK_WORDS = 32 << 20, DEFAULT_RECURSION_LIMIT = 1000 };

static void *reserve(size_t bytes)
{
    void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) {
        fprintf(stderr, "hognose: no memory for the stack (%zu MiB of address space)\n",
                bytes >> 20);
        exit(1);
    }
    return at;
}

void vm_start(void)
{
    vm.stack = reserve((size_t)STACK_WORDS * sizeof(Value));
    vm.stack_limit = vm.stack + STACK_WORDS - 256;
    vm.frames = reserve((size_t)FRAMES_MAX * sizeof(Frame));
    vm.fp = vm.frames; /* a sentinel without code; its base is where the first window begins */
    vm.fp->base = vm.stack;
    struct rlimit limit;
    size_t c_stack = 8 << 20;
    if (getrlimit(RLIMIT_STACK, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
        c_stack = limit.rlim_cur;
    }
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    vm.c_stack_limit = here - c_stack + MIN(c_stack / 4, (size_t)512 << 10);
    vm_set_recursion_limit(DEFAULT_RECURSION_LIMIT);
    type_ready(&code_type);
    type_ready(&frame_type);
    type_ready(&generator_type);
    vm.modules = dict_new(0);
    static Slot modules, builtins;
    mm_add_root(&modules, "sys.modules");
    mm_init(NULL, &modules, value_from(vm.modules));
    vm.builtins = dict_new(0);
    mm_add_root(&builtins, "builtins");
    mm_init(NULL, &builtins, value_from(vm.builtins));
}

void vm_set_recursion_limit(int64_t limit)
{
    vm.recursion_limit = limit;
    /* The sentinel does not count. */
    vm.frame_limit = vm.frames + 1 + MIN(limit, (int64_t)FRAMES_MAX - 2);
}

int64_t vm_recursion_depth(void)
{
    return vm.fp - vm.frames;
}

void check_c_stack(const char *doing)
{
    if (unlikely((uintptr_t)__builtin_frame_address(0) < vm.c_stack_limit)) {
        raise_as(&exc_RecursionError, "maximum recursion depth exceeded%s", doing);
    }
}

/* ---- Roots ---- */

void vm_roots(Visitor *visitor)
{
    Value *top = MAX(vm_top(), vm.window_end);
    visitor->run(visitor, NULL, (Slot *)vm.stack, (size_t)(top - vm.stack));
    visitor->run(visitor, NULL, &vm.handled, 1);
    visitor->run(visitor, NULL, &vm.leaving, 1);
}

bool vm_native_stack(uintptr_t *low, uintptr_t *high)
{
    if (vm.loop_depth == 0 || (vm.loop_depth == 1 && vm.polling)) {
        return false;
    }
    *low = (uintptr_t)__builtin_frame_address(0);
    *high = vm.outer_stack;
    return true;
}

uintptr_t vm_loop_frame(void)
{
    return vm.loop_stack;
}

bool vm_is_outermost(void)
{
    return vm.loop_depth == 1;
}

/* ---- Running code ---- */

Value vm_run_code(Code *code, Dict *globals, Dict *locals)
{
    Value function = function_new(code, globals);
    Value *at = vm_window(2);
    mm_hold(function);
    at[0] = function;
    if (locals) {
        mm_hold(value_from(locals));
        at[1] = value_from(locals);
    }
    frame_push_body(at + 1);
    return vm_run(EMPTY);
}
