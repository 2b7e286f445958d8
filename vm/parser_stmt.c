/* Statements, from a file down to `pass`. */
#include "vm/parser_impl.h"

/* ---- simple statements ---------------------------------------------------------------------- */

/* The operator of an augmented assignment, if the token is one. */
static bool at_augassign(Parser *p, AstBinaryOp *op)
{
    switch (p->tok.kind) {
#define CASE(token, name)                                                                          \
    case TOKEN_##token:                                                                            \
        *op = BINARY_##name;                                                                       \
        return true;
        CASE(PLUS_EQUAL, ADD)
        CASE(MINUS_EQUAL, SUB)
        CASE(STAR_EQUAL, MULT)
        CASE(AT_EQUAL, MATMULT)
        CASE(SLASH_EQUAL, DIV)
        CASE(PERCENT_EQUAL, MOD)
        CASE(AMPER_EQUAL, BITAND)
        CASE(VBAR_EQUAL, BITOR)
        CASE(CARET_EQUAL, BITXOR)
        CASE(LSHIFT_EQUAL, LSHIFT)
        CASE(RSHIFT_EQUAL, RSHIFT)
        CASE(DOUBLE_STAR_EQUAL, POW)
        CASE(DOUBLE_SLASH_EQUAL, FLOORDIV)
#undef CASE
    default:
        return false;
    }
}

/* (star_targets '=')+ (yield_expr | star_expressions), the first target being read */
static Stmt *parse_assign(Parser *p, Start start, Expr *first)
{
    size_t mark = seq_begin(p);
    Expr *e = first;
    do {
        parse_as_target(p, e, TARGET_STAR);
        seq_push(p, e);
        parse_advance(p);
        e = parse_yield_or_star_expressions(p);
    } while (parse_at(p, TOKEN_EQUAL));
    Stmt *s = stmt_new(p, STMT_ASSIGN, start);
    s->assign.targets = SEQ_END(ExprSeq, p, mark);
    s->assign.value = e;
    return s;
}

/* single_target ':' expression ['=' annotated_rhs] */
static Stmt *parse_ann_assign(Parser *p, Start start, Expr *target)
{
    parse_as_target(p, target, TARGET_SINGLE);
    parse_advance(p);
    Expr *annotation = parse_expression(p), *value = NULL;
    if (parse_accept(p, TOKEN_EQUAL)) {
        value = parse_yield_or_star_expressions(p);
    }
    Stmt *s = stmt_new(p, STMT_ANN_ASSIGN, start);
    s->ann_assign.target = target;
    s->ann_assign.annotation = annotation;
    s->ann_assign.value = value;
    s->ann_assign.simple = target->kind == EXPR_NAME && !target->parenthesized;
    return s;
}

/* assignment | star_expressions */
static Stmt *parse_expr_stmt(Parser *p)
{
    Start start = parse_start(p);
    Expr *e = parse_yield_or_star_expressions(p);
    AstBinaryOp op;
    if (parse_at(p, TOKEN_EQUAL)) {
        return parse_assign(p, start, e);
    }
    if (parse_at(p, TOKEN_COLON)) {
        return parse_ann_assign(p, start, e);
    }
    if (at_augassign(p, &op)) {
        parse_as_target(p, e, TARGET_SINGLE);
        parse_advance(p);
        Expr *value = parse_yield_or_star_expressions(p);
        Stmt *s = stmt_new(p, STMT_AUG_ASSIGN, start);
        s->aug_assign.target = e;
        s->aug_assign.op = op;
        s->aug_assign.value = value;
        return s;
    }
    Stmt *s = stmt_new(p, STMT_EXPR, start);
    s->expr.value = e;
    return s;
}

/* 'return' [star_expressions] */
static Stmt *parse_return(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *value = NULL;
    if (parse_at_expression(p) || parse_at(p, TOKEN_STAR)) {
        value = parse_star_expressions(p);
    }
    Stmt *s = stmt_new(p, STMT_RETURN, start);
    s->return_.value = value;
    return s;
}

