#include "vm/scope.h"

#include <stdlib.h>

typedef struct Walk {
    Arena *arena;
    Scope *scope;
    ScopeErrors *errors;
    Name *super, *class_cell;
    int iterable_depth; /* inside the iterable of a comprehension: no := there */
} Walk;

static void walk_expr(Walk *w, Expr *e);
static void walk_body(Walk *w, StmtSeq body);

static void fail(Walk *w, const Span *span, const char *message)
{
    w->errors->fail(w->errors->context, span, message);
}

/* ---- Symbols ---- */

static int table_place(const Scope *scope, const Name *name)
{
    int mask = scope->table_size - 1;
    int i = (int)((uintptr_t)name >> 4) & mask;
    while (scope->table[i] && scope->table[i]->name != name) {
        i = (i + 1) & mask;
    }
    return i;
}

Symbol *scope_find(const Scope *scope, const Name *name)
{
    return scope->table_size ? scope->table[table_place(scope, name)] : NULL;
}

static void table_grow(Arena *arena, Scope *scope)
{
    scope->table_size = scope->table_size ? scope->table_size * 2 : 16;
    scope->table = arena_alloc(arena, (size_t)scope->table_size * sizeof *scope->table);
    for (int i = 0; i < scope->count; i++) {
        scope->table[table_place(scope, scope->symbols[i]->name)] = scope->symbols[i];
    }
}

static Symbol *symbol_add(Arena *arena, Scope *scope, Name *name)
{
    Symbol *symbol = scope_find(scope, name);
    if (symbol) {
        return symbol;
    }
    if (scope->count * 2 >= scope->table_size) {
        table_grow(arena, scope);
    }
    if (scope->count == scope->capacity) {
        scope->capacity = scope->capacity ? scope->capacity * 2 : 8;
        Symbol **bigger = arena_alloc(arena, (size_t)scope->capacity * sizeof *bigger);
        if (scope->count) {
            memcpy(bigger, scope->symbols, (size_t)scope->count * sizeof *bigger);
        }
        scope->symbols = bigger;
    }
    symbol = ARENA_NEW(arena, Symbol);
    symbol->name = name;
    scope->symbols[scope->count++] = symbol;
    scope->table[table_place(scope, name)] = symbol;
    return symbol;
}

Name *scope_mangle(Arena *arena, Name *class_name, Name *name)
{
    const char *text = name->bytes;
    if (!class_name || name->length < 3 || text[0] != '_' || text[1] != '_' ||
        (text[name->length - 1] == '_' && text[name->length - 2] == '_') ||
        memchr(text, '.', name->length)) {
        return name;
    }
    const char *cls = class_name->bytes;
    while (*cls == '_') {
        cls++;
    }
    if (!*cls) {
        return name;
    }
    return arena_name_cstr(arena, arena_printf(arena, "_%s%s", cls, text));
}

static Symbol *mention(Walk *w, Name *name, int flags)
{
    name = scope_mangle(w->arena, w->scope->class_name, name);
    Symbol *symbol = symbol_add(w->arena, w->scope, name);
    symbol->flags |= flags;
    return symbol;
}

static void bind(Walk *w, Name *name)
{
    mention(w, name, SYMBOL_BOUND);
}

/* ---- Scopes ---- */

static Scope *scope_enter(Walk *w, ScopeKind kind, const void *node, Name *name)
{
    Scope *scope = ARENA_NEW(w->arena, Scope);
    Scope *parent = w->scope;
    scope->kind = kind;
    scope->node = node;
    scope->name = name;
    scope->parent = parent;
    if (parent) {
        scope->class_name = parent->class_name;
        *(parent->last_child ? &parent->last_child->sibling : &parent->child) = scope;
        parent->last_child = scope;
    }
    w->scope = scope;
    return scope;
}

static void scope_leave(Walk *w)
{
    w->scope = w->scope->parent;
}

