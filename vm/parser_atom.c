/* Primaries: atoms, displays, comprehensions, calls, subscripts; and parameters. */
#include "vm/parser_impl.h"

static Expr *parse_atom(Parser *p);

/* ---- primaries ------------------------------------------------------------------------------ */

/* '*' expression, the '*' being looked at (arguments, subscripts) */
static Expr *parse_starred_expression(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *value = parse_expression(p);
    Expr *e = expr_new(p, EXPR_STARRED, start);
    e->starred.value = value;
    return e;
}

/* slice: [expression] ':' [expression] [':' [expression]] | named_expression | '*' expression */
static Expr *parse_slice(Parser *p)
{
    Start start = parse_start(p);
    Expr *lower = NULL, *upper = NULL, *step = NULL;
    if (parse_at(p, TOKEN_STAR)) {
        return parse_starred_expression(p);
    }
    if (!parse_at(p, TOKEN_COLON)) {
        lower = parse_named_expression(p);
        if (!parse_at(p, TOKEN_COLON) || (lower->kind == EXPR_NAMEDEXPR && !lower->parenthesized)) {
            return lower;
        }
    }
    parse_advance(p);
    if (parse_at_expression(p)) {
        upper = parse_expression(p);
    }
    if (parse_accept(p, TOKEN_COLON) && parse_at_expression(p)) {
        step = parse_expression(p);
    }
    Expr *e = expr_new(p, EXPR_SLICE, start);
    e->slice.lower = lower;
    e->slice.upper = upper;
    e->slice.step = step;
    return e;
}

/* slices: slice !',' | (slice | '*' expression) (',' ...)* [','] */
static Expr *parse_slices(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_slice(p);
    if (!parse_at(p, TOKEN_COMMA) && first->kind != EXPR_STARRED) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_COMMA) && !parse_at(p, TOKEN_RSQB)) {
        seq_push(p, parse_slice(p));
    }
    Expr *e = expr_new(p, EXPR_TUPLE, start);
    e->tuple.elts = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* primary: atom ('.' NAME | '(' [arguments] ')' | '[' slices ']' | genexp)* */
Expr *parse_primary(Parser *p)
{
    Start start = parse_start(p);
    Expr *e = parse_atom(p), *outer;
    for (;;) {
        switch (p->tok.kind) {
        case TOKEN_DOT: {
            parse_advance(p);
            Name *attr = parse_name(p);
            outer = expr_new(p, EXPR_ATTRIBUTE, start);
            outer->attribute.value = e;
            outer->attribute.attr = attr;
            break;
        }
        case TOKEN_LPAR: {
            ExprSeq args;
            KeywordSeq keywords;
            parse_arguments(p, &args, &keywords);
            outer = expr_new(p, EXPR_CALL, start);
            outer->call.func = e;
            outer->call.args = args;
            outer->call.keywords = keywords;
            break;
        }
        case TOKEN_LSQB: {
            parse_advance(p);
            Expr *slice = parse_slices(p);
            parse_expect(p, TOKEN_RSQB);
            outer = expr_new(p, EXPR_SUBSCRIPT, start);
            outer->subscript.value = e;
            outer->subscript.slice = slice;
            break;
        }
        default:
            return e;
        }
        e = outer;
    }
}

/* ---- comprehensions ------------------------------------------------------------------------- */

static bool at_comprehension(Parser *p)
{
    return parse_at(p, TOKEN_FOR) || parse_at(p, TOKEN_ASYNC);
}

/* for_if_clauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+ */
static ComprehensionSeq parse_comprehensions(Parser *p)
{
    size_t mark = seq_begin(p);
    while (at_comprehension(p)) {
        Comprehension *c = ARENA_NEW(p->arena, Comprehension);
        c->is_async = parse_accept(p, TOKEN_ASYNC);
        parse_expect(p, TOKEN_FOR);
        c->target = parse_star_targets(p);
        parse_expect(p, TOKEN_IN);
        c->iter = parse_disjunction(p);
        size_t ifs = seq_begin(p);
        while (parse_accept(p, TOKEN_IF)) {
            seq_push(p, parse_disjunction(p));
        }
        c->ifs = SEQ_END(ExprSeq, p, ifs);
        seq_push(p, c);
    }
    return SEQ_END(ComprehensionSeq, p, mark);
}