/* 'raise' [expression ['from' expression]] */
static Stmt *parse_raise(Parser *p)
{
    Start start = parse_start(p);
    Expr *exc = NULL, *cause = NULL;
    parse_advance(p);
    if (parse_at_expression(p)) {
        exc = parse_expression(p);
        if (parse_accept(p, TOKEN_FROM)) {
            cause = parse_expression(p);
        }
    }
    Stmt *s = stmt_new(p, STMT_RAISE, start);
    s->raise.exc = exc;
    s->raise.cause = cause;
    return s;
}

/* 'assert' expression [',' expression] */
static Stmt *parse_assert(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *test = parse_expression(p);
    Expr *msg = parse_accept(p, TOKEN_COMMA) ? parse_expression(p) : NULL;
    Stmt *s = stmt_new(p, STMT_ASSERT, start);
    s->assert_.test = test;
    s->assert_.msg = msg;
    return s;
}

static bool at_simple_end(Parser *p)
{
    return parse_at(p, TOKEN_NEWLINE) || parse_at(p, TOKEN_SEMI);
}

/* 'del' del_target (',' del_target)* [','] */
static Stmt *parse_del(Parser *p)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    parse_advance(p);
    do {
        Expr *target = parse_primary(p);
        parse_as_target(p, target, TARGET_DELETE);
        seq_push(p, target);
    } while (parse_accept(p, TOKEN_COMMA) && !at_simple_end(p));
    Stmt *s = stmt_new(p, STMT_DELETE, start);
    s->delete_.targets = SEQ_END(ExprSeq, p, mark);
    return s;
}

/* ('global' | 'nonlocal') ','.NAME+ */
static Stmt *parse_global(Parser *p, StmtKind kind)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    do {
        parse_advance(p);
        seq_push(p, parse_name(p));
    } while (parse_at(p, TOKEN_COMMA));
    Stmt *s = stmt_new(p, kind, start);
    s->global.names = SEQ_END(NameSeq, p, mark);
    return s;
}

static Stmt *parse_word(Parser *p, StmtKind kind)
{
    Start start = parse_start(p);
    parse_advance(p);
    return stmt_new(p, kind, start);
}

/* ---- imports -------------------------------------------------------------------------------- */

/* dotted_name: NAME ('.' NAME)*, as one Name */
static Name *parse_dotted_name(Parser *p)
{
    Name *name = parse_name(p);
    while (parse_accept(p, TOKEN_DOT)) {
        Name *next = parse_name(p);
        size_t length = name->length + 1 + next->length;
        char *joined = arena_alloc(p->arena, length);
        memcpy(joined, name->bytes, name->length);
        joined[name->length] = '.';
        memcpy(joined + name->length + 1, next->bytes, next->length);
        name = arena_name(p->arena, joined, length);
    }
    return name;
}

/* (dotted_name | NAME) ['as' NAME] */
static Alias *parse_alias(Parser *p, bool dotted)
{
    Start start = parse_start(p);
    Alias *alias = ARENA_NEW(p->arena, Alias);
    alias->name = dotted ? parse_dotted_name(p) : parse_name(p);
    if (parse_accept(p, TOKEN_AS)) {
        alias->asname = parse_name(p);
    }
    alias->span = parse_span(p, start);
    return alias;
}

/* 'import' ','.dotted_as_name+ */
static Stmt *parse_import(Parser *p)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    do {
        parse_advance(p);
        seq_push(p, parse_alias(p, true));
    } while (parse_at(p, TOKEN_COMMA));
    Stmt *s = stmt_new(p, STMT_IMPORT, start);
    s->import.names = SEQ_END(AliasSeq, p, mark);
    return s;
}

