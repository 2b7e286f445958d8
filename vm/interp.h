/* interp.h: what the interpreter loop calls when an instruction is slow or rare, and its inline
 * caches. Only interp.c includes this; the functions are in interp_*.c, call.c and unwind.c. The
 * frame is saved when they run; what they return is a temporary, unless it is said to be held.
 */
#ifndef VM_INTERP_H
#define VM_INTERP_H

#include "vm/vm.h"

/* Whether the manager counts what registers hold; if not, dropping costs nothing. */
#ifndef MM_COUNTS
#define MM_COUNTS 0
#endif

extern const uint8_t opcode_length[];

/* ---- Inline caches: they lie in the words after their instruction ---- */

/* A name's entry in the globals, or in the built-ins while the globals have no such name. */
typedef struct GlobalCache {
    uint32_t globals_version, builtins_version; /* 0: not filled */
    uint32_t entry, spare;
} GlobalCache;

/* An attribute of objects with a shape right after the header, or of a type without attributes of
 * its own, or of a module. Nothing in it is counted: it is valid in its epoch only. */
typedef struct AttrCache {
    Shape *shape;
    uint32_t type;    /* address, as in headers */
    uint32_t epoch;   /* cache_epoch when filled */
    Value value;      /* the method; SET_ATTR_ADD: the next shape */
    uint32_t offset;  /* bytes from the object's start; modules: the dict's entry */
    uint32_t version; /* modules: the dict's version */
} AttrCache;

static always_inline bool cache_holds(const AttrCache *cache, Value object)
{
    return is_object(object) && as_object(object)->type == cache->type &&
           ((Attrs *)(as_object(object) + 1))->shape == cache->shape && cache->epoch == cache_epoch;
}

static always_inline Cell *frame_free_cell(Value *base, uint32_t index)
{
    Function *function = (Function *)as_object(base[-1]);
    return (Cell *)as_object(as_tuple(function->closure.v)->at[index].v);
}

/* ---- Registers ---- */

static always_inline void clear_run(Value *at, size_t count)
{
    for (size_t i = 0; MM_COUNTS && i < count; i++) {
        Value old = at[i];
        if (is_object(old)) {
            at[i] = EMPTY;
            mm_drop(old);
        }
    }
    memset(at, 0, count * sizeof *at);
}
/* A frame's registers and its function. */
static always_inline void clear_frame(Value *base, size_t count)
{
    clear_run(base - 1, count + 1);
}
/* Replaces what a slot of the Vm holds, which is counted like a register. */
static inline void vm_set_slot(Slot *slot, Value v)
{
    Value old = slot->v;
    mm_hold(v);
    slot->v = v;
    mm_drop(old);
}

/* ---- interp_names.c ---- */
Value load_global(Instr *pc, Function *function, Value name);
void store_global(GlobalCache *cache, Dict *globals, Value name, Value value);
void delete_global(Dict *globals, Value name);
Value load_name(Value namespace_dict, Function *function, Value name);
void delete_name(Value namespace_dict, Value name);
Value load_class_free(Value namespace_dict, Cell *cell, Value name, Code *code, uint32_t index);
noreturn_fn void raise_unbound_local(Code *code, uint32_t index);
noreturn_fn void raise_unbound_free(Code *code, uint32_t index);
Value get_attr(Instr *pc, Value object, Value name);
void set_attr(Instr *pc, Value object, Value name, Value value);
Value get_method(Instr *pc, Value object, Value name, Value *self);
Dict *namespace_of(Frame *frame);
void setup_annotations(Frame *frame);

/* ---- interp_ops.c ---- */
BinaryOp binary_op_of(Opcode op);
/* Pushes the frame of a.__op__(b) if that is a function in Python and comes first. */
bool binary_push(Opcode op, Value a, Value b);
/* What comes after a.__op__(b) has returned NotImplemented. */
Value binary_rest(Opcode op, Value a, Value b);
/* Exactly `count` items of any iterable, in a tuple or list; or before items, a list, after items. */
Value unpack_items(Value sequence, uint32_t count);
Value unpack_star_items(Value sequence, uint32_t before, uint32_t after);
void unpack(Value items, Value *to, uint32_t count); /* raises nothing */
Value format_value(Value value, Value spec, int conversion);
/* `callee`: whose arguments they are, or EMPTY. */
void extend_display(Value list, Value iterable, Value callee);
void update_display(Dict *dict, Value mapping);
void merge_keywords(Dict *dict, Value mapping, Value callee);
Value make_function(Function *outer, Value code, Value *parts /* or NULL */);
Value build_class(Value function, Value name, Value bases, Value keywords);
Value with_exit_method(Value manager);
Value with_enter(Value manager);
bool with_except(Value leave_method, Value exception);
void display_value(Value value);

/* ---- call.c ---- */
/* Calls at[0] with the count values above it, the last of them named. Returns a held value, at[]
 * emptied; or EMPTY: a frame was pushed whose result goes to the caller's instruction. */
Value call_in_place(Value *at, uint32_t count, Value names, uint8_t skip);
/* The same for at[0](*at[1], **at[2]). */
Value call_spread(Value *at);
noreturn_fn void raise_init_result(Value result);

/* ---- generator.c ---- */
/* One step of `yield from` over anything: the next value, or EMPTY and *result. */
Value delegate(Value iterator, Value sent, Value *result);
/* The frame of a generator ends: its Generator is done and let go. */
void generator_finish(Frame *frame);
/* What leaves a generator's frame: StopIteration becomes RuntimeError. */
Value generator_failed(Frame *frame, Value exception);

/* ---- unwind.c ---- */
Value handled_to_reraise(void);
bool exception_matches_checked(Value exception, Value classes);
/* A line event; returns the instruction that the TRAP replaced. */
uint16_t line_trap(Frame *frame);
/* A safepoint with something to do. */
void vm_poll(void);

#endif
