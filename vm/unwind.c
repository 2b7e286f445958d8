/* Raising and unwinding: what is raised, tracebacks and the frames that they keep, line events. */
#include "vm/generator.h"
#include "vm/interp.h"

/* ---- Frame objects: what a traceback keeps of a frame ---- */

typedef struct FrameObject {
    Object head;
    Slot function, code;
    int32_t line;
    size_t count;
    Slot at[]; /* the registers, if the frame has died */
} FrameObject;

static FrameObject *as_frame(Value v)
{
    return (FrameObject *)as_object(v);
}

static Value frame_object(Frame *frame, bool dying, int line)
{
    size_t count = dying && !frame->is_generator ? frame->code->local_count : 0;
    FrameObject *f = mm_new(&frame_type, sizeof *f + count * sizeof(Slot));
    mm_init(f, &f->function, frame->base[-1]);
    mm_init(f, &f->code, value_from(frame->code));
    f->line = line;
    f->count = count;
    /* NOBARRIER: fresh; the frame dies, its counts move with the values. */
    memcpy(f->at, frame->base, count * sizeof(Slot));
    memset(frame->base, 0, count * sizeof(Value));
    return value_from(f);
}

static Value get_code(Value self)
{
    return as_frame(self)->code.v;
}
static Value get_line(Value self)
{
    return value_int(as_frame(self)->line);
}
static Value get_globals(Value self)
{
    return ((Function *)as_object(as_frame(self)->function.v))->globals.v;
}
static Value get_back(Value self)
{
    (void)self;
    return NONE;
}

static Value unwrap_cell(Value v)
{
    return is_exactly(v, &cell_type) ? ((Cell *)as_object(v))->value.v : v;
}

/* The names of a frame's registers that are bound, and their values. */
static Value locals_dict(const Code *code, Function *function, const Value *registers, size_t count)
{
    Dict *locals = dict_new(count);
    Tuple *names = as_tuple(code->local_names.v);
    for (size_t i = 0; i < count; i++) {
        Value v = unwrap_cell(registers[i]);
        if (v != EMPTY && as_str(names->at[i].v)->length) {
            dict_set(locals, names->at[i].v, v);
        }
    }
    names = as_tuple(code->free_names.v);
    for (size_t i = 0; i < names->count; i++) {
        Value v = unwrap_cell(as_tuple(function->closure.v)->at[i].v);
        if (v != EMPTY) {
            dict_set(locals, names->at[i].v, v);
        }
    }
    return value_from(locals);
}

static Value get_locals(Value self)
{
    FrameObject *f = as_frame(self);
    return locals_dict((Code *)as_object(f->code.v), (Function *)as_object(f->function.v),
                       (const Value *)f->at, f->count);
}

static const GetSetDef frame_getsets[] = {
    {"f_code", get_code, NULL},       {"f_lineno", get_line, NULL}, {"f_globals", get_globals, NULL},
    {"f_locals", get_locals, NULL},   {"f_back", get_back, NULL},   {0},
};

Type frame_type = {
    .name = "frame",
    .flags = TYPE_NO_INSTANCES,
    .size = sizeof(FrameObject),
    .slots_at = offsetof(FrameObject, function),
    .slots_count = 2,
    .array_at = offsetof(FrameObject, at),
    .array_count_at = offsetof(FrameObject, count),
    .getsets = frame_getsets,
};

/* ---- Tracebacks ---- */

static uint32_t frame_at(const Frame *frame)
{
    return (uint32_t)(frame->pc - frame->code->at);
}

void traceback_add(Frame *frame, Value exception, bool dying)
{
    Exception *e = (Exception *)as_object(exception);
    Traceback *traceback = NEW(Traceback, &traceback_type);
    int line = code_position(frame->code, frame_at(frame))->line;
    Value next = e->traceback.v;
    mm_init(traceback, &traceback->next, next == NONE ? EMPTY : next);
    mm_init(traceback, &traceback->code, value_from(frame->code));
    traceback->line = line;
    traceback->instruction = (int32_t)frame_at(frame);
    mm_store(traceback, &traceback->frame, frame_object(frame, dying, line));
    mm_store(e, &e->traceback, value_from(traceback));
}

void vm_describe_traceback(Value traceback, Value *file_name, Value *function, int *line,
                           int *column, int *end_line, int *end_column)
{
    Traceback *t = (Traceback *)as_object(traceback);
    Code *code = (Code *)as_object(t->code.v);
    const Position *p = code_position(code, (uint32_t)t->instruction);
    *file_name = code->file_name.v;
    *function = code->name.v;
    *line = t->line;
    *column = p->col;
    *end_line = p->end_line;
    *end_column = p->end_col;
}

void vm_traceback_names(Value traceback, Value *locals, Value *globals, Value *builtins)
{
    Traceback *t = (Traceback *)as_object(traceback);
    FrameObject *f = as_frame(t->frame.v);
    Function *function = (Function *)as_object(f->function.v);
    *locals = ((Code *)as_object(t->code.v))->local_names.v;
    *globals = function->globals.v;
    *builtins = function->builtins.v;
}

/* ---- What is raised ---- */