/* The rest of a comprehension around `elt`, closed by `close`. */
static Expr *parse_comprehension(Parser *p, ExprKind kind, Start start, Expr *elt, TokenKind close)
{
    if (elt->kind == EXPR_STARRED) {
        parse_fail(p);
    }
    ComprehensionSeq generators = parse_comprehensions(p);
    parse_expect(p, close);
    Expr *e = expr_new(p, kind, start);
    e->listcomp.elt = elt;
    e->listcomp.generators = generators;
    return e;
}

/* ---- arguments of a call -------------------------------------------------------------------- */

/* What has been seen so far decides what may come. */
typedef struct CallState {
    size_t arg_count, keyword_count;
    bool double_starred;
} CallState;

static Keyword *keyword_new(Parser *p, Start start, Name *arg, Expr *value)
{
    Keyword *keyword = ARENA_NEW(p->arena, Keyword);
    keyword->span = parse_span(p, start);
    keyword->arg = arg;
    keyword->value = value;
    return keyword;
}

/* One argument; a keyword is pushed with its lowest bit set, to be sorted out at the end.
 * '*' expression | '**' expression | NAME '=' expression | named_expression */
static void parse_argument(Parser *p, CallState *state)
{
    Start start = parse_start(p);
    if (parse_at(p, TOKEN_STAR)) {
        if (state->double_starred) {
            parse_fail(p);
        }
        seq_push(p, parse_starred_expression(p));
        state->arg_count++;
        return;
    }
    Keyword *keyword;
    if (parse_accept(p, TOKEN_DOUBLE_STAR)) {
        state->double_starred = true;
        Expr *value = parse_expression(p);
        keyword = keyword_new(p, start, NULL, value);
    } else {
        Expr *e = parse_named_expression(p);
        if (!parse_at(p, TOKEN_EQUAL)) {
            if (state->keyword_count) {
                parse_fail(p);
            }
            seq_push(p, e);
            state->arg_count++;
            return;
        }
        if (e->kind != EXPR_NAME || e->parenthesized) {
            parse_fail(p);
        }
        parse_advance(p);
        Expr *value = parse_expression(p);
        keyword = keyword_new(p, start, e->name.id, value);
    }
    state->keyword_count++;
    seq_push(p, (void *)((uintptr_t)keyword | 1));
}

static void split_arguments(Parser *p, size_t mark, CallState *state, ExprSeq *args,
                            KeywordSeq *keywords)
{
    size_t count = state->arg_count + state->keyword_count;
    *args = (ExprSeq){0};
    *keywords = (KeywordSeq){0};
    if (count == 0) {
        return;
    }
    void **items = p->shared->items + mark;
    if (state->arg_count) {
        args->at = arena_alloc(p->arena, state->arg_count * sizeof(Expr *));
    }
    if (state->keyword_count) {
        keywords->at = arena_alloc(p->arena, state->keyword_count * sizeof(Keyword *));
    }
    for (size_t i = 0; i < count; i++) {
        if ((uintptr_t)items[i] & 1) {
            keywords->at[keywords->count++] = (Keyword *)((uintptr_t)items[i] & ~(uintptr_t)1);
        } else {
            args->at[args->count++] = items[i];
        }
    }
    p->shared->item_count = mark;
}