/* '(' ','.alias+ [','] ')' | ','.alias+ !',' | '*' */
static AliasSeq parse_import_targets(Parser *p)
{
    size_t mark = seq_begin(p);
    if (parse_at(p, TOKEN_STAR)) {
        Start start = parse_start(p);
        parse_advance(p);
        Alias *alias = ARENA_NEW(p->arena, Alias);
        alias->name = arena_name_cstr(p->arena, "*");
        alias->span = parse_span(p, start);
        seq_push(p, alias);
    } else if (parse_accept(p, TOKEN_LPAR)) {
        do {
            seq_push(p, parse_alias(p, false));
        } while (parse_accept(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RPAR));
        parse_expect(p, TOKEN_RPAR);
    } else {
        do {
            seq_push(p, parse_alias(p, false));
        } while (parse_accept(p, TOKEN_COMMA));
    }
    return SEQ_END(AliasSeq, p, mark);
}

/* 'from' ('.' | '...')* [dotted_name] 'import' import_from_targets */
static Stmt *parse_import_from(Parser *p)
{
    Start start = parse_start(p);
    int level = 0;
    parse_advance(p);
    for (; parse_at(p, TOKEN_DOT) || parse_at(p, TOKEN_ELLIPSIS); parse_advance(p)) {
        level += parse_at(p, TOKEN_DOT) ? 1 : 3;
    }
    Name *module = level && parse_at(p, TOKEN_IMPORT) ? NULL : parse_dotted_name(p);
    parse_expect(p, TOKEN_IMPORT);
    AliasSeq names = parse_import_targets(p);
    Stmt *s = stmt_new(p, STMT_IMPORT_FROM, start);
    s->import_from.module = module;
    s->import_from.names = names;
    s->import_from.level = level;
    return s;
}

static Stmt *parse_simple(Parser *p)
{
    switch (p->tok.kind) {
    case TOKEN_RETURN:
        return parse_return(p);
    case TOKEN_IMPORT:
        return parse_import(p);
    case TOKEN_FROM:
        return parse_import_from(p);
    case TOKEN_RAISE:
        return parse_raise(p);
    case TOKEN_PASS:
        return parse_word(p, STMT_PASS);
    case TOKEN_BREAK:
        return parse_word(p, STMT_BREAK);
    case TOKEN_CONTINUE:
        return parse_word(p, STMT_CONTINUE);
    case TOKEN_DEL:
        return parse_del(p);
    case TOKEN_ASSERT:
        return parse_assert(p);
    case TOKEN_GLOBAL:
        return parse_global(p, STMT_GLOBAL);
    case TOKEN_NONLOCAL:
        return parse_global(p, STMT_NONLOCAL);
    default:
        return parse_expr_stmt(p);
    }
}

/* Pushes simple_stmt (';' simple_stmt)* [';'] and stops at the NEWLINE. */
static void push_simple_stmts(Parser *p)
{
    do {
        seq_push(p, parse_simple(p));
    } while (parse_accept(p, TOKEN_SEMI) && !parse_at(p, TOKEN_NEWLINE));
    if (!parse_at(p, TOKEN_NEWLINE)) {
        parse_fail(p);
    }
}

/* ---- compound statements -------------------------------------------------------------------- */

/* block: NEWLINE INDENT statements DEDENT | simple_stmts */
StmtSeq parse_block(Parser *p)
{
    if (!parse_accept(p, TOKEN_NEWLINE)) {
        size_t mark = seq_begin(p);
        push_simple_stmts(p);
        parse_advance(p);
        return SEQ_END(StmtSeq, p, mark);
    }
    parse_expect(p, TOKEN_INDENT);
    StmtSeq body = parse_statements(p, TOKEN_DEDENT);
    parse_advance(p);
    return body;
}

/* ':' block */
static StmtSeq parse_suite(Parser *p)
{
    parse_expect(p, TOKEN_COLON);
    return parse_block(p);
}

/* ['else' ':' block] */
static StmtSeq parse_else(Parser *p)
{
    return parse_accept(p, TOKEN_ELSE) ? parse_suite(p) : (StmtSeq){0};
}

/* 'if' named_expression ':' block ('elif' named_expression ':' block)* ['else' ':' block]
 * A loop, because chains of elif may be long; the statements all end where the last one does. */
