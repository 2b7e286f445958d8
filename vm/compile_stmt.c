#include "vm/unit.h"

static void unsupported(Unit *u, const Stmt *s, const char *what)
{
    compile_fail(u->c, &s->span, "Hognose does not support %s", what);
}

/* ---- Assignments ---- */

static void assign_stmt(Unit *u, Stmt *s)
{
    ExprSeq targets = s->assign.targets;
    Expr *first = targets.at[0];
    int mark = u->temp;
    if (targets.count == 1 && first->kind == EXPR_NAME && u->scope->kind >= SCOPE_FUNCTION) {
        Symbol *symbol = scope_find(u->scope, scope_mangle(u->c->arena, u->scope->class_name,
                                                           first->name.id));
        if (symbol && symbol->place == PLACE_LOCAL) {
            expr_into(u, s->assign.value, symbol->index);
            name_store(u, first->name.id, symbol->index);
            return;
        }
    }
    /* a, b = x, y: no tuple. All values are there before the first target is stored. */
    Expr *value = s->assign.value;
    if (targets.count == 1 && first->kind == EXPR_TUPLE && value->kind == EXPR_TUPLE &&
        first->tuple.elts.count == value->tuple.elts.count && value->tuple.elts.count <= 8) {
        size_t count = value->tuple.elts.count;
        bool plain = true;
        for (size_t i = 0; i < count; i++) {
            plain &= first->tuple.elts.at[i]->kind != EXPR_STARRED &&
                     value->tuple.elts.at[i]->kind != EXPR_STARRED;
        }
        if (plain) {
            int base = temp_run(u, (int)count);
            for (size_t i = 0; i < count; i++) {
                expr_into(u, value->tuple.elts.at[i], base + (int)i);
            }
            for (size_t i = 0; i < count; i++) {
                store(u, first->tuple.elts.at[i], base + (int)i);
            }
            u->temp = mark;
            return;
        }
    }
    int reg = expr_any(u, value);
    for (size_t i = 0; i < targets.count; i++) {
        u->span = targets.at[i]->span;
        int inner = u->temp;
        int from = reg;
        if (i + 1 < targets.count && is_temp(u, reg)) {
            from = temp_new(u);
            emit(u, OP_MOVE, from, reg, 0);
        }
        store(u, targets.at[i], from);
        u->temp = inner;
    }
    u->temp = mark;
}

/* The augmented operation on what `reg` holds, into `dest`. */
static void augment(Unit *u, Stmt *s, int dest, int reg)
{
    int mark = u->temp;
    Value k;
    Expr *e = s->aug_assign.value;
    int index = -1;
    if ((e->kind == EXPR_CONSTANT || e->kind == EXPR_UNARYOP) && constant_fold(u, e, &k) &&
        (is_int(k) || is_float(k))) {
        index = constant_index(u, k);
        index = index > UINT16_MAX ? -1 : index;
    }
    int right = index >= 0 ? index : expr_any(u, e);
    u->span = s->span;
    emit(u, arithmetic_opcode(s->aug_assign.op, true, index >= 0), dest, reg, right);
    u->temp = mark;
}

static void augment_attribute(Unit *u, Stmt *s)
{
    Expr *target = s->aug_assign.target;
    int object = expr_any(u, target->attribute.value);
    int name = name_constant(u, target->attribute.attr);
    int value = temp_new(u);
    u->span = target->span;
    if (is_temp(u, object)) {
        emit(u, OP_MOVE, value, object, 0);
        emit(u, OP_GET_ATTR, value, value, name);
    } else {
        emit(u, OP_GET_ATTR, value, object, name);
    }
    augment(u, s, value, value);
    u->span = target->span;
    emit(u, OP_SET_ATTR, object, name, value);
}