Scope *scope_child(Scope *parent, const void *node)
{
    /* Nodes are mostly asked for in order: the last answer is where to go on. */
    Scope *from = parent->last_child && parent->last_child->node == node ? parent->last_child : NULL;
    for (Scope *child = from ? from : parent->child; child; child = child->sibling) {
        if (child->node == node) {
            return child;
        }
    }
    return NULL;
}

/* ---- The walk: who binds and who uses ---- */

static void walk_seq(Walk *w, ExprSeq seq)
{
    for (size_t i = 0; i < seq.count; i++) {
        if (seq.at[i]) {
            walk_expr(w, seq.at[i]);
        }
    }
}

static void add_parameter(Walk *w, Arg *arg)
{
    if (!arg) {
        return;
    }
    Name *name = scope_mangle(w->arena, w->scope->class_name, arg->arg);
    Symbol *old = scope_find(w->scope, name);
    if (old && (old->flags & SYMBOL_PARAMETER)) {
        fail(w, &arg->span,
             arena_printf(w->arena, "duplicate argument '%s' in function definition", name->bytes));
    }
    mention(w, arg->arg, SYMBOL_BOUND | SYMBOL_PARAMETER);
}

/* Parameters in the order of the registers: positional, keyword-only, *args, **kwargs. */
static void add_parameters(Walk *w, Arguments *args)
{
    for (size_t i = 0; i < args->posonlyargs.count; i++) {
        add_parameter(w, args->posonlyargs.at[i]);
    }
    for (size_t i = 0; i < args->args.count; i++) {
        add_parameter(w, args->args.at[i]);
    }
    for (size_t i = 0; i < args->kwonlyargs.count; i++) {
        add_parameter(w, args->kwonlyargs.at[i]);
    }
    add_parameter(w, args->vararg);
    add_parameter(w, args->kwarg);
}

static void walk_annotation(Walk *w, Arg *arg)
{
    if (arg && arg->annotation) {
        walk_expr(w, arg->annotation);
    }
}

static void walk_annotations(Walk *w, Arguments *args)
{
    ArgSeq groups[] = {args->posonlyargs, args->args, args->kwonlyargs};
    for (size_t g = 0; g < COUNT_OF(groups); g++) {
        for (size_t i = 0; i < groups[g].count; i++) {
            walk_annotation(w, groups[g].at[i]);
        }
    }
    walk_annotation(w, args->vararg);
    walk_annotation(w, args->kwarg);
}

static void walk_function(Walk *w, Stmt *s)
{
    walk_seq(w, s->function_def.decorator_list);
    walk_seq(w, s->function_def.args->defaults);
    walk_seq(w, s->function_def.args->kw_defaults);
    walk_annotations(w, s->function_def.args);
    if (s->function_def.returns) {
        walk_expr(w, s->function_def.returns);
    }
    bind(w, s->function_def.name);
    scope_enter(w, SCOPE_FUNCTION, s, s->function_def.name);
    add_parameters(w, s->function_def.args);
    walk_body(w, s->function_def.body);
    scope_leave(w);
}

static void walk_lambda(Walk *w, Expr *e)
{
    walk_seq(w, e->lambda.args->defaults);
    walk_seq(w, e->lambda.args->kw_defaults);
    scope_enter(w, SCOPE_LAMBDA, e, arena_name_cstr(w->arena, "<lambda>"));
    add_parameters(w, e->lambda.args);
    walk_expr(w, e->lambda.body);
    scope_leave(w);
}

static void walk_class(Walk *w, Stmt *s)
{
    walk_seq(w, s->class_def.decorator_list);
    walk_seq(w, s->class_def.bases);
    for (size_t i = 0; i < s->class_def.keywords.count; i++) {
        walk_expr(w, s->class_def.keywords.at[i]->value);
    }
    bind(w, s->class_def.name);
    Scope *scope = scope_enter(w, SCOPE_CLASS, s, s->class_def.name);
    scope->class_name = s->class_def.name;
    walk_body(w, s->class_def.body);
    scope_leave(w);
}

