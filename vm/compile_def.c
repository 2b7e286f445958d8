#include "vm/unit.h"

/* ---- Functions ---- */

/* Where the cell of a free variable of an inner scope is found here: into `dest`. */
static void closure_cell(Unit *u, Name *name, int dest)
{
    Scope *scope = u->scope;
    for (int i = 0; i < scope->count; i++) {
        Symbol *symbol = scope->symbols[i];
        if (symbol->name != name) {
            continue;
        }
        if (symbol->place == PLACE_FREE) {
            emit(u, OP_FREE_CELL, dest, symbol->index, 0);
            return;
        }
        if (symbol->place == PLACE_CELL) {
            emit(u, OP_MOVE, dest, symbol->index, 0);
            return;
        }
    }
    assert(scope->has_class_cell);
    emit(u, OP_MOVE, dest, scope->local_count - 1, 0); /* __class__ */
}

/* Makes a function of `code`; `parts`: four consecutive temporaries of which the first three hold
 * defaults, keyword defaults and annotations or nothing, or -1 if there are none. */
void function_into(Unit *u, Scope *scope, Code *code, int dest, int parts)
{
    int mark = u->temp;
    if (parts < 0 && scope->free_count) {
        parts = temp_run(u, 4);
        for (int i = 0; i < 3; i++) {
            emit(u, OP_CLEAR, parts + i, 0, 0);
        }
    }
    if (scope->free_count) {
        int base = temp_run(u, scope->free_count);
        for (int i = 0; i < scope->count; i++) {
            Symbol *symbol = scope->symbols[i];
            if (symbol->place == PLACE_FREE) {
                closure_cell(u, symbol->name, base + symbol->index);
            }
        }
        emit(u, OP_BUILD_TUPLE, parts + 3, base, scope->free_count);
    } else if (parts >= 0) {
        emit(u, OP_CLEAR, parts + 3, 0, 0);
    }
    int k = constant_index(u, value_from(code));
    if (k > UINT16_MAX) {
        compile_fail(u->c, &u->span, "too many names and constants in one function");
    }
    emit(u, OP_MAKE_FUNCTION, dest, k, parts < 0 ? UINT16_MAX : parts);
    u->temp = mark;
}

static void make_parameter_cells(Unit *u)
{
    for (int i = 0; i < u->scope->count; i++) {
        Symbol *symbol = u->scope->symbols[i];
        if (symbol->place == PLACE_CELL && u->scope->kind >= SCOPE_FUNCTION) {
            emit(u, OP_MAKE_CELL, symbol->index, 0, 0);
        }
    }
}

/* What every function body begins with. */
static void function_prologue(Unit *u)
{
    make_parameter_cells(u);
    if (u->scope->is_generator) {
        emit(u, OP_GENERATOR, 0, 0, 0);
    }
}

static void set_docstring(Unit *u, StmtSeq seq)
{
    if (seq.count && seq.at[0]->kind == STMT_EXPR &&
        seq.at[0]->expr.value->kind == EXPR_CONSTANT &&
        seq.at[0]->expr.value->constant.kind == CONSTANT_STR) {
        u->doc = text_value(u, seq.at[0]->expr.value->constant.text);
    }
}

static Code *compile_function(Unit *outer, Scope *scope, Arguments *args, StmtSeq statements,
                              Expr *value, Span span)
{
    Unit *u = unit_begin(outer->c, outer, scope, name_value(outer, scope->name));
    u->span = (Span){span.line, span.col, span.line, span.col};
    function_prologue(u);
    if (value) {
        int reg = expr_any(u, value);
        u->span = value->span;
        emit(u, OP_RETURN, reg, 0, 0);
    } else {
        set_docstring(u, statements);
        body(u, statements);
        if (!u->unreachable) {
            emit(u, OP_RETURN_K, constant_index(u, NONE), 0, 0);
        }
    }
    Code *code = unit_end(u, args, outer->scope->kind >= SCOPE_FUNCTION ? CODE_NESTED : 0);
    code->first_line = span.line;
    return code;
}