/* '(' [arguments] ')' | genexp, the '(' being looked at */
void parse_arguments(Parser *p, ExprSeq *args, KeywordSeq *keywords)
{
    Start start = parse_start(p);
    CallState state = {0};
    size_t mark = seq_begin(p);
    parse_expect(p, TOKEN_LPAR);
    while (!parse_at(p, TOKEN_RPAR)) {
        parse_argument(p, &state);
        if (unlikely(at_comprehension(p)) && state.arg_count == 1 && !state.keyword_count) {
            Expr *elt = p->shared->items[mark];
            p->shared->item_count = mark;
            seq_push(p, parse_comprehension(p, EXPR_GENERATOREXP, start, elt, TOKEN_RPAR));
            *args = SEQ_END(ExprSeq, p, mark);
            *keywords = (KeywordSeq){0};
            return;
        }
        if (!parse_at(p, TOKEN_RPAR)) {
            parse_expect(p, TOKEN_COMMA);
        }
    }
    parse_expect(p, TOKEN_RPAR);
    split_arguments(p, mark, &state, args, keywords);
}

/* ---- parameters ----------------------------------------------------------------------------- */

/* param: NAME [':' expression]; of *args also ':' star_expression */
static Arg *parse_param(Parser *p, bool annotated, bool starred)
{
    Start start = parse_start(p);
    Arg *arg = ARENA_NEW(p->arena, Arg);
    arg->arg = parse_name(p);
    if (annotated && parse_accept(p, TOKEN_COLON)) {
        arg->annotation =
            starred && parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_expression(p);
    }
    arg->span = parse_span(p, start);
    return arg;
}

/* The parameters behind '*': their defaults are optional in any order. */
static void parse_kwonly(Parser *p, Arguments *args, TokenKind end)
{
    bool annotated = end == TOKEN_RPAR;
    size_t mark = seq_begin(p);
    parse_advance(p);
    if (!parse_at(p, TOKEN_COMMA)) {
        args->vararg = parse_param(p, annotated, annotated);
    }
    while (parse_accept(p, TOKEN_COMMA) && parse_at(p, TOKEN_NAME)) {
        seq_push(p, parse_param(p, annotated, false));
        seq_push(p, parse_accept(p, TOKEN_EQUAL) ? parse_expression(p) : NULL);
    }
    size_t count = (p->shared->item_count - mark) / 2;
    if (count) {
        args->kwonlyargs = (ArgSeq){arena_alloc(p->arena, count * sizeof(Arg *)), count};
        args->kw_defaults = (ExprSeq){arena_alloc(p->arena, count * sizeof(Expr *)), count};
    }
    for (size_t i = 0; i < count; i++) {
        args->kwonlyargs.at[i] = p->shared->items[mark + 2 * i];
        args->kw_defaults.at[i] = p->shared->items[mark + 2 * i + 1];
    }
    p->shared->item_count = mark;
    if (!args->vararg && count == 0) {
        parse_fail(p);
    }
}

/* parameters: [param ['=' expression]] (',' ...)* with '/' once, then '*' [param], then '**' param
 */
Arguments *parse_parameters(Parser *p, TokenKind end)
{
    bool annotated = end == TOKEN_RPAR, posonly = false;
    Arguments *args = ARENA_NEW(p->arena, Arguments);
    size_t mark = seq_begin(p), default_count = 0;
    Expr **defaults = NULL;
    size_t capacity = 0;
    while (parse_at(p, TOKEN_NAME) || parse_at(p, TOKEN_SLASH)) {
        if (parse_at(p, TOKEN_SLASH)) {
            if (posonly || p->shared->item_count == mark) {
                parse_fail(p);
            }
            posonly = true;
            args->posonlyargs = SEQ_END(ArgSeq, p, mark);
            parse_advance(p);
        } else {
            seq_push(p, parse_param(p, annotated, false));
            if (parse_accept(p, TOKEN_EQUAL)) {
                if (default_count == capacity) {
                    capacity = capacity ? capacity * 2 : 4;
                    Expr **grown = arena_alloc(p->arena, capacity * sizeof(Expr *));
                    if (default_count) {
                        memcpy(grown, defaults, default_count * sizeof(Expr *));
                    }
                    defaults = grown;
                }
                defaults[default_count++] = parse_expression(p);
            } else if (default_count) {
                parse_fail(p);
            }
        }
        if (!parse_accept(p, TOKEN_COMMA)) {
            goto done;
        }
    }
    if (parse_at(p, TOKEN_STAR)) {
        args->args = SEQ_END(ArgSeq, p, mark);
        parse_kwonly(p, args, end);
    }
    if (parse_accept(p, TOKEN_DOUBLE_STAR)) {
        args->kwarg = parse_param(p, annotated, false);
        parse_accept(p, TOKEN_COMMA);
    }
done:
    if (p->shared->item_count > mark) {
        args->args = SEQ_END(ArgSeq, p, mark);
    }
    args->defaults = (ExprSeq){defaults, default_count};
    if (!parse_at(p, end)) {
        parse_fail(p);
    }
    return args;
}