static Stmt *parse_if(Parser *p)
{
    Stmt *first = NULL, *last = NULL;
    do {
        Start start = parse_start(p);
        parse_advance(p);
        Expr *test = parse_named_expression(p);
        StmtSeq body = parse_suite(p);
        Stmt *s = stmt_new(p, STMT_IF, start);
        s->if_.test = test;
        s->if_.body = body;
        if (last) {
            last->if_.orelse = (StmtSeq){arena_alloc(p->arena, sizeof(Stmt *)), 1};
            last->if_.orelse.at[0] = s;
        } else {
            first = s;
        }
        last = s;
    } while (parse_at(p, TOKEN_ELIF));
    StmtSeq orelse = parse_else(p);
    for (Stmt *s = first;; s = s->if_.orelse.at[0]) {
        s->span.end_line = p->end_line;
        s->span.end_col = p->end_col;
        if (s == last) {
            break;
        }
    }
    last->if_.orelse = orelse;
    return first;
}

/* 'while' named_expression ':' block ['else' ':' block] */
static Stmt *parse_while(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *test = parse_named_expression(p);
    StmtSeq body = parse_suite(p), orelse = parse_else(p);
    Stmt *s = stmt_new(p, STMT_WHILE, start);
    s->while_.test = test;
    s->while_.body = body;
    s->while_.orelse = orelse;
    return s;
}

/* ['async'] 'for' star_targets 'in' star_expressions ':' block ['else' ':' block] */
static Stmt *parse_for(Parser *p, Start start, StmtKind kind)
{
    parse_advance(p);
    Expr *target = parse_star_targets(p);
    parse_expect(p, TOKEN_IN);
    Expr *iter = parse_star_expressions(p);
    StmtSeq body = parse_suite(p), orelse = parse_else(p);
    Stmt *s = stmt_new(p, kind, start);
    s->for_.target = target;
    s->for_.iter = iter;
    s->for_.body = body;
    s->for_.orelse = orelse;
    return s;
}

/* with_item: expression ['as' star_target] */
static void push_with_item(Parser *p)
{
    WithItem *item = ARENA_NEW(p->arena, WithItem);
    item->context_expr = parse_expression(p);
    if (parse_accept(p, TOKEN_AS)) {
        item->optional_vars = parse_star_target(p);
    }
    seq_push(p, item);
}

/* Does the bracket that is looked at close right before a colon? */
static bool closes_before_colon(Parser *p)
{
    Lexer ahead = p->lexer;
    SyntaxProblem ignored;
    ahead.problem = &ignored;
    int level = ahead.level;
    Token token;
    do {
        lexer_next(&ahead, &token);
    } while (token.kind != TOKEN_ERROR && token.kind != TOKEN_END && ahead.level >= level);
    lexer_next(&ahead, &token);
    if (ahead.interactive && ahead.hit_end) {
        p->lexer.hit_end = true; /* more is to come at the prompt */
        parse_fail(p);
    }
    return token.kind == TOKEN_COLON;
}

/* '(' ','.with_item+ [','] ')': pushes the items and returns true; or returns false at the first
 * sign that the parentheses belong to an expression instead. */
static bool push_parenthesized_with_items(Parser *p)
{
    parse_advance(p);
    while (parse_at_expression(p)) {
        push_with_item(p);
        if (parse_accept(p, TOKEN_RPAR)) {
            return true;
        }
        if (!parse_accept(p, TOKEN_COMMA)) {
            return false;
        }
        if (parse_accept(p, TOKEN_RPAR)) {
            return true;
        }
    }
    return false;
}

/* ['async'] 'with' ('(' ','.with_item+ [','] ')' | ','.with_item+) ':' block */
static Stmt *parse_with(Parser *p, Start start, StmtKind kind)
{
    size_t mark = seq_begin(p);
    parse_advance(p);
    bool done = false;
    if (parse_at(p, TOKEN_LPAR) && closes_before_colon(p)) {
        Parser saved = *p;
        done = push_parenthesized_with_items(p);
        if (!done) {
            *p = saved;
            p->shared->item_count = mark;
        }
    }
    if (!done) {
        do {
            push_with_item(p);
        } while (parse_accept(p, TOKEN_COMMA));
    }
    WithItemSeq items = SEQ_END(WithItemSeq, p, mark);
    StmtSeq body = parse_suite(p);
    Stmt *s = stmt_new(p, kind, start);
    s->with.items = items;
    s->with.body = body;
    return s;
}

