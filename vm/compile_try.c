/* try, with, and leaving them. A handler's code begins with the exception in its first temporary; a
 * `finally` body is compiled once for each way out of the try: falling through, an exception, and
 * each return, break or continue that crosses it.
 */
#include "vm/unit.h"

/* ---- Blocks ---- */

static void block_enter(Unit *u, FlowBlock *block, FlowKind kind, int base)
{
    block->kind = kind;
    block->outer = u->block;
    block->base = base;
    block->handler = u->handler;
    block->span = u->span;
    u->block = block;
}

static void unbind_name(Unit *u, Name *name)
{
    int mark = u->temp;
    int reg = temp_new(u);
    load_constant(u, reg, NONE);
    name_store(u, name, reg);
    name_delete(u, name);
    u->temp = mark;
}

/* The code that one block needs when control jumps out of it. */
static void leave_block(Unit *u, FlowBlock *block)
{
    Span span = u->span;
    switch (block->kind) {
    case BLOCK_LOOP:
        if (block->is_for) {
            emit(u, OP_CLEAR, block->base, 0, 0);
        }
        break;
    case BLOCK_FINALLY:
        body(u, block->finalbody);
        break;
    case BLOCK_HANDLED:
        emit(u, OP_POP_HANDLED, block->base, 0, 0);
        break;
    case BLOCK_NAMED:
        unbind_name(u, block->name);
        break;
    case BLOCK_WITH:
        u->span = block->span;
        emit(u, OP_WITH_EXIT, block->base, 0, 0);
        break;
    }
    u->span = span;
}

void unwind_blocks(Unit *u, FlowBlock *until, int keep)
{
    FlowBlock *saved = u->block;
    int handler = u->handler;
    int mark = u->temp;
    if (keep >= u->temp) {
        u->temp = keep + 1;
    }
    for (FlowBlock *block = saved; block != until; block = block->outer) {
        if (block->kind == BLOCK_LOOP && !until) {
            continue; /* a return empties all registers */
        }
        u->block = block->outer;
        handler_set(u, block->handler);
        leave_block(u, block);
    }
    u->block = saved;
    handler_set(u, handler);
    u->temp = mark;
}

/* Begins a handler's code: the exception is in `base`, the next temporary gets what was handled
 * before. From here on `cleanup` (returned) catches what the handler raises. */
static int handler_begin(Unit *u, int handler, int base)
{
    u->handlers[handler].target = (uint32_t)u->count;
    temp_run(u, base + 2 - u->temp);
    emit(u, OP_PUSH_HANDLED, base, 0, 0);
    int cleanup = handler_new(u, base + 2);
    handler_set(u, cleanup);
    return cleanup;
}

/* The code of a cleanup handler: back to what was handled, and on with the new exception. */
static void cleanup_code(Unit *u, int cleanup, int base)
{
    u->handlers[cleanup].target = (uint32_t)u->count;
    int exc = temp_run(u, 1);
    assert(exc == base + 2);
    emit(u, OP_POP_HANDLED, base, 0, 0);
    emit(u, OP_RERAISE, exc, 0, 0);
    u->temp = exc;
}

/* ---- except ---- */

static void handler_body(Unit *u, ExceptHandler *h, int base)
{
    FlowBlock handled = {0}, named = {0};
    block_enter(u, &handled, BLOCK_HANDLED, base);
    if (!h->name) {
        body(u, h->body);
        u->block = handled.outer;
        return;
    }
    int copy = temp_new(u);
    emit(u, OP_MOVE, copy, base, 0);
    name_store(u, h->name, copy);
    u->temp = copy;
    int outer = u->handler;
    block_enter(u, &named, BLOCK_NAMED, base);
    named.name = h->name;
    int unbind = handler_new(u, u->temp);
    handler_set(u, unbind);
    body(u, h->body);
    handler_set(u, outer);
    u->block = named.outer;
    bool unreachable = u->unreachable;
    Label done = NEW_LABEL;
    u->span = h->span;
    if (!unreachable) {
        unbind_name(u, h->name);
        emit_jump(u, OP_JUMP, 0, &done);
    }
    u->handlers[unbind].target = (uint32_t)u->count;
    int exc = temp_new(u);
    unbind_name(u, h->name);
    emit(u, OP_RERAISE, exc, 0, 0);
    u->temp = exc;
    label_place(u, &done);
    u->block = handled.outer;
}