static void walk_target_of_comprehension(Walk *w, Expr *target)
{
    switch (target->kind) {
    case EXPR_NAME:
        mention(w, target->name.id, SYMBOL_BOUND | SYMBOL_ITERATION);
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        for (size_t i = 0; i < target->tuple.elts.count; i++) {
            walk_target_of_comprehension(w, target->tuple.elts.at[i]);
        }
        break;
    case EXPR_STARRED:
        walk_target_of_comprehension(w, target->starred.value);
        break;
    default:
        walk_expr(w, target);
    }
}

static void walk_comprehension(Walk *w, Expr *e, const char *name, Expr *first, Expr *second,
                               ComprehensionSeq generators)
{
    w->iterable_depth++;
    walk_expr(w, generators.at[0]->iter); /* evaluated in the scope around */
    w->iterable_depth--;
    Scope *scope =
        scope_enter(w, SCOPE_COMPREHENSION, e, arena_name_cstr(w->arena, name));
    scope->is_generator = e->kind == EXPR_GENERATOREXP;
    mention(w, arena_name_cstr(w->arena, ".0"), SYMBOL_BOUND | SYMBOL_PARAMETER);
    for (size_t i = 0; i < generators.count; i++) {
        Comprehension *c = generators.at[i];
        walk_target_of_comprehension(w, c->target);
        if (i) {
            w->iterable_depth++;
            walk_expr(w, c->iter);
            w->iterable_depth--;
        }
        walk_seq(w, c->ifs);
    }
    walk_expr(w, first);
    if (second) {
        walk_expr(w, second);
    }
    scope_leave(w);
}

/* x := value inside a comprehension binds x in the function (or module) around it. */
static void walk_walrus(Walk *w, Expr *e)
{
    Expr *target = e->namedexpr.target;
    if (w->iterable_depth) {
        fail(w, &e->span,
             "assignment expression cannot be used in a comprehension iterable expression");
    }
    Scope *inner = w->scope;
    if (inner->kind == SCOPE_COMPREHENSION) {
        Name *name = scope_mangle(w->arena, inner->class_name, target->name.id);
        Scope *scope = inner;
        for (; scope->kind == SCOPE_COMPREHENSION; scope = scope->parent) {
            Symbol *symbol = scope_find(scope, name);
            if (symbol && (symbol->flags & SYMBOL_ITERATION)) {
                fail(w, &target->span,
                     arena_printf(w->arena,
                                  "assignment expression cannot rebind comprehension iteration "
                                  "variable '%s'",
                                  name->bytes));
            }
        }
        if (scope->kind == SCOPE_CLASS) {
            fail(w, &target->span,
                 "assignment expression within a comprehension cannot be used in a class body");
        }
        Symbol *outer = symbol_add(w->arena, scope, name);
        bool global = scope->kind == SCOPE_MODULE || (outer->flags & SYMBOL_GLOBAL);
        outer->flags |= SYMBOL_BOUND;
        for (Scope *s = inner; s != scope; s = s->parent) {
            symbol_add(w->arena, s, name)->flags |= global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
        }
    } else {
        bind(w, target->name.id);
        inner->has_walrus = true;
    }
    walk_expr(w, e->namedexpr.value);
}

static void walk_yield(Walk *w, Expr *e, Expr *value)
{
    if (value) {
        walk_expr(w, value);
    }
    if (w->scope->kind == SCOPE_COMPREHENSION) {
        const char *what = ((Expr *)w->scope->node)->kind == EXPR_GENERATOREXP
                               ? "generator expression"
                           : ((Expr *)w->scope->node)->kind == EXPR_LISTCOMP ? "list comprehension"
                           : ((Expr *)w->scope->node)->kind == EXPR_SETCOMP  ? "set comprehension"
                                                                             : "dict comprehension";
        fail(w, &e->span, arena_printf(w->arena, "'yield' inside %s", what));
    }
    if (w->scope->kind != SCOPE_FUNCTION && w->scope->kind != SCOPE_LAMBDA) {
        fail(w, &e->span, "'yield' outside function");
    }
    w->scope->is_generator = true;
}