/* Annotations as a dict in `dest`, in the order of the parameters, `return` last. */
static void annotation_into(Unit *u, Name *name, Expr *annotation, int dest)
{
    int mark = u->temp;
    int key = temp_new(u);
    load_constant(u, key, name_value(u, scope_mangle(u->c->arena, u->scope->class_name, name)));
    int value = expr_any(u, annotation);
    emit(u, OP_DICT_ADD, dest, key, value);
    u->temp = mark;
}

static bool annotations_into(Unit *u, Arguments *args, Expr *returns, int dest)
{
    Arg *all[4096];
    size_t count = 0;
    ArgSeq groups[] = {args->posonlyargs, args->args, {&args->vararg, args->vararg != NULL},
                       args->kwonlyargs, {&args->kwarg, args->kwarg != NULL}};
    for (size_t g = 0; g < COUNT_OF(groups); g++) {
        for (size_t i = 0; i < groups[g].count && count < COUNT_OF(all); i++) {
            if (groups[g].at[i]->annotation) {
                all[count++] = groups[g].at[i];
            }
        }
    }
    if (!count && !returns) {
        return false;
    }
    emit(u, OP_BUILD_DICT, dest, u->temp, 0);
    for (size_t i = 0; i < count; i++) {
        annotation_into(u, all[i]->arg, all[i]->annotation, dest);
    }
    if (returns) {
        annotation_into(u, arena_name_cstr(u->c->arena, "return"), returns, dest);
    }
    return true;
}

static bool keyword_defaults_into(Unit *u, Arguments *args, int dest)
{
    bool any = false;
    for (size_t i = 0; i < args->kwonlyargs.count; i++) {
        any |= args->kw_defaults.at[i] != NULL;
    }
    if (!any) {
        return false;
    }
    emit(u, OP_BUILD_DICT, dest, u->temp, 0);
    for (size_t i = 0; i < args->kwonlyargs.count; i++) {
        if (args->kw_defaults.at[i]) {
            annotation_into(u, args->kwonlyargs.at[i]->arg, args->kw_defaults.at[i], dest);
        }
    }
    return true;
}

/* Evaluates defaults and annotations: the first of the four temporaries, or -1 if there are none. */
static int function_parts(Unit *u, Arguments *args, Expr *returns)
{
    int parts = temp_run(u, 4);
    bool any = false;
    if (args->defaults.count) {
        Expr fake = {.kind = EXPR_TUPLE, .ctx = CONTEXT_LOAD, .span = u->span};
        fake.tuple.elts = args->defaults;
        expr_into(u, &fake, parts);
        any = true;
    }
    if (!any) {
        emit(u, OP_CLEAR, parts, 0, 0);
    }
    if (keyword_defaults_into(u, args, parts + 1)) {
        any = true;
    } else {
        emit(u, OP_CLEAR, parts + 1, 0, 0);
    }
    if (annotations_into(u, args, returns, parts + 2)) {
        any = true;
    } else {
        emit(u, OP_CLEAR, parts + 2, 0, 0);
    }
    return any ? parts : -1;
}

static bool wants_parts(Arguments *args, Expr *returns)
{
    bool wanted = returns || args->defaults.count || args->kwonlyargs.count ||
                  (args->vararg && args->vararg->annotation) ||
                  (args->kwarg && args->kwarg->annotation);
    for (size_t i = 0; i < args->args.count; i++) {
        wanted |= args->args.at[i]->annotation != NULL;
    }
    for (size_t i = 0; i < args->posonlyargs.count; i++) {
        wanted |= args->posonlyargs.at[i]->annotation != NULL;
    }
    return wanted;
}

void lambda_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    int parts = wants_parts(e->lambda.args, NULL) ? function_parts(u, e->lambda.args, NULL) : -1;
    Scope *scope = scope_child(u->scope, e);
    Code *code = compile_function(u, scope, e->lambda.args, (StmtSeq){NULL, 0}, e->lambda.body,
                                  e->span);
    function_into(u, scope, code, dest, parts);
    u->temp = mark;
}