/* ---- atoms ---------------------------------------------------------------------------------- */

/* Collects star_named_expressions up to `close`, the first being read; returns the node. */
static Expr *parse_elements(Parser *p, ExprKind kind, Start start, Expr *first, TokenKind close)
{
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (!parse_at(p, close)) {
        parse_expect(p, TOKEN_COMMA);
        if (!parse_at(p, close)) {
            seq_push(p, parse_star_named_expression(p));
        }
    }
    parse_advance(p);
    Expr *e = expr_new(p, kind, start);
    e->list.elts = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
 * group: '(' (yield_expr | named_expression) ')'
 * genexp: '(' named_expression for_if_clauses ')' */
static Expr *parse_parenthesized(Parser *p)
{
    Start start = parse_start(p);
    Expr *e;
    parse_advance(p);
    if (parse_accept(p, TOKEN_RPAR)) {
        return expr_new(p, EXPR_TUPLE, start);
    }
    if (parse_at(p, TOKEN_YIELD)) {
        e = parse_yield(p);
    } else {
        e = parse_star_named_expression(p);
        if (parse_at(p, TOKEN_COMMA)) {
            e = parse_elements(p, EXPR_TUPLE, start, e, TOKEN_RPAR);
            e->parenthesized = true;
            return e;
        }
        if (at_comprehension(p)) {
            return parse_comprehension(p, EXPR_GENERATOREXP, start, e, TOKEN_RPAR);
        }
        if (e->kind == EXPR_STARRED) {
            parse_fail(p);
        }
    }
    parse_expect(p, TOKEN_RPAR);
    e->parenthesized = true;
    return e;
}

/* list: '[' [star_named_expressions] ']'; listcomp: '[' named_expression for_if_clauses ']' */
static Expr *parse_list(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    if (parse_accept(p, TOKEN_RSQB)) {
        return expr_new(p, EXPR_LIST, start);
    }
    Expr *first = parse_star_named_expression(p);
    if (at_comprehension(p)) {
        return parse_comprehension(p, EXPR_LISTCOMP, start, first, TOKEN_RSQB);
    }
    return parse_elements(p, EXPR_LIST, start, first, TOKEN_RSQB);
}

/* Pushes a key (NULL for '**') and its value.
 * double_starred_kvpair: '**' bitwise_or | expression ':' expression */
static void parse_key_value(Parser *p)
{
    if (parse_accept(p, TOKEN_DOUBLE_STAR)) {
        seq_push(p, NULL);
        seq_push(p, parse_bitwise_or(p));
    } else {
        Expr *key = parse_expression(p);
        seq_push(p, key);
        parse_expect(p, TOKEN_COLON);
        seq_push(p, parse_expression(p));
    }
}

/* The rest of a dict or dictcomp; the items above `mark` are the first key and value. */
static Expr *parse_dict(Parser *p, Start start, size_t mark)
{
    if (at_comprehension(p)) {
        Expr *key = p->shared->items[mark], *value = p->shared->items[mark + 1];
        p->shared->item_count = mark;
        if (!key) {
            parse_fail(p);
        }
        ComprehensionSeq generators = parse_comprehensions(p);
        parse_expect(p, TOKEN_RBRACE);
        Expr *e = expr_new(p, EXPR_DICTCOMP, start);
        e->dictcomp.key = key;
        e->dictcomp.value = value;
        e->dictcomp.generators = generators;
        return e;
    }
    while (!parse_at(p, TOKEN_RBRACE)) {
        parse_expect(p, TOKEN_COMMA);
        if (!parse_at(p, TOKEN_RBRACE)) {
            parse_key_value(p);
        }
    }
    parse_advance(p);
    size_t count = (p->shared->item_count - mark) / 2;
    Expr *e = expr_new(p, EXPR_DICT, start);
    e->dict.keys = (ExprSeq){arena_alloc(p->arena, count * sizeof(Expr *)), count};
    e->dict.values = (ExprSeq){arena_alloc(p->arena, count * sizeof(Expr *)), count};
    for (size_t i = 0; i < count; i++) {
        e->dict.keys.at[i] = p->shared->items[mark + 2 * i];
        e->dict.values.at[i] = p->shared->items[mark + 2 * i + 1];
    }
    p->shared->item_count = mark;
    return e;
}

/* dict, set, dictcomp, setcomp: which one shows behind the first expression */
static Expr *parse_braces(Parser *p)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    parse_advance(p);
    if (parse_accept(p, TOKEN_RBRACE)) {
        return expr_new(p, EXPR_DICT, start);
    }
    if (parse_at(p, TOKEN_DOUBLE_STAR)) {
        parse_key_value(p);
        return parse_dict(p, start, mark);
    }
    Expr *first = parse_star_named_expression(p);
    if (parse_at(p, TOKEN_COLON) && first->kind != EXPR_STARRED &&
        (first->kind != EXPR_NAMEDEXPR || first->parenthesized)) {
        parse_advance(p);
        seq_push(p, first);
        seq_push(p, parse_expression(p));
        return parse_dict(p, start, mark);
    }
    if (at_comprehension(p)) {
        return parse_comprehension(p, EXPR_SETCOMP, start, first, TOKEN_RBRACE);
    }
    return parse_elements(p, EXPR_SET, start, first, TOKEN_RBRACE);
}