static void augment_item(Unit *u, Stmt *s)
{
    Expr *target = s->aug_assign.target;
    int object = expr_any(u, target->subscript.value);
    int key = expr_any(u, target->subscript.slice);
    int pair = temp_run(u, 2);
    u->span = target->span;
    int from = object, at = key;
    if (is_temp(u, object)) {
        emit(u, OP_MOVE, pair, object, 0);
        from = pair;
    }
    if (is_temp(u, key)) {
        emit(u, OP_MOVE, pair + 1, key, 0);
        at = pair + 1;
    }
    emit(u, OP_GET_ITEM, pair, from, at);
    augment(u, s, pair, pair);
    u->span = target->span;
    emit(u, OP_SET_ITEM, object, key, pair);
}

static void aug_assign_stmt(Unit *u, Stmt *s)
{
    Expr *target = s->aug_assign.target;
    int mark = u->temp;
    if (target->kind == EXPR_NAME) {
        u->span = target->span;
        int reg = expr_any(u, target);
        augment(u, s, reg, reg);
        u->span = target->span;
        name_store(u, target->name.id, reg);
    } else if (target->kind == EXPR_ATTRIBUTE) {
        augment_attribute(u, s);
    } else {
        augment_item(u, s);
    }
    u->temp = mark;
}

/* x: T = v. Annotations of names are kept in modules and classes only, and are evaluated there. */
static void ann_assign_stmt(Unit *u, Stmt *s)
{
    Expr *target = s->ann_assign.target;
    int mark = u->temp;
    if (s->ann_assign.value) {
        int reg = expr_any(u, s->ann_assign.value);
        store(u, target, reg);
        u->temp = mark;
    }
    if (u->scope->kind >= SCOPE_FUNCTION) {
        return;
    }
    if (target->kind == EXPR_NAME && s->ann_assign.simple) {
        int value = expr_temp(u, s->ann_assign.annotation);
        int table = temp_new(u);
        name_load(u, arena_name_cstr(u->c->arena, "__annotations__"), table);
        int key = temp_new(u);
        Name *name = scope_mangle(u->c->arena, u->scope->class_name, target->name.id);
        load_constant(u, key, name_value(u, name));
        u->span = s->span;
        emit(u, OP_SET_ITEM, table, key, value);
    } else {
        int value = expr_temp(u, s->ann_assign.annotation);
        emit(u, OP_CLEAR, value, 0, 0);
    }
    u->temp = mark;
}

/* ---- Loops ---- */

static void loop_enter(Unit *u, FlowBlock *block, bool is_for, int base, Label *go_on, Label *leave)
{
    *block = (FlowBlock){.kind = BLOCK_LOOP,
                     .outer = u->block,
                     .base = base,
                     .handler = u->handler,
                     .go_on = go_on,
                     .leave = leave,
                     .is_for = is_for};
    bool reachable = u->unreachable;
    u->unreachable = true;
    block->leave_bound = bound_copy(u); /* all ones: nothing has left yet */
    u->unreachable = reachable;
    u->block = block;
}

static void for_stmt(Unit *u, Stmt *s)
{
    int mark = u->temp;
    int iterator = temp_new(u);
    int iterable = expr_any(u, s->for_.iter);
    u->span = s->span; /* as in CPython: errors of the iteration point at the statement */
    emit(u, OP_GET_ITER, iterator, iterable, 0);
    u->temp = iterator + 1;
    Label top = NEW_LABEL, end = NEW_LABEL, leave = NEW_LABEL;
    FlowBlock block;
    loop_enter(u, &block, true, iterator, &top, &leave);
    label_place(u, &top);
    Expr *target = s->for_.target;
    int local = -1;
    if (target->kind == EXPR_NAME && u->scope->kind >= SCOPE_FUNCTION) {
        Symbol *symbol = scope_find(u->scope, scope_mangle(u->c->arena, u->scope->class_name,
                                                           target->name.id));
        local = symbol && symbol->place == PLACE_LOCAL ? symbol->index : -1;
    }
    int value = local >= 0 ? local : temp_new(u);
    u->span = s->span;
    emit_far(u, OP_FOR_ITER, value, iterator, 0, &end);
    uint64_t *before = bound_copy(u);
    u->span = target->span;
    store(u, target, value);
    u->temp = iterator + 1;
    body(u, s->for_.body);
    u->span = s->for_.iter->span;
    if (!u->unreachable) {
        emit_jump(u, OP_JUMP, 0, &top);
    }
    label_place(u, &end);
    u->block = block.outer;
    bound_set(u, before);
    u->temp = mark;
    body(u, s->for_.orelse);
    bound_meet(u, block.leave_bound);
    bound_set(u, block.leave_bound);
    label_place(u, &leave);
}