/* Decorators are evaluated first, into temporaries; returns the first one's. */
static int decorators(Unit *u, ExprSeq list)
{
    int base = u->temp;
    for (size_t i = 0; i < list.count; i++) {
        /* Each in the place of a callee, its one argument behind it. */
        expr_into(u, list.at[i], temp_new(u));
    }
    return base;
}

/* Calls them, the last one first, on the value in the temporary after the last one. */
static void decorate(Unit *u, ExprSeq list, int base)
{
    for (size_t i = list.count; i-- > 0;) {
        u->span = list.at[i]->span;
        emit(u, OP_CALL, base + (int)i, base + (int)i, 1);
    }
}

void define_function(Unit *u, Stmt *s)
{
    int mark = u->temp;
    ExprSeq list = s->function_def.decorator_list;
    int base = decorators(u, list);
    int dest = temp_new(u);
    Span def = s->span;
    u->span = (Span){def.line, def.col, def.end_line, def.end_col};
    int parts = wants_parts(s->function_def.args, s->function_def.returns)
                    ? function_parts(u, s->function_def.args, s->function_def.returns)
                    : -1;
    Scope *scope = scope_child(u->scope, s);
    Code *code = compile_function(u, scope, s->function_def.args, s->function_def.body, NULL, def);
    if (list.count) {
        code->first_line = list.at[0]->span.line;
    }
    function_into(u, scope, code, dest, parts);
    decorate(u, list, base);
    u->span = def;
    name_store(u, s->function_def.name, base);
    u->temp = mark;
}

/* ---- Comprehensions: a function of one parameter, the first iterator ---- */

static void comprehension_loop(Unit *u, Expr *e, ComprehensionSeq generators, size_t index,
                               int result)
{
    if (index == generators.count) {
        int mark = u->temp;
        if (e->kind == EXPR_DICTCOMP) {
            int key = expr_any(u, e->dictcomp.key);
            int value = expr_any(u, e->dictcomp.value);
            emit(u, OP_DICT_ADD, result, key, value);
        } else if (e->kind == EXPR_GENERATOREXP) {
            int value = expr_temp(u, e->generatorexp.elt);
            u->span = e->generatorexp.elt->span;
            emit(u, OP_YIELD, value, value, 0);
        } else {
            int value = expr_any(u, e->listcomp.elt);
            u->span = e->listcomp.elt->span;
            emit(u, e->kind == EXPR_LISTCOMP ? OP_LIST_APPEND : OP_SET_ADD, result, value, 0);
        }
        u->temp = mark;
        return;
    }
    Comprehension *g = generators.at[index];
    if (g->is_async) {
        compile_fail(u->c, &e->span, "Hognose does not support 'async for'");
    }
    int mark = u->temp;
    int iterator = temp_new(u);
    if (index == 0) {
        emit(u, OP_MOVE, iterator, 0, 0);
        emit(u, OP_CLEAR, 0, 0, 0);
    } else {
        int iterable = expr_any(u, g->iter);
        u->span = g->iter->span;
        emit(u, OP_GET_ITER, iterator, iterable, 0);
    }
    Label top = NEW_LABEL, end = NEW_LABEL;
    label_place(u, &top);
    uint64_t *bound = bound_copy(u);
    int value = temp_new(u);
    u->span = g->iter->span;
    emit_far(u, OP_FOR_ITER, value, iterator, 0, &end);
    u->span = g->target->span;
    store(u, g->target, value);
    for (size_t i = 0; i < g->ifs.count; i++) {
        condition(u, g->ifs.at[i], false, &top);
    }
    comprehension_loop(u, e, generators, index + 1, result);
    emit_jump(u, OP_JUMP, 0, &top);
    label_place(u, &end);
    bound_set(u, bound);
    u->temp = mark;
}

static ComprehensionSeq generators_of(Expr *e)
{
    return e->kind == EXPR_DICTCOMP ? e->dictcomp.generators : e->listcomp.generators;
}