/* 'except' ['*'] [expression ['as' NAME]] ':' block */
static ExceptHandler *parse_except(Parser *p, bool *starred, bool first)
{
    Start start = parse_start(p);
    ExceptHandler *handler = ARENA_NEW(p->arena, ExceptHandler);
    parse_advance(p);
    bool is_starred = parse_accept(p, TOKEN_STAR);
    if (first) {
        *starred = is_starred;
    } else if (*starred != is_starred) {
        parse_fail(p);
    }
    if (is_starred || !parse_at(p, TOKEN_COLON)) {
        handler->type = parse_expression(p);
        if (parse_accept(p, TOKEN_AS)) {
            handler->name = parse_name(p);
        }
    }
    handler->body = parse_suite(p);
    handler->span = parse_span(p, start);
    return handler;
}

/* 'try' ':' block (finally_block | except_block+ ['else' ':' block] ['finally' ':' block]) */
static Stmt *parse_try(Parser *p)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    bool starred = false;
    parse_advance(p);
    StmtSeq body = parse_suite(p), orelse = {0}, finalbody = {0};
    while (parse_at(p, TOKEN_EXCEPT)) {
        seq_push(p, parse_except(p, &starred, p->shared->item_count == mark));
    }
    ExceptHandlerSeq handlers = SEQ_END(ExceptHandlerSeq, p, mark);
    if (handlers.count) {
        orelse = parse_else(p);
    } else if (!parse_at(p, TOKEN_FINALLY)) {
        parse_fail(p);
    }
    if (parse_accept(p, TOKEN_FINALLY)) {
        finalbody = parse_suite(p);
    }
    Stmt *s = stmt_new(p, starred ? STMT_TRY_STAR : STMT_TRY, start);
    s->try_.body = body;
    s->try_.handlers = handlers;
    s->try_.orelse = orelse;
    s->try_.finalbody = finalbody;
    return s;
}

/* ['async'] 'def' NAME '(' [params] ')' ['->' expression] ':' block */
static Stmt *parse_def(Parser *p, Start start, StmtKind kind, ExprSeq decorators)
{
    parse_advance(p);
    Name *name = parse_name(p);
    parse_expect(p, TOKEN_LPAR);
    Arguments *args = parse_parameters(p, TOKEN_RPAR);
    parse_expect(p, TOKEN_RPAR);
    Expr *returns = parse_accept(p, TOKEN_ARROW) ? parse_expression(p) : NULL;
    StmtSeq body = parse_suite(p);
    Stmt *s = stmt_new(p, kind, start);
    s->function_def.name = name;
    s->function_def.args = args;
    s->function_def.body = body;
    s->function_def.decorator_list = decorators;
    s->function_def.returns = returns;
    return s;
}

/* 'class' NAME ['(' [arguments] ')'] ':' block */
static Stmt *parse_class(Parser *p, ExprSeq decorators)
{
    Start start = parse_start(p);
    ExprSeq bases = {0};
    KeywordSeq keywords = {0};
    parse_advance(p);
    Name *name = parse_name(p);
    if (parse_at(p, TOKEN_LPAR)) {
        Start bracket = parse_start(p);
        parse_arguments(p, &bases, &keywords);
        /* A generator expression without parentheses of its own is an argument of calls only. */
        if (bases.count == 1 && bases.at[0]->kind == EXPR_GENERATOREXP &&
            bases.at[0]->span.line == bracket.line && bases.at[0]->span.col == bracket.col) {
            parse_fail(p);
        }
    }
    StmtSeq body = parse_suite(p);
    Stmt *s = stmt_new(p, STMT_CLASS_DEF, start);
    s->class_def.name = name;
    s->class_def.bases = bases;
    s->class_def.keywords = keywords;
    s->class_def.body = body;
    s->class_def.decorator_list = decorators;
    return s;
}