static Value instance_of(Value exception, const char *message)
{
    if (is_exception(exception)) {
        return exception;
    }
    if (is_type(exception) && (as_type(exception)->flags & TYPE_EXCEPTION)) {
        Value made = call_0(exception);
        if (!is_exception(made)) {
            raise_type("calling %V should have returned an instance of BaseException, not %T",
                       exception, made);
        }
        return made;
    }
    raise_type("%s", message);
}

Value exception_to_raise(Value exception, Value cause, bool has_cause)
{
    Value value = instance_of(exception, "exceptions must derive from BaseException");
    Exception *e = (Exception *)as_object(value);
    if (has_cause) {
        Value from = cause == NONE
                         ? NONE
                         : instance_of(cause, "exception causes must derive from BaseException");
        mm_store(e, &e->cause, from);
        e->suppress_context = true;
    }
    Value handled = vm.handled.v;
    if (handled != EMPTY && handled != NONE && handled != value) {
        exception_set_context(value, handled);
    }
    return value;
}

Value handled_to_reraise(void)
{
    if (vm.handled.v == EMPTY || vm.handled.v == NONE) {
        raise_runtime("No active exception to reraise");
    }
    return vm.handled.v;
}

static void check_catchable(Value cls)
{
    if (!is_type(cls) || !(as_type(cls)->flags & TYPE_EXCEPTION)) {
        raise_type("catching classes that do not inherit from BaseException is not allowed");
    }
}

bool exception_matches_checked(Value exception, Value classes)
{
    if (is_tuple(classes)) {
        for (size_t i = 0; i < as_tuple(classes)->count; i++) {
            check_catchable(as_tuple(classes)->at[i].v);
        }
        for (size_t i = 0; i < as_tuple(classes)->count; i++) {
            if (type_is_subtype(type_of(exception), as_type(as_tuple(classes)->at[i].v))) {
                return true;
            }
        }
        return false;
    }
    check_catchable(classes);
    return type_is_subtype(type_of(exception), as_type(classes));
}

/* ---- Events ---- */

uint16_t line_trap(Frame *frame)
{
    uint32_t at = frame_at(frame);
    uint16_t op = frame->code->trapped[at];
    int line = code_position(frame->code, at)->line;
    if (frame->line == 0) {
        call_event(frame);
        frame->line = -1;
    }
    bool prologue = op == OP_MAKE_CELL || op == OP_GENERATOR;
    if (!prologue && (line != frame->line || at <= frame->trap)) {
        line_event(frame, line);
        frame->line = line;
    }
    frame->trap = at;
    if (op == OP_RETURN || op == OP_RETURN_K || op == OP_YIELD || op == OP_GENERATOR) {
        return_event(frame);
    }
    return op;
}

void vm_poll(void)
{
    vm.polling = true;
    mm_poll();
    vm.polling = false;
    if (unlikely(vm.poll_task != NULL)) {
        void (*task)(void) = vm.poll_task;
        vm.poll_task = NULL;
        task();
    }
    check_interrupt();
}

void check_interrupt(void)
{
    if (unlikely(vm.interrupted)) {
        vm.interrupted = false;
        raise_exception(exception_from_args(&exc_KeyboardInterrupt, tuple_empty()));
    }
}

/* ---- Where the script is ---- */

static Frame *frame_at_depth(int depth)
{
    for (Frame *frame = vm.fp; frame > vm.frames; frame--) {
        if (depth-- == 0) {
            return frame;
        }
    }
    return NULL;
}

bool vm_where(int depth, Value *file_name, int *line)
{
    Frame *frame = frame_at_depth(depth);
    if (!frame) {
        return false;
    }
    *file_name = frame->code->file_name.v;
    *line = code_position(frame->code, frame_at(frame))->line;
    return true;
}

Value vm_globals(void)
{
    Frame *frame = frame_at_depth(0);
    return frame ? frame_function(frame)->globals.v : EMPTY;
}

Value vm_locals(void)
{
    Frame *frame = frame_at_depth(0);
    if (!frame) {
        return EMPTY;
    }
    const Code *code = frame->code;
    if (code->flags & CODE_NAMESPACE) {
        return frame->base[0];
    }
    if (code->flags & CODE_IS_MODULE) {
        return frame_function(frame)->globals.v;
    }
    return locals_dict(code, frame_function(frame), frame->base, code->local_count);
}

bool vm_super_arguments(Value *cls, Value *self)
{
    Frame *frame = frame_at_depth(0);
    if (!frame) {
        raise_runtime("super(): no current frame");
    }
    const Code *code = frame->code;
    if (code->parameter_count == 0 && !(code->flags & CODE_VARARGS)) {
        raise_runtime("super(): no arguments");
    }
    *self = unwrap_cell(frame->base[0]);
    if (*self == EMPTY) {
        raise_runtime("super(): arg[0] deleted");
    }
    Tuple *names = as_tuple(code->free_names.v);
    for (size_t i = 0; i < names->count; i++) {
        if (str_equals_c(names->at[i].v, "__class__")) {
            *cls = unwrap_cell(as_tuple(frame_function(frame)->closure.v)->at[i].v);
            if (*cls == EMPTY) {
                raise_runtime("super(): empty __class__ cell");
            }
            return true;
        }
    }
    raise_runtime("super(): __class__ cell not found");
}

Value vm_handled_exception(void)
{
    return vm.handled.v;
}