static void walk_name(Walk *w, Expr *e)
{
    if (e->ctx == CONTEXT_LOAD) {
        mention(w, e->name.id, SYMBOL_USED);
        if (e->name.id == w->super && w->scope->kind != SCOPE_MODULE &&
            w->scope->kind != SCOPE_CLASS) {
            mention(w, w->class_cell, SYMBOL_USED);
        }
    } else {
        mention(w, e->name.id,
                e->ctx == CONTEXT_DEL ? SYMBOL_BOUND | SYMBOL_DELETED : SYMBOL_BOUND);
    }
}

static void walk_expr(Walk *w, Expr *e)
{
    for (; e->kind == EXPR_BINOP; e = e->binop.left) {
        walk_expr(w, e->binop.right);
    }
    switch ((ExprKind)e->kind) {
    case EXPR_BOOLOP:
        walk_seq(w, e->boolop.values);
        break;
    case EXPR_NAMEDEXPR:
        walk_walrus(w, e);
        break;
    case EXPR_BINOP:
        break;
    case EXPR_UNARYOP:
        walk_expr(w, e->unaryop.operand);
        break;
    case EXPR_LAMBDA:
        walk_lambda(w, e);
        break;
    case EXPR_IFEXP:
        walk_expr(w, e->ifexp.test);
        walk_expr(w, e->ifexp.body);
        walk_expr(w, e->ifexp.orelse);
        break;
    case EXPR_DICT:
        walk_seq(w, e->dict.keys);
        walk_seq(w, e->dict.values);
        break;
    case EXPR_SET:
    case EXPR_LIST:
    case EXPR_TUPLE:
        walk_seq(w, e->tuple.elts);
        break;
    case EXPR_LISTCOMP:
        walk_comprehension(w, e, "<listcomp>", e->listcomp.elt, NULL, e->listcomp.generators);
        break;
    case EXPR_SETCOMP:
        walk_comprehension(w, e, "<setcomp>", e->listcomp.elt, NULL, e->listcomp.generators);
        break;
    case EXPR_GENERATOREXP:
        walk_comprehension(w, e, "<genexpr>", e->listcomp.elt, NULL, e->listcomp.generators);
        break;
    case EXPR_DICTCOMP:
        walk_comprehension(w, e, "<dictcomp>", e->dictcomp.key, e->dictcomp.value,
                           e->dictcomp.generators);
        break;
    case EXPR_AWAIT:
        walk_expr(w, e->await.value);
        break;
    case EXPR_YIELD:
    case EXPR_YIELDFROM:
        walk_yield(w, e, e->yield.value);
        break;
    case EXPR_COMPARE:
        walk_expr(w, e->compare.left);
        walk_seq(w, e->compare.comparators);
        break;
    case EXPR_CALL:
        walk_expr(w, e->call.func);
        walk_seq(w, e->call.args);
        for (size_t i = 0; i < e->call.keywords.count; i++) {
            walk_expr(w, e->call.keywords.at[i]->value);
        }
        break;
    case EXPR_FORMATTEDVALUE:
        walk_expr(w, e->formattedvalue.value);
        if (e->formattedvalue.format_spec) {
            walk_expr(w, e->formattedvalue.format_spec);
        }
        break;
    case EXPR_JOINEDSTR:
        walk_seq(w, e->joinedstr.values);
        break;
    case EXPR_CONSTANT:
        break;
    case EXPR_ATTRIBUTE:
        walk_expr(w, e->attribute.value);
        break;
    case EXPR_SUBSCRIPT:
        walk_expr(w, e->subscript.value);
        walk_expr(w, e->subscript.slice);
        break;
    case EXPR_STARRED:
        walk_expr(w, e->starred.value);
        break;
    case EXPR_NAME:
        walk_name(w, e);
        break;
    case EXPR_SLICE:
        if (e->slice.lower) {
            walk_expr(w, e->slice.lower);
        }
        if (e->slice.upper) {
            walk_expr(w, e->slice.upper);
        }
        if (e->slice.step) {
            walk_expr(w, e->slice.step);
        }
        break;
    }
}