static bool always(Unit *u, Expr *test, bool *truth)
{
    Value k;
    if (test->kind == EXPR_CONSTANT && constant_fold(u, test, &k)) {
        *truth = op_truth(k);
        return true;
    }
    return false;
}

/* The test stands twice, before the loop and at its end, so that a round costs one jump. */
static void while_stmt(Unit *u, Stmt *s)
{
    bool truth = false;
    bool constant = always(u, s->while_.test, &truth);
    Label top = NEW_LABEL, go_on = NEW_LABEL, end = NEW_LABEL, leave = NEW_LABEL;
    if (!constant || !truth) {
        condition(u, s->while_.test, false, &end);
    }
    FlowBlock block;
    loop_enter(u, &block, false, u->temp, &go_on, &leave);
    uint64_t *before = bound_copy(u);
    label_place(u, &top);
    if (!constant || truth) {
        body(u, s->while_.body);
        label_place(u, &go_on);
        u->span = s->while_.test->span;
        if (constant) {
            emit_jump(u, OP_JUMP, 0, &top);
            mark_unreachable(u);
        } else {
            bound_set(u, before); /* `continue` may come here from anywhere */
            condition(u, s->while_.test, true, &top);
        }
    }
    label_place(u, &end);
    u->block = block.outer;
    if (!constant || !truth) {
        bound_set(u, before);
    }
    body(u, s->while_.orelse);
    bound_meet(u, block.leave_bound);
    bound_set(u, block.leave_bound);
    label_place(u, &leave);
}

static void loop_jump(Unit *u, Stmt *s, bool leave)
{
    FlowBlock *loop = u->block;
    while (loop && loop->kind != BLOCK_LOOP) {
        loop = loop->outer;
    }
    if (!loop) {
        compile_fail(u->c, &s->span,
                     leave ? "'break' outside loop" : "'continue' not properly in loop");
    }
    unwind_blocks(u, loop, -1);
    if (leave) {
        if (loop->is_for) {
            emit(u, OP_CLEAR, loop->base, 0, 0);
        }
        bound_meet(u, loop->leave_bound);
    }
    emit_jump(u, OP_JUMP, 0, leave ? loop->leave : loop->go_on);
    mark_unreachable(u);
}

static void if_stmt(Unit *u, Stmt *s)
{
    Label end = NEW_LABEL;
    uint64_t *merged = NULL;
    for (;;) {
        Label next = NEW_LABEL;
        u->span = s->span;
        condition(u, s->if_.test, false, &next);
        uint64_t *after_test = bound_copy(u);
        body(u, s->if_.body);
        if (!merged) {
            merged = bound_copy(u);
        } else {
            bound_meet(u, merged);
        }
        bool has_else = s->if_.orelse.count > 0;
        if (has_else && !u->unreachable) {
            emit_jump(u, OP_JUMP, 0, &end);
        }
        label_place(u, &next);
        bound_set(u, after_test);
        if (!has_else || s->if_.orelse.count != 1 || s->if_.orelse.at[0]->kind != STMT_IF) {
            break;
        }
        s = s->if_.orelse.at[0];
    }
    body(u, s->if_.orelse);
    bound_meet(u, merged);
    bound_set(u, merged);
    label_place(u, &end);
}

/* ---- Leaving ---- */

static void return_stmt(Unit *u, Stmt *s)
{
    if (u->scope->kind != SCOPE_FUNCTION) {
        compile_fail(u->c, &s->span, "'return' outside function");
    }
    int mark = u->temp;
    Expr *value = s->return_.value;
    Value k = NONE;
    if (!value || (value->kind == EXPR_CONSTANT && constant_fold(u, value, &k))) {
        int index = constant_index(u, k);
        unwind_blocks(u, NULL, -1);
        if (index <= UINT16_MAX) {
            emit(u, OP_RETURN_K, index, 0, 0);
            mark_unreachable(u);
            return;
        }
    }
    int reg = u->block ? expr_temp(u, value) : expr_any(u, value);
    unwind_blocks(u, NULL, reg);
    emit(u, OP_RETURN, reg, 0, 0);
    mark_unreachable(u);
    u->temp = mark;
}

