#include "vm/generator.h"
#include "vm/interp.h"

static Generator *as_generator(Value v)
{
    return (Generator *)as_object(v);
}

/* ---- Frames to and from the heap ---- */

Generator *generator_from_frame(Frame *frame)
{
    size_t count = frame->code->register_count;
    Generator *g = mm_new(&generator_type, sizeof(Generator) + count * sizeof(Slot));
    Function *function = frame_function(frame);
    g->count = count;
    mm_init(g, &g->function, value_from(function));
    mm_init(g, &g->name, function->name.v);
    mm_init(g, &g->qualname, function->qualname.v);
    g->pc = (uint32_t)(frame->pc - frame->code->at);
    /* NOBARRIER: the object is fresh; counts move from the registers with the values. */
    memcpy(g->at, frame->base, count * sizeof(Slot));
    memset(frame->base, 0, count * sizeof(Value));
    mm_watch(g);
    return g;
}

void generator_push(Generator *g, Value sent, Continuation cont)
{
    Code *code = (Code *)as_object(((Function *)as_object(g->function.v))->code.v);
    if (unlikely(vm.fp + 1 >= vm.frame_limit)) {
        raise_recursion();
    }
    Value *top = vm_window(g->count + 2);
    vm.window_end = NULL;
    mm_hold(value_from(g));
    mm_hold(g->function.v);
    top[0] = value_from(g);
    top[1] = g->function.v;
    /* NOBARRIER: the values move to registers, which are roots; counts move along. */
    memcpy(top + 2, g->at, g->count * sizeof(Slot));
    memset(g->at, 0, g->count * sizeof(Slot));
    Frame *frame = vm.fp + 1;
    *frame = (Frame){.code = code,
                     .pc = code->at + g->pc,
                     .base = top + 2,
                     .cont = cont,
                     .skip = 1,
                     .is_generator = true};
    if (g->state == GENERATOR_SUSPENDED) {
        Value old = frame->base[frame->pc->a];
        mm_hold(sent);
        frame->base[frame->pc->a] = sent;
        mm_drop(old);
    }
    /* Goes on after GENERATOR or YIELD; YIELD_FROM is executed again with what was sent. */
    uint16_t op = frame->pc->op == OP_TRAP ? code->trapped[g->pc] : frame->pc->op;
    if (op != OP_YIELD_FROM) {
        frame->pc++;
    }
    frame->line = g->state == GENERATOR_NEW ? -1 : 0; /* its call event has been, at the creation */
    g->state = GENERATOR_RUNNING;
    vm.fp = frame;
    if (g->handled.v != EMPTY) {
        Value handled = g->handled.v;
        vm_set_slot(&vm.handled, handled);
        mm_store(g, &g->handled, EMPTY);
    }
}

static Generator *generator_of(Frame *frame)
{
    return as_generator(frame->base[-2]);
}

void generator_suspend(Frame *frame)
{
    Generator *g = generator_of(frame);
    g->pc = (uint32_t)(frame->pc - frame->code->at);
    /* NOBARRIER: mm_touch below; counts move with the values. */
    memcpy(g->at, frame->base, g->count * sizeof(Slot));
    memset(frame->base, 0, g->count * sizeof(Value));
    mm_touch(g);
    g->state = GENERATOR_SUSPENDED;
    Value function = frame->base[-1];
    frame->base[-1] = frame->base[-2] = EMPTY;
    vm.fp = frame - 1;
    mm_drop(function);
    mm_drop(value_from(g));
}

void generator_finish(Frame *frame)
{
    Value g = frame->base[-2];
    as_generator(g)->state = GENERATOR_DONE;
    mm_store(as_generator(g), &as_generator(g)->function, EMPTY);
    frame->base[-2] = EMPTY;
    mm_drop(g);
}

Value generator_failed(Frame *frame, Value exception)
{
    (void)frame;
    if (!exception_matches(exception, value_from(&exc_StopIteration))) {
        return exception;
    }
    Value error = exception_new(&exc_RuntimeError, "generator raised StopIteration");
    Exception *e = (Exception *)as_object(error);
    mm_store(e, &e->cause, exception);
    mm_store(e, &e->context, exception);
    e->suppress_context = true;
    traceback_add(frame, error, false);
    return error;
}

/* ---- Resuming from C ---- */

Value generator_resume(Generator *g, Value sent, Value raising, Value *result)
{
    if (g->state == GENERATOR_RUNNING) {
        raise_value("generator already executing");
    }
    if (g->state == GENERATOR_DONE) {
        if (raising != EMPTY) {
            raise_exception(raising);
        }
        if (result) {
            *result = NONE;
        }
        return EMPTY;
    }
    if (g->state == GENERATOR_NEW && sent != NONE && raising == EMPTY) {
        raise_type("can't send non-None value to a just-started generator");
    }
    check_c_stack("");
    generator_push(g, sent, CONT_EXIT);
    if (raising != EMPTY) {
        vm.fp->pc = vm.fp->code->at + g->pc; /* the exception comes from the yield itself */
    }
    Value value = vm_run(raising);
    if (g->state == GENERATOR_SUSPENDED) {
        return value;
    }
    if (result) {
        *result = value;
    }
    return EMPTY;
}