static void declare(Walk *w, Stmt *s, int flag)
{
    const char *word = flag == SYMBOL_GLOBAL ? "global" : "nonlocal";
    if (flag == SYMBOL_NONLOCAL && w->scope->kind == SCOPE_MODULE) {
        fail(w, &s->span, "nonlocal declaration not allowed at module level");
    }
    for (size_t i = 0; i < s->global.names.count; i++) {
        Name *name = scope_mangle(w->arena, w->scope->class_name, s->global.names.at[i]);
        Symbol *old = scope_find(w->scope, name);
        const char *problem = NULL;
        if (old && (old->flags & SYMBOL_PARAMETER)) {
            problem = "name '%s' is parameter and %s";
        } else if (old && (old->flags & (flag == SYMBOL_GLOBAL ? SYMBOL_NONLOCAL : SYMBOL_GLOBAL))) {
            problem = "name '%s' is nonlocal and global";
        } else if (old && (old->flags & SYMBOL_ANNOTATED)) {
            problem = "annotated name '%s' can't be %s";
        } else if (old && (old->flags & SYMBOL_BOUND)) {
            problem = "name '%s' is assigned to before %s declaration";
        } else if (old && (old->flags & SYMBOL_USED)) {
            problem = "name '%s' is used prior to %s declaration";
        }
        if (problem) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            fail(w, &s->span, arena_printf(w->arena, problem, name->bytes, word));
#pragma GCC diagnostic pop
        }
        Symbol *symbol = mention(w, name, flag);
        symbol->span = s->span;
    }
}

static void walk_import(Walk *w, Stmt *s, AliasSeq names)
{
    for (size_t i = 0; i < names.count; i++) {
        Alias *alias = names.at[i];
        if (alias->name->bytes[0] == '*') {
            if (w->scope->kind != SCOPE_MODULE) {
                fail(w, &s->span, "import * only allowed at module level");
            }
        } else if (alias->asname) {
            bind(w, alias->asname);
        } else {
            const char *dot = strchr(alias->name->bytes, '.');
            size_t length = dot ? (size_t)(dot - alias->name->bytes) : alias->name->length;
            bind(w, arena_name(w->arena, alias->name->bytes, length));
        }
    }
}

static void walk_handlers(Walk *w, ExceptHandlerSeq handlers)
{
    for (size_t i = 0; i < handlers.count; i++) {
        ExceptHandler *h = handlers.at[i];
        if (h->type) {
            walk_expr(w, h->type);
        }
        if (h->name) {
            mention(w, h->name, SYMBOL_BOUND | SYMBOL_DELETED);
        }
        walk_body(w, h->body);
    }
}

static void walk_ann_assign(Walk *w, Stmt *s)
{
    Expr *target = s->ann_assign.target;
    if (target->kind == EXPR_NAME && s->ann_assign.simple) {
        Symbol *old = scope_find(w->scope, scope_mangle(w->arena, w->scope->class_name, target->name.id));
        if (old && (old->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) &&
            w->scope->kind != SCOPE_MODULE) {
            fail(w, &s->span,
                 arena_printf(w->arena, "annotated name '%s' can't be %s", target->name.id->bytes,
                              old->flags & SYMBOL_GLOBAL ? "global" : "nonlocal"));
        }
        mention(w, target->name.id, SYMBOL_BOUND | SYMBOL_ANNOTATED);
        w->scope->has_annotations = true;
    } else {
        walk_expr(w, target);
    }
    walk_expr(w, s->ann_assign.annotation);
    if (s->ann_assign.value) {
        walk_expr(w, s->ann_assign.value);
    }
}

static void walk_if(Walk *w, Stmt *s)
{
    for (;;) {
        walk_expr(w, s->if_.test);
        walk_body(w, s->if_.body);
        if (s->if_.orelse.count != 1 || s->if_.orelse.at[0]->kind != STMT_IF) {
            break;
        }
        s = s->if_.orelse.at[0];
    }
    walk_body(w, s->if_.orelse);
}