static void raise_stmt(Unit *u, Stmt *s)
{
    int mark = u->temp;
    int exc = s->raise.exc ? expr_temp(u, s->raise.exc) : temp_new(u);
    int cause = s->raise.cause ? expr_temp(u, s->raise.cause) : exc;
    u->span = s->span;
    emit(u, OP_RAISE, exc, cause, s->raise.cause ? 2 : s->raise.exc ? 1 : 0);
    mark_unreachable(u);
    u->temp = mark;
}

/* Where a failed assertion points: at the last comparison of its test, else at the statement. */
static Span assert_span(const Stmt *s)
{
    const Expr *e = s->assert_.test;
    for (;;) {
        if (e->kind == EXPR_COMPARE) {
            return e->span;
        }
        if (e->kind == EXPR_UNARYOP && e->op == UNARY_NOT) {
            e = e->unaryop.operand;
        } else if (e->kind == EXPR_BOOLOP) {
            e = e->boolop.values.at[e->boolop.values.count - 1];
        } else {
            return s->span;
        }
    }
}

static void assert_stmt(Unit *u, Stmt *s)
{
    Label fine = NEW_LABEL;
    int mark = u->temp;
    condition(u, s->assert_.test, true, &fine);
    uint64_t *bound = bound_copy(u);
    u->span = assert_span(s);
    int exc = temp_new(u);
    emit(u, OP_LOAD_ASSERTION_ERROR, exc, 0, 0);
    if (s->assert_.msg) {
        int message = temp_new(u);
        expr_into(u, s->assert_.msg, message);
        u->span = assert_span(s);
        emit(u, OP_CALL, exc, exc, 1);
    }
    emit(u, OP_RAISE, exc, exc, 1);
    label_place(u, &fine);
    bound_set(u, bound);
    u->temp = mark;
}

/* ---- Imports ---- */

static void import_module(Unit *u, Name *name, Value from_list, int level, int dest)
{
    int parts = temp_run(u, 2);
    load_constant(u, parts, from_list);
    load_constant(u, parts + 1, value_int(level));
    int k = constant_index(u, name ? name_value(u, name) : str_intern(""));
    emit(u, OP_IMPORT_NAME, dest, parts, k);
}

/* import a.b.c as m: the last module, through the attributes of the first. */
static void import_as(Unit *u, Alias *alias)
{
    int reg = temp_new(u);
    import_module(u, alias->name, NONE, 0, reg);
    const char *dot = strchr(alias->name->bytes, '.');
    while (dot) {
        const char *part = dot + 1;
        dot = strchr(part, '.');
        size_t length = dot ? (size_t)(dot - part) : strlen(part);
        int next = temp_new(u);
        emit(u, OP_IMPORT_FROM, next, reg,
             constant_index(u, name_value(u, arena_name(u->c->arena, part, length))));
        emit(u, OP_TAKE, reg, next, 0);
        u->temp = next;
    }
    name_store(u, alias->asname, reg);
}

static void import_stmt(Unit *u, Stmt *s)
{
    for (size_t i = 0; i < s->import.names.count; i++) {
        Alias *alias = s->import.names.at[i];
        int mark = u->temp;
        if (alias->asname) {
            import_as(u, alias);
        } else {
            int reg = temp_new(u);
            import_module(u, alias->name, NONE, 0, reg);
            const char *dot = strchr(alias->name->bytes, '.');
            size_t length = dot ? (size_t)(dot - alias->name->bytes) : alias->name->length;
            name_store(u, arena_name(u->c->arena, alias->name->bytes, length), reg);
        }
        u->temp = mark;
    }
}