static void try_except(Unit *u, Stmt *s)
{
    int base = u->temp;
    int outer = u->handler;
    uint64_t *before = bound_copy(u);
    int handler = handler_new(u, base);
    Label end = NEW_LABEL;
    handler_set(u, handler);
    /* A block, so that what lies inside knows that temporaries from `base` on are the handler's. */
    body(u, s->try_.body);
    handler_set(u, outer);
    body(u, s->try_.orelse);
    if (!u->unreachable) {
        emit_jump(u, OP_JUMP, 0, &end);
    }
    uint64_t *after = bound_copy(u);
    bound_set(u, before);
    u->span = s->span;
    int cleanup = handler_begin(u, handler, base);
    bool catches_all = false;
    for (size_t i = 0; i < s->try_.handlers.count; i++) {
        ExceptHandler *h = s->try_.handlers.at[i];
        Label next = NEW_LABEL;
        u->span = h->span;
        bound_set(u, before);
        if (h->type) {
            int mark = u->temp;
            int type = expr_any(u, h->type);
            u->span = h->type->span;
            emit_far(u, OP_JUMP_UNLESS_MATCH, base, type, 0, &next);
            u->temp = mark;
        } else if (i + 1 < s->try_.handlers.count) {
            compile_fail(u->c, &h->span, "default 'except:' must be last");
        } else {
            catches_all = true;
        }
        u->span = h->span;
        handler_body(u, h, base);
        if (!u->unreachable) {
            emit(u, OP_POP_HANDLED, base, 0, 0);
            emit_jump(u, OP_JUMP, 0, &end);
        }
        bound_meet(u, after);
        label_place(u, &next);
    }
    if (!catches_all) {
        emit(u, OP_RERAISE, base, 1, 0);
    }
    handler_set(u, outer);
    cleanup_code(u, cleanup, base);
    u->temp = base;
    bound_set(u, after);
    label_place(u, &end);
}

static void try_finally(Unit *u, Stmt *s)
{
    int base = u->temp;
    int outer = u->handler;
    uint64_t *before = bound_copy(u);
    int handler = handler_new(u, base);
    FlowBlock block = {0};
    block_enter(u, &block, BLOCK_FINALLY, base);
    block.finalbody = s->try_.finalbody;
    handler_set(u, handler);
    if (s->try_.handlers.count) {
        try_except(u, s);
    } else {
        body(u, s->try_.body);
    }
    handler_set(u, outer);
    u->block = block.outer;
    Label end = NEW_LABEL;
    if (!u->unreachable) {
        body(u, s->try_.finalbody);
        if (!u->unreachable) {
            emit_jump(u, OP_JUMP, 0, &end);
        }
    }
    uint64_t *after = bound_copy(u);
    bound_set(u, before);
    u->span = s->span;
    int cleanup = handler_begin(u, handler, base);
    FlowBlock handled = {0};
    block_enter(u, &handled, BLOCK_HANDLED, base);
    body(u, s->try_.finalbody);
    u->block = handled.outer;
    emit(u, OP_RERAISE, base, 1, 0);
    handler_set(u, outer);
    cleanup_code(u, cleanup, base);
    u->temp = base;
    bound_set(u, after);
    label_place(u, &end);
}

void try_stmt(Unit *u, Stmt *s)
{
    if (s->try_.finalbody.count) {
        try_finally(u, s);
    } else {
        try_except(u, s);
    }
}

/* ---- with ---- */

static void with_body(Unit *u, Stmt *s, size_t item)
{
    if (item + 1 < s->with.items.count) {
        with_stmt(u, s, item + 1);
    } else {
        body(u, s->with.body);
    }
}

void with_stmt(Unit *u, Stmt *s, size_t item)
{
    check_depth(u);
    WithItem *w = s->with.items.at[item];
    int base = temp_run(u, 2);
    int outer = u->handler;
    int manager = expr_any(u, w->context_expr);
    u->span = w->context_expr->span;
    emit(u, OP_WITH_ENTER, base, manager, 0);
    u->temp = base + 1;
    int handler = handler_new(u, base + 1);
    FlowBlock block = {0};
    block_enter(u, &block, BLOCK_WITH, base);
    handler_set(u, handler);
    temp_run(u, 1);
    if (w->optional_vars) {
        store(u, w->optional_vars, base + 1);
    } else {
        emit(u, OP_CLEAR, base + 1, 0, 0);
    }
    u->temp = base + 1;
    uint64_t *before = bound_copy(u);
    with_body(u, s, item);
    handler_set(u, outer);
    u->block = block.outer;
    Label end = NEW_LABEL;
    u->span = w->context_expr->span;
    if (!u->unreachable) {
        emit(u, OP_WITH_EXIT, base, 0, 0);
        emit_jump(u, OP_JUMP, 0, &end);
    }
    uint64_t *after = bound_copy(u);
    bound_set(u, before);
    int cleanup = handler_begin(u, handler, base + 1);
    int truth = temp_new(u);
    emit(u, OP_WITH_EXCEPT, truth, base, base + 1);
    Label suppressed = NEW_LABEL;
    emit_jump(u, OP_JUMP_IF_TRUE, truth, &suppressed);
    emit(u, OP_RERAISE, base + 1, 1, 0);
    label_place(u, &suppressed);
    handler_set(u, outer);
    u->temp = base + 3;
    emit(u, OP_POP_HANDLED, base + 1, 0, 0);
    emit(u, OP_CLEAR, base, 0, 0);
    emit_jump(u, OP_JUMP, 0, &end);
    cleanup_code(u, cleanup, base + 1);
    u->temp = base;
    bound_meet(u, after); /* a suppressed exception goes on after the with */
    bound_set(u, before);
    bound_meet(u, after);
    bound_set(u, after);
    label_place(u, &end);
}