static Value generator_next(Value self)
{
    Value result = NONE;
    Value value = generator_resume(as_generator(self), NONE, EMPTY, &result);
    if (value == EMPTY && result != NONE) {
        stop_value_set(result);
    }
    return value;
}

/* What is returned leaves as StopIteration. */
static Value yielded(Value value, Value result)
{
    if (value == EMPTY) {
        raise_stop_iteration(result);
    }
    return value;
}

static Value generator_send(Args args)
{
    Value result = NONE;
    Value value = generator_resume(as_generator(args.at[0]), args.at[1], EMPTY, &result);
    return yielded(value, result);
}

/* The iterator that a suspended generator delegates to, or EMPTY. */
static Value delegate_of(Generator *g)
{
    if (g->state != GENERATOR_SUSPENDED) {
        return EMPTY;
    }
    Code *code = (Code *)as_object(((Function *)as_object(g->function.v))->code.v);
    Instr *instr = &code->at[g->pc];
    uint16_t op = instr->op == OP_TRAP ? code->trapped[g->pc] : instr->op;
    return op == OP_YIELD_FROM ? g->at[instr->b].v : EMPTY;
}

/* Ends the delegation: the generator goes on after its YIELD_FROM with `result`. */
static Value resume_after_delegate(Generator *g, Value result, Value *out)
{
    Code *code = (Code *)as_object(((Function *)as_object(g->function.v))->code.v);
    Instr *instr = &code->at[g->pc];
    mm_store(g, &g->at[instr->b], EMPTY);
    generator_push(g, result, CONT_EXIT);
    vm.fp->pc++; /* past the YIELD_FROM */
    Value value = vm_run(EMPTY);
    if (g->state == GENERATOR_SUSPENDED) {
        return value;
    }
    *out = value;
    return EMPTY;
}

static void close_delegate(Value inner);

/* Throws into the generator, or into what it delegates to: the next value, or EMPTY and *result. */
static Value generator_throw_in(Generator *g, Value thrown, Value *result)
{
    volatile Value exception = thrown;
    Value inner = delegate_of(g);
    if (inner == EMPTY) {
        return generator_resume(g, NONE, exception, result);
    }
    if (exception_matches(exception, value_from(&exc_GeneratorExit))) {
        Catch c;
        if (CATCH(c)) {
            close_delegate(inner);
            catch_end(&c);
        } else {
            exception = c.exception;
        }
        return generator_resume(g, NONE, exception, result);
    }
    Value throw_method = op_find_attr(inner, str_intern("throw"));
    if (throw_method == EMPTY) {
        return generator_resume(g, NONE, exception, result);
    }
    g->state = GENERATOR_RUNNING;
    Catch c;
    Value value;
    if (CATCH(c)) {
        value = call_1(throw_method, exception);
        catch_end(&c);
        g->state = GENERATOR_SUSPENDED;
        return value;
    }
    g->state = GENERATOR_SUSPENDED;
    if (exception_matches(c.exception, value_from(&exc_StopIteration))) {
        Value returned = ((Exception *)as_object(c.exception))->value.v;
        return resume_after_delegate(g, returned == EMPTY ? NONE : returned, result);
    }
    return generator_resume(g, NONE, c.exception, result);
}

/* throw(exception), throw(type, value, traceback) */
static Value generator_throw(Args args)
{
    Value exception = args.at[1];
    if (is_type(exception)) {
        Value value = arg_or(args, 2, NONE);
        if (value != NONE && is_exception(value)) {
            exception = value;
        } else if (value == NONE) {
            exception = exception_to_raise(exception, EMPTY, false);
        } else if (is_tuple(value)) {
            Tuple *tuple = as_tuple(value);
            exception = call_value(exception,
                                   (Call){(Value *)tuple->at, (uint32_t)tuple->count, EMPTY});
        } else {
            exception = call_1(exception, value);
        }
    }
    if (!is_exception(exception)) {
        raise_type("exceptions must be classes or instances deriving from BaseException, not %T",
                   exception);
    }
    Value result = NONE;
    Generator *g = as_generator(args.at[0]);
    if (g->state == GENERATOR_NEW) { /* nothing of it has run: it just ends */
        g->state = GENERATOR_DONE;
        mm_store(g, &g->function, EMPTY);
        raise_exception(exception);
    }
    Value value = generator_throw_in(g, exception, &result);
    return yielded(value, result);
}