static void import_from_stmt(Unit *u, Stmt *s)
{
    AliasSeq names = s->import_from.names;
    int mark = u->temp;
    Tuple *list = tuple_new(names.count);
    for (size_t i = 0; i < names.count; i++) {
        mm_init(list, &list->at[i], name_value(u, names.at[i]->name));
    }
    int module = temp_new(u);
    import_module(u, s->import_from.module, value_from(list), s->import_from.level, module);
    if (names.count && names.at[0]->name->bytes[0] == '*') {
        emit(u, OP_IMPORT_STAR, module, 0, 0);
        u->temp = mark;
        return;
    }
    for (size_t i = 0; i < names.count; i++) {
        int value = temp_new(u);
        emit(u, OP_IMPORT_FROM, value, module, constant_index(u, name_value(u, names.at[i]->name)));
        name_store(u, names.at[i]->asname ? names.at[i]->asname : names.at[i]->name, value);
        u->temp = value;
    }
    emit(u, OP_CLEAR, module, 0, 0);
    u->temp = mark;
}

/* ---- All statements ---- */

static void expr_stmt(Unit *u, Stmt *s)
{
    Expr *e = s->expr.value;
    bool display = u->c->mode == COMPILE_SINGLE && u->scope->kind == SCOPE_MODULE;
    if (!display && e->kind == EXPR_CONSTANT) {
        return; /* docstrings and the like */
    }
    int mark = u->temp;
    if (display) {
        int reg = expr_temp(u, e);
        emit(u, OP_PRINT_EXPR, reg, 0, 0);
    } else if (e->kind == EXPR_NAME) {
        expr_any(u, e); /* for NameError */
        if (u->temp > mark) {
            emit(u, OP_CLEAR, mark, 0, 0);
        }
    } else {
        int reg = expr_temp(u, e);
        emit(u, OP_CLEAR, reg, 0, 0);
    }
    u->temp = mark;
}

void stmt(Unit *u, Stmt *s)
{
    check_depth(u);
    u->span = s->span;
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF:
        define_function(u, s);
        break;
    case STMT_CLASS_DEF:
        define_class(u, s);
        break;
    case STMT_RETURN:
        return_stmt(u, s);
        break;
    case STMT_DELETE:
        for (size_t i = 0; i < s->delete_.targets.count; i++) {
            delete_target(u, s->delete_.targets.at[i]);
        }
        break;
    case STMT_ASSIGN:
        assign_stmt(u, s);
        break;
    case STMT_AUG_ASSIGN:
        aug_assign_stmt(u, s);
        break;
    case STMT_ANN_ASSIGN:
        ann_assign_stmt(u, s);
        break;
    case STMT_FOR:
        for_stmt(u, s);
        break;
    case STMT_WHILE:
        while_stmt(u, s);
        break;
    case STMT_IF:
        if_stmt(u, s);
        break;
    case STMT_WITH:
        with_stmt(u, s, 0);
        break;
    case STMT_RAISE:
        raise_stmt(u, s);
        break;
    case STMT_TRY:
        try_stmt(u, s);
        break;
    case STMT_ASSERT:
        assert_stmt(u, s);
        break;
    case STMT_IMPORT:
        import_stmt(u, s);
        break;
    case STMT_IMPORT_FROM:
        import_from_stmt(u, s);
        break;
    case STMT_EXPR:
        expr_stmt(u, s);
        break;
    case STMT_BREAK:
    case STMT_CONTINUE:
        loop_jump(u, s, s->kind == STMT_BREAK);
        break;
    case STMT_GLOBAL:
    case STMT_NONLOCAL:
    case STMT_PASS:
        break;
    case STMT_ASYNC_FUNCTION_DEF:
        unsupported(u, s, "'async def'");
        break;
    case STMT_ASYNC_FOR:
        unsupported(u, s, "'async for'");
        break;
    case STMT_ASYNC_WITH:
        unsupported(u, s, "'async with'");
        break;
    case STMT_MATCH:
        unsupported(u, s, "'match' statements");
        break;
    case STMT_TRY_STAR:
        unsupported(u, s, "'except*'");
        break;
    }
}

void body(Unit *u, StmtSeq seq)
{
    for (size_t i = 0; i < seq.count; i++) {
        stmt(u, seq.at[i]);
    }
}