static void walk_stmt(Walk *w, Stmt *s)
{
    switch ((StmtKind)s->kind) {
    case STMT_FUNCTION_DEF:
    case STMT_ASYNC_FUNCTION_DEF:
        walk_function(w, s);
        break;
    case STMT_CLASS_DEF:
        walk_class(w, s);
        break;
    case STMT_RETURN:
        if (s->return_.value) {
            walk_expr(w, s->return_.value);
        }
        break;
    case STMT_DELETE:
        walk_seq(w, s->delete_.targets);
        break;
    case STMT_ASSIGN:
        walk_seq(w, s->assign.targets);
        walk_expr(w, s->assign.value);
        break;
    case STMT_AUG_ASSIGN:
        walk_expr(w, s->aug_assign.target);
        walk_expr(w, s->aug_assign.value);
        break;
    case STMT_ANN_ASSIGN:
        walk_ann_assign(w, s);
        break;
    case STMT_FOR:
    case STMT_ASYNC_FOR:
        walk_expr(w, s->for_.target);
        walk_expr(w, s->for_.iter);
        walk_body(w, s->for_.body);
        walk_body(w, s->for_.orelse);
        break;
    case STMT_WHILE:
        walk_expr(w, s->while_.test);
        walk_body(w, s->while_.body);
        walk_body(w, s->while_.orelse);
        break;
    case STMT_IF:
        walk_if(w, s);
        break;
    case STMT_WITH:
    case STMT_ASYNC_WITH:
        for (size_t i = 0; i < s->with.items.count; i++) {
            walk_expr(w, s->with.items.at[i]->context_expr);
            if (s->with.items.at[i]->optional_vars) {
                walk_expr(w, s->with.items.at[i]->optional_vars);
            }
        }
        walk_body(w, s->with.body);
        break;
    case STMT_MATCH: /* not supported: the compiler says so before any name matters */
        break;
    case STMT_RAISE:
        if (s->raise.exc) {
            walk_expr(w, s->raise.exc);
        }
        if (s->raise.cause) {
            walk_expr(w, s->raise.cause);
        }
        break;
    case STMT_TRY:
    case STMT_TRY_STAR:
        walk_body(w, s->try_.body);
        walk_handlers(w, s->try_.handlers);
        walk_body(w, s->try_.orelse);
        walk_body(w, s->try_.finalbody);
        break;
    case STMT_ASSERT:
        walk_expr(w, s->assert_.test);
        if (s->assert_.msg) {
            walk_expr(w, s->assert_.msg);
        }
        break;
    case STMT_IMPORT:
        walk_import(w, s, s->import.names);
        break;
    case STMT_IMPORT_FROM:
        walk_import(w, s, s->import_from.names);
        break;
    case STMT_GLOBAL:
        declare(w, s, SYMBOL_GLOBAL);
        break;
    case STMT_NONLOCAL:
        declare(w, s, SYMBOL_NONLOCAL);
        break;
    case STMT_EXPR:
        walk_expr(w, s->expr.value);
        break;
    case STMT_PASS:
    case STMT_BREAK:
    case STMT_CONTINUE:
        break;
    }
}

static void walk_body(Walk *w, StmtSeq body)
{
    for (size_t i = 0; i < body.count; i++) {
        walk_stmt(w, body.at[i]);
    }
}

/* ---- Resolution ---- */

static bool is_function_like(const Scope *scope)
{
    return scope->kind >= SCOPE_FUNCTION;
}

/* Makes `name` free in every function from just inside `owner` down to `scope`. */
static void make_free(Walk *w, Scope *scope, Scope *owner, Name *name)
{
    for (Scope *s = scope; s != owner; s = s->parent) {
        Symbol *symbol = symbol_add(w->arena, s, name);
        if (s->kind == SCOPE_CLASS && s != scope && symbol->place != PLACE_UNKNOWN &&
            symbol->place != PLACE_FREE) {
            /* A class body on the way that binds the name too: it passes the outer cell on under a
             * symbol of its own, which the compiler finds by the scope's closure list. */
            Symbol *passing = ARENA_NEW(w->arena, Symbol);
            *passing = (Symbol){.name = name, .place = PLACE_FREE};
            bool known = false;
            for (int i = 0; i < s->count; i++) {
                known |= s->symbols[i]->name == name && s->symbols[i]->place == PLACE_FREE;
            }
            if (!known) {
                if (s->count == s->capacity) {
                    s->capacity *= 2;
                    Symbol **bigger = arena_alloc(w->arena, (size_t)s->capacity * sizeof *bigger);
                    memcpy(bigger, s->symbols, (size_t)s->count * sizeof *bigger);
                    s->symbols = bigger;
                }
                s->symbols[s->count++] = passing;
            }
            continue;
        }
        symbol->place = PLACE_FREE;
    }
}