static Expr *parse_constant(Parser *p, ConstantKind kind)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *e = expr_new(p, EXPR_CONSTANT, start);
    e->constant.kind = kind;
    return e;
}

/* atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | tuple | group | genexp | list
 *     | listcomp | dict | set | dictcomp | setcomp | '...' */
static Expr *parse_atom(Parser *p)
{
    Start start = parse_start(p);
    switch (p->tok.kind) {
    case TOKEN_NAME: {
        Name *id = p->tok.name;
        parse_advance(p);
        Expr *e = expr_new(p, EXPR_NAME, start);
        e->name.id = id;
        return e;
    }
    case TOKEN_NUMBER: {
        Constant constant = parse_number(p, &p->tok);
        parse_advance(p);
        Expr *e = expr_new(p, EXPR_CONSTANT, start);
        e->constant = constant;
        return e;
    }
    case TOKEN_STRING:
        return parse_strings(p);
    case TOKEN_TRUE:
        return parse_constant(p, CONSTANT_TRUE);
    case TOKEN_FALSE:
        return parse_constant(p, CONSTANT_FALSE);
    case TOKEN_NONE:
        return parse_constant(p, CONSTANT_NONE);
    case TOKEN_ELLIPSIS:
        return parse_constant(p, CONSTANT_ELLIPSIS);
    case TOKEN_LPAR:
        return parse_parenthesized(p);
    case TOKEN_LSQB:
        return parse_list(p);
    case TOKEN_LBRACE:
        return parse_braces(p);
    default:
        parse_fail(p);
    }
}