static Code *compile_comprehension(Unit *outer, Scope *scope, Expr *e)
{
    Unit *u = unit_begin(outer->c, outer, scope, name_value(outer, scope->name));
    u->span = e->span;
    function_prologue(u);
    int result = -1;
    if (e->kind != EXPR_GENERATOREXP) {
        result = temp_new(u);
        emit(u,
             e->kind == EXPR_LISTCOMP  ? OP_BUILD_LIST
             : e->kind == EXPR_SETCOMP ? OP_BUILD_SET
                                       : OP_BUILD_DICT,
             result, result, 0);
    }
    comprehension_loop(u, e, generators_of(e), 0, result);
    u->span = e->span;
    if (result >= 0) {
        emit(u, OP_RETURN, result, 0, 0);
    } else {
        emit(u, OP_RETURN_K, constant_index(u, NONE), 0, 0);
    }
    Code *code = unit_end(u, NULL, CODE_NESTED);
    code->first_line = e->span.line;
    return code;
}

void comprehension_into(Unit *u, Expr *e, int dest)
{
    int mark = u->temp;
    Scope *scope = scope_child(u->scope, e);
    Code *code = compile_comprehension(u, scope, e);
    int base = temp_run(u, 2);
    function_into(u, scope, code, base, -1);
    Comprehension *first = generators_of(e).at[0];
    int iterable = expr_any(u, first->iter);
    u->span = first->iter->span;
    emit(u, OP_GET_ITER, base + 1, iterable, 0);
    u->span = e->span;
    emit(u, OP_CALL, dest, base, 1);
    u->temp = mark;
}

/* ---- Classes ---- */

static void class_name_store(Unit *u, const char *name, int reg)
{
    emit(u, OP_STORE_NAME, reg, constant_index(u, str_intern(name)), 0);
}

static Code *compile_class_body(Unit *outer, Scope *scope, Stmt *s)
{
    Unit *u = unit_begin(outer->c, outer, scope, name_value(outer, scope->name));
    u->span = (Span){s->span.line, s->span.col, s->span.line, s->span.col};
    int reg = temp_new(u);
    emit(u, OP_LOAD_GLOBAL, reg, constant_index(u, str_intern("__name__")), 0);
    class_name_store(u, "__module__", reg);
    load_constant(u, reg, u->qualname);
    class_name_store(u, "__qualname__", reg);
    int cell = scope->local_count - 1;
    if (scope->has_class_cell) {
        emit(u, OP_MAKE_CELL, cell, 0, 0);
    }
    if (scope->has_annotations) {
        emit(u, OP_SETUP_ANNOTATIONS, 0, 0, 0);
    }
    set_docstring(u, s->class_def.body);
    if (u->doc != NONE) {
        load_constant(u, reg, u->doc);
        class_name_store(u, "__doc__", reg);
    }
    u->temp = reg;
    body(u, s->class_def.body);
    if (scope->has_class_cell) {
        reg = temp_new(u);
        emit(u, OP_MOVE, reg, cell, 0);
        class_name_store(u, "__classcell__", reg);
    }
    emit(u, OP_RETURN_K, constant_index(u, NONE), 0, 0);
    Code *code = unit_end(u, NULL, CODE_NAMESPACE);
    code->first_line = s->span.line;
    return code;
}

void define_class(Unit *u, Stmt *s)
{
    int mark = u->temp;
    ExprSeq list = s->class_def.decorator_list;
    int first = decorators(u, list);
    int dest = temp_new(u);
    int base = temp_run(u, 4);
    u->span = s->span;
    Scope *scope = scope_child(u->scope, s);
    Code *code = compile_class_body(u, scope, s);
    function_into(u, scope, code, base, -1);
    load_constant(u, base + 1, name_value(u, s->class_def.name));
    sequence_into(u, s->class_def.bases, base + 2);
    emit(u, OP_LIST_TO_TUPLE, base + 2, base + 2, 0);
    if (s->class_def.keywords.count) {
        keywords_dict(u, s->class_def.keywords, base + 3, -1);
    } else {
        emit(u, OP_CLEAR, base + 3, 0, 0);
    }
    u->span = s->span;
    emit(u, OP_BUILD_CLASS, dest, base, 0);
    decorate(u, list, first);
    u->span = s->span;
    name_store(u, s->class_def.name, first);
    u->temp = mark;
}