static Scope *find_owner(Walk *w, Scope *scope, Name *name)
{
    for (Scope *s = scope->parent; s; s = s->parent) {
        if (s->kind == SCOPE_CLASS && name == w->class_cell) {
            s->has_class_cell = true;
            return s;
        }
        if (is_function_like(s)) {
            Symbol *symbol = scope_find(s, name);
            if (symbol && (symbol->flags & SYMBOL_GLOBAL)) {
                return NULL;
            }
            if (symbol && (symbol->flags & SYMBOL_BOUND) && !(symbol->flags & SYMBOL_NONLOCAL)) {
                symbol->place = PLACE_CELL;
                return s;
            }
        }
    }
    return NULL;
}

static void resolve_symbol(Walk *w, Scope *scope, Symbol *symbol)
{
    if (symbol->place != PLACE_UNKNOWN) {
        return; /* an inner scope has decided */
    }
    if (symbol->flags & SYMBOL_GLOBAL) {
        symbol->place = PLACE_GLOBAL;
        return;
    }
    if ((symbol->flags & SYMBOL_BOUND) && !(symbol->flags & SYMBOL_NONLOCAL)) {
        symbol->place = PLACE_LOCAL;
        return;
    }
    Scope *owner = find_owner(w, scope, symbol->name);
    if (owner) {
        make_free(w, scope, owner, symbol->name);
        symbol->place = PLACE_FREE;
    } else if (symbol->flags & SYMBOL_NONLOCAL) {
        fail(w, &symbol->span,
             arena_printf(w->arena, "no binding for nonlocal '%s' found", symbol->name->bytes));
    } else {
        symbol->place = PLACE_GLOBAL;
    }
}

static void resolve(Walk *w, Scope *scope)
{
    for (int i = 0; i < scope->count; i++) {
        resolve_symbol(w, scope, scope->symbols[i]);
    }
    for (Scope *child = scope->child; child; child = child->sibling) {
        resolve(w, child);
    }
}

/* Registers for locals and cells, indices for free names; last, since inner scopes add free ones. */
static void number(Scope *scope)
{
    bool registers = is_function_like(scope);
    int local = registers ? 0 : scope->kind == SCOPE_CLASS || scope->namespace_mode ? 1 : 0;
    for (int i = 0; i < scope->count; i++) {
        Symbol *symbol = scope->symbols[i];
        if (symbol->place == PLACE_FREE) {
            symbol->index = scope->free_count++;
        } else if (registers &&
                   (symbol->place == PLACE_LOCAL || symbol->place == PLACE_CELL)) {
            symbol->index = local++;
        }
    }
    scope->local_count = local;
    if (scope->has_class_cell) {
        scope->local_count++; /* the last one: the __class__ cell */
    }
    for (Scope *child = scope->child; child; child = child->sibling) {
        number(child);
    }
}

Scope *scope_analyse(Arena *arena, AstModule *module, bool namespace_mode, ScopeErrors *errors)
{
    Walk walk = {.arena = arena,
                 .errors = errors,
                 .super = arena_name_cstr(arena, "super"),
                 .class_cell = arena_name_cstr(arena, "__class__")};
    Scope *root = scope_enter(&walk, SCOPE_MODULE, module, arena_name_cstr(arena, "<module>"));
    root->namespace_mode = namespace_mode;
    if (module->mode == PARSE_EVAL) {
        walk_expr(&walk, module->expression);
    } else {
        walk_body(&walk, module->body);
    }
    resolve(&walk, root);
    number(root);
    return root;
}