/* 'async' (def | with | for), the def perhaps decorated */
static Stmt *parse_async(Parser *p, ExprSeq decorators)
{
    Start start = parse_start(p);
    parse_advance(p);
    if (parse_at(p, TOKEN_DEF)) {
        return parse_def(p, start, STMT_ASYNC_FUNCTION_DEF, decorators);
    }
    if (decorators.count == 0 && parse_at(p, TOKEN_WITH)) {
        return parse_with(p, start, STMT_ASYNC_WITH);
    }
    if (decorators.count == 0 && parse_at(p, TOKEN_FOR)) {
        return parse_for(p, start, STMT_ASYNC_FOR);
    }
    parse_fail(p);
}

/* ('@' named_expression NEWLINE)+ (class_def | function_def) */
static Stmt *parse_decorated(Parser *p)
{
    size_t mark = seq_begin(p);
    while (parse_accept(p, TOKEN_AT)) {
        seq_push(p, parse_named_expression(p));
        parse_expect(p, TOKEN_NEWLINE);
    }
    ExprSeq decorators = SEQ_END(ExprSeq, p, mark);
    switch (p->tok.kind) {
    case TOKEN_DEF:
        return parse_def(p, parse_start(p), STMT_FUNCTION_DEF, decorators);
    case TOKEN_CLASS:
        return parse_class(p, decorators);
    case TOKEN_ASYNC:
        return parse_async(p, decorators);
    default:
        parse_fail(p);
    }
}

/* Returns the compound statement that starts here, or NULL. */
static Stmt *parse_compound(Parser *p)
{
    switch (p->tok.kind) {
    case TOKEN_IF:
        return parse_if(p);
    case TOKEN_FOR:
        return parse_for(p, parse_start(p), STMT_FOR);
    case TOKEN_DEF:
        return parse_def(p, parse_start(p), STMT_FUNCTION_DEF, (ExprSeq){0});
    case TOKEN_CLASS:
        return parse_class(p, (ExprSeq){0});
    case TOKEN_WHILE:
        return parse_while(p);
    case TOKEN_TRY:
        return parse_try(p);
    case TOKEN_WITH:
        return parse_with(p, parse_start(p), STMT_WITH);
    case TOKEN_AT:
        return parse_decorated(p);
    case TOKEN_ASYNC:
        return parse_async(p, (ExprSeq){0});
    case TOKEN_NAME:
        return p->tok.name == p->shared->name_match && parse_is_match(p) ? parse_match(p) : NULL;
    default:
        return NULL;
    }
}

/* statements: (compound_stmt | simple_stmts)+, up to `end` */
StmtSeq parse_statements(Parser *p, TokenKind end)
{
    size_t mark = seq_begin(p);
    while (!parse_at(p, end)) {
        if (end == TOKEN_END) {
            p->statement = p->tok.col >= 0 ? p->tok.start - p->tok.col : p->lexer.line_start;
            p->statement_line = p->tok.line;
        }
        Stmt *compound = parse_compound(p);
        if (compound) {
            seq_push(p, compound);
        } else {
            push_simple_stmts(p);
            parse_advance(p);
        }
    }
    return SEQ_END(StmtSeq, p, mark);
}

/* simple_stmts | compound_stmt NEWLINE, where that NEWLINE is an empty line; reads not a token
 * more, since at the prompt there may be none yet. */
void parse_interactive(Parser *p, StmtSeq *body)
{
    size_t mark = seq_begin(p);
    Stmt *compound = parse_compound(p);
    if (compound) {
        if (!parse_at(p, TOKEN_NEWLINE)) {
            parse_fail(p);
        }
        seq_push(p, compound);
    } else {
        push_simple_stmts(p);
    }
    *body = SEQ_END(StmtSeq, p, mark);
}