static void generator_close_now(Generator *g)
{
    if (g->state == GENERATOR_NEW) {
        g->state = GENERATOR_DONE;
        mm_store(g, &g->function, EMPTY);
        for (size_t i = 0; i < g->count; i++) {
            mm_store(g, &g->at[i], EMPTY);
        }
    }
    if (g->state == GENERATOR_DONE) {
        return;
    }
    Value exit_exception = exception_from_args(&exc_GeneratorExit, tuple_empty());
    Value result = NONE;
    Catch c;
    if (CATCH(c)) {
        Value value = generator_throw_in(g, exit_exception, &result);
        catch_end(&c);
        if (value != EMPTY) {
            raise_runtime("generator ignored GeneratorExit");
        }
        return;
    }
    if (!exception_matches(c.exception, value_from(&exc_GeneratorExit)) &&
        !exception_matches(c.exception, value_from(&exc_StopIteration))) {
        raise_again(c.exception);
    }
}

static Value generator_close(Args args)
{
    generator_close_now(as_generator(args.at[0]));
    return NONE;
}

static void close_delegate(Value inner)
{
    if (is_exactly(inner, &generator_type)) {
        generator_close_now(as_generator(inner));
        return;
    }
    Value close = op_find_attr(inner, str_intern("close"));
    if (close != EMPTY) {
        call_0(close);
    }
}

Value delegate(Value iterator, Value sent, Value *result)
{
    *result = NONE;
    if (is_exactly(iterator, &generator_type)) {
        return generator_resume(as_generator(iterator), sent, EMPTY, result);
    }
    Catch c;
    Value value;
    if (CATCH(c)) {
        if (sent != NONE) {
            value = call_1(op_get_attr(iterator, str_intern("send")), sent);
        } else if (type_of(iterator)->flags & TYPE_HEAP) {
            value = op_call_special(op_special(iterator, S_NEXT), iterator, NULL, 0);
        } else {
            value = op_next(iterator);
        }
        catch_end(&c);
        return value;
    }
    if (!exception_matches(c.exception, value_from(&exc_StopIteration))) {
        raise_again(c.exception);
    }
    Value returned = ((Exception *)as_object(c.exception))->value.v;
    *result = returned == EMPTY ? NONE : returned;
    return EMPTY;
}

/* ---- The type ---- */

/* A suspended generator that dies runs its finally blocks. */
static void generator_finalize(Object *object)
{
    Generator *g = (Generator *)object;
    if (g->state != GENERATOR_SUSPENDED || vm.finishing) {
        return;
    }
    Code *code = (Code *)as_object(((Function *)as_object(g->function.v))->code.v);
    if (!code_handler(code, g->pc) && delegate_of(g) == EMPTY) {
        return; /* nothing would notice */
    }
    generator_close_now(g);
}

static Value generator_repr(Value self)
{
    return str_format("<generator object %S at 0x%lx>", as_generator(self)->qualname.v,
                      (unsigned long)self);
}
static Value generator_iter(Value self)
{
    return self;
}
static Value get_name(Value self)
{
    return as_generator(self)->name.v;
}
static Value get_qualname(Value self)
{
    return as_generator(self)->qualname.v;
}
static Value get_running(Value self)
{
    return value_bool(as_generator(self)->state == GENERATOR_RUNNING);
}
static Value get_suspended(Value self)
{
    return value_bool(as_generator(self)->state == GENERATOR_SUSPENDED);
}
static Value get_yield_from(Value self)
{
    Value inner = delegate_of(as_generator(self));
    return inner == EMPTY ? NONE : inner;
}

static const NativeDef generator_methods[] = {
    {"send", generator_send, "self, value, /", NULL, 0, 0},
    {"throw", generator_throw, "self, type, value=, traceback=, /", NULL, 0, 0},
    {"close", generator_close, "self, /", NULL, 0, 0},
    {0},
};
static const GetSetDef generator_getsets[] = {
    {"__name__", get_name, NULL},         {"__qualname__", get_qualname, NULL},
    {"gi_running", get_running, NULL},    {"gi_suspended", get_suspended, NULL},
    {"gi_yieldfrom", get_yield_from, NULL}, {0},
};

Type generator_type = {
    .name = "generator",
    .flags = TYPE_NO_INSTANCES | TYPE_FINALIZES,
    .size = sizeof(Generator),
    .slots_at = offsetof(Generator, function),
    .slots_count = 4,
    .array_at = offsetof(Generator, at),
    .array_count_at = offsetof(Generator, count),
    .finalize = generator_finalize,
    .repr = generator_repr,
    .iter = generator_iter,
    .next = generator_next,
    .methods = generator_methods,
    .getsets = generator_getsets,
};
