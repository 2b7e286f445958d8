/* Expressions: from a tuple without parentheses down to the operators; parser_atom.c goes on. */
#include "vm/parser_impl.h"

/* ---- targets -------------------------------------------------------------------------------- */

/* star_target: '*' target | target
 * target: NAME | primary '.' NAME | primary '[' slices ']' | '(' target ')'
 *       | '(' [targets] ')' | '[' [targets] ']'
 * The parser reads a target as an expression and turns it into a target when it sees the '='. */
void parse_as_target(Parser *p, Expr *e, TargetKind kind)
{
    ExprContext ctx = kind == TARGET_DELETE ? CONTEXT_DEL : CONTEXT_STORE;
    switch (e->kind) {
    case EXPR_NAME:
    case EXPR_ATTRIBUTE:
    case EXPR_SUBSCRIPT:
        e->ctx = ctx;
        return;
    case EXPR_STARRED:
        if (kind == TARGET_STAR && e->starred.value->kind != EXPR_STARRED) {
            e->ctx = ctx;
            parse_as_target(p, e->starred.value, kind);
            return;
        }
        break;
    case EXPR_TUPLE:
    case EXPR_LIST:
        if (kind != TARGET_SINGLE) {
            e->ctx = ctx;
            for (size_t i = 0; i < e->list.elts.count; i++) {
                parse_as_target(p, e->list.elts.at[i], kind);
            }
            return;
        }
        break;
    default:
        break;
    }
    parse_fail(p);
}

/* star_target: '*' target | target, where an expression would swallow the `in` that follows */
Expr *parse_star_target(Parser *p)
{
    Start start = parse_start(p);
    Expr *e;
    if (parse_accept(p, TOKEN_STAR)) {
        Expr *value = parse_primary(p);
        e = expr_new(p, EXPR_STARRED, start);
        e->starred.value = value;
    } else {
        e = parse_primary(p);
    }
    parse_as_target(p, e, TARGET_STAR);
    return e;
}

/* star_targets: star_target !',' | star_target (',' star_target)* [','] */
Expr *parse_star_targets(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_star_target(p);
    if (!parse_at(p, TOKEN_COMMA)) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_COMMA) && (parse_at_expression(p) || parse_at(p, TOKEN_STAR))) {
        seq_push(p, parse_star_target(p));
    }
    Expr *e = expr_new(p, EXPR_TUPLE, start);
    e->ctx = CONTEXT_STORE;
    e->tuple.elts = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* ---- lists of expressions ------------------------------------------------------------------- */

bool parse_at_expression(Parser *p)
{
    switch (p->tok.kind) {
    case TOKEN_NAME:
    case TOKEN_NUMBER:
    case TOKEN_STRING:
    case TOKEN_FALSE:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_AWAIT:
    case TOKEN_LAMBDA:
    case TOKEN_NOT:
    case TOKEN_LPAR:
    case TOKEN_LSQB:
    case TOKEN_LBRACE:
    case TOKEN_ELLIPSIS:
    case TOKEN_PLUS:
    case TOKEN_MINUS:
    case TOKEN_TILDE:
        return true;
    default:
        return false;
    }
}

static bool at_star_expression(Parser *p)
{
    return parse_at_expression(p) || parse_at(p, TOKEN_STAR);
}

/* '*' bitwise_or, the '*' being looked at */
Expr *parse_starred(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *value = parse_bitwise_or(p);
    Expr *e = expr_new(p, EXPR_STARRED, start);
    e->starred.value = value;
    return e;
}

/* star_named_expression: '*' bitwise_or | named_expression */
Expr *parse_star_named_expression(Parser *p)
{
    return parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_named_expression(p);
}

/* star_expressions: star_expression (',' star_expression)* [',']
 * star_expression: '*' bitwise_or | expression */
Expr *parse_star_expressions(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_expression(p);
    if (likely(!parse_at(p, TOKEN_COMMA))) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_COMMA) && at_star_expression(p)) {
        seq_push(p, parse_at(p, TOKEN_STAR) ? parse_starred(p) : parse_expression(p));
    }
    Expr *e = expr_new(p, EXPR_TUPLE, start);
    e->tuple.elts = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* expressions: expression (',' expression)* [','] */
Expr *parse_expressions(Parser *p)
{
    if (parse_at(p, TOKEN_STAR)) {
        parse_fail(p);
    }
    Expr *e = parse_star_expressions(p);
    if (e->kind == EXPR_TUPLE && !e->parenthesized) {
        for (size_t i = 0; i < e->tuple.elts.count; i++) {
            if (e->tuple.elts.at[i]->kind == EXPR_STARRED) {
                parse_fail(p);
            }
        }
    }
    return e;
}

/* yield_expr: 'yield' 'from' expression | 'yield' [star_expressions] */
Expr *parse_yield(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    if (parse_accept(p, TOKEN_FROM)) {
        Expr *value = parse_expression(p);
        Expr *e = expr_new(p, EXPR_YIELDFROM, start);
        e->yieldfrom.value = value;
        return e;
    }
    Expr *value = at_star_expression(p) ? parse_star_expressions(p) : NULL;
    Expr *e = expr_new(p, EXPR_YIELD, start);
    e->yield.value = value;
    return e;
}

Expr *parse_yield_or_star_expressions(Parser *p)
{
    return parse_at(p, TOKEN_YIELD) ? parse_yield(p) : parse_star_expressions(p);
}

/* ---- conditional, lambda, named ------------------------------------------------------------- */

/* lambdef: 'lambda' [parameters] ':' expression */
static Expr *parse_lambda(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Arguments *args = parse_parameters(p, TOKEN_COLON);
    parse_expect(p, TOKEN_COLON);
    Expr *body = parse_expression(p);
    Expr *e = expr_new(p, EXPR_LAMBDA, start);
    e->lambda.args = args;
    e->lambda.body = body;
    return e;
}

/* expression: disjunction ['if' disjunction 'else' expression] | lambdef */
Expr *parse_expression(Parser *p)
{
    parse_enter(p);
    Expr *e;
    if (unlikely(parse_at(p, TOKEN_LAMBDA))) {
        e = parse_lambda(p);
    } else {
        Start start = parse_start(p);
        e = parse_disjunction(p);
        if (parse_accept(p, TOKEN_IF)) {
            Expr *test = parse_disjunction(p);
            parse_expect(p, TOKEN_ELSE);
            Expr *orelse = parse_expression(p);
            Expr *body = e;
            e = expr_new(p, EXPR_IFEXP, start);
            e->ifexp.test = test;
            e->ifexp.body = body;
            e->ifexp.orelse = orelse;
        }
    }
    parse_exit(p);
    return e;
}

/* named_expression: NAME ':=' expression | expression */
Expr *parse_named_expression(Parser *p)
{
    Start start = parse_start(p);
    Expr *e = parse_expression(p);
    if (unlikely(parse_at(p, TOKEN_WALRUS))) {
        if (e->kind != EXPR_NAME || e->parenthesized) {
            parse_fail(p);
        }
        parse_advance(p);
        Expr *target = e, *value = parse_expression(p);
        target->ctx = CONTEXT_STORE;
        e = expr_new(p, EXPR_NAMEDEXPR, start);
        e->namedexpr.target = target;
        e->namedexpr.value = value;
    }
    return e;
}

/* ---- operators ------------------------------------------------------------------------------ */

/* Binary operators by how tight they bind; 0: none. */
enum { PREC_NONE, PREC_OR, PREC_XOR, PREC_AND, PREC_SHIFT, PREC_SUM, PREC_TERM };

static const struct {
    uint8_t precedence, op;
} binary_table[TOKEN_COUNT] = {
    [TOKEN_VBAR] = {PREC_OR, BINARY_BITOR},
    [TOKEN_CARET] = {PREC_XOR, BINARY_BITXOR},
    [TOKEN_AMPER] = {PREC_AND, BINARY_BITAND},
    [TOKEN_LSHIFT] = {PREC_SHIFT, BINARY_LSHIFT},
    [TOKEN_RSHIFT] = {PREC_SHIFT, BINARY_RSHIFT},
    [TOKEN_PLUS] = {PREC_SUM, BINARY_ADD},
    [TOKEN_MINUS] = {PREC_SUM, BINARY_SUB},
    [TOKEN_STAR] = {PREC_TERM, BINARY_MULT},
    [TOKEN_SLASH] = {PREC_TERM, BINARY_DIV},
    [TOKEN_DOUBLE_SLASH] = {PREC_TERM, BINARY_FLOORDIV},
    [TOKEN_PERCENT] = {PREC_TERM, BINARY_MOD},
    [TOKEN_AT] = {PREC_TERM, BINARY_MATMULT},
};

static Expr *parse_factor(Parser *p);

static Expr *binop_new(Parser *p, Start start, Expr *left, AstBinaryOp op, Expr *right)
{
    Expr *e = expr_new(p, EXPR_BINOP, start);
    e->op = op;
    e->binop.left = left;
    e->binop.right = right;
    return e;
}

/* bitwise_or: bitwise_or '|' bitwise_xor | ..., and so down to term: precedence climbing, with a
 * loop for the operators of one level, so that chains are as long as they like. */
static Expr *parse_binary(Parser *p, int least)
{
    Start start = parse_start(p);
    Expr *left = parse_factor(p);
    for (;;) {
        int precedence = binary_table[p->tok.kind].precedence;
        if (precedence == PREC_NONE || precedence < least) {
            return left;
        }
        AstBinaryOp op = binary_table[p->tok.kind].op;
        parse_advance(p);
        Expr *right = parse_binary(p, precedence + 1);
        left = binop_new(p, start, left, op, right);
    }
}

Expr *parse_bitwise_or(Parser *p)
{
    return parse_binary(p, PREC_OR);
}

Expr *parse_sum(Parser *p)
{
    return parse_binary(p, PREC_SUM);
}

/* factor: ('+' | '-' | '~') factor | power
 * power: await_primary ['**' factor]
 * await_primary: 'await' primary | primary */
static Expr *parse_factor(Parser *p)
{
    Start start = parse_start(p);
    AstUnaryOp op;
    switch (p->tok.kind) {
    case TOKEN_PLUS:
        op = UNARY_UADD;
        break;
    case TOKEN_MINUS:
        op = UNARY_USUB;
        break;
    case TOKEN_TILDE:
        op = UNARY_INVERT;
        break;
    default: {
        Expr *e;
        if (unlikely(parse_accept(p, TOKEN_AWAIT))) {
            Expr *value = parse_primary(p);
            e = expr_new(p, EXPR_AWAIT, start);
            e->await.value = value;
        } else {
            e = parse_primary(p);
        }
        if (parse_at(p, TOKEN_DOUBLE_STAR)) {
            parse_enter(p);
            parse_advance(p);
            e = binop_new(p, start, e, BINARY_POW, parse_factor(p));
            parse_exit(p);
        }
        return e;
    }
    }
    parse_enter(p);
    parse_advance(p);
    Expr *operand = parse_factor(p);
    Expr *e = expr_new(p, EXPR_UNARYOP, start);
    e->op = op;
    e->unaryop.operand = operand;
    parse_exit(p);
    return e;
}

/* Consumes a comparison operator, if there is one. */
static bool accept_compare_op(Parser *p, AstCompareOp *op)
{
    switch (p->tok.kind) {
    case TOKEN_EQ_EQUAL:
        *op = COMPARE_EQ;
        break;
    case TOKEN_NOT_EQUAL:
        *op = COMPARE_NOT_EQ;
        break;
    case TOKEN_LESS:
        *op = COMPARE_LT;
        break;
    case TOKEN_LESS_EQUAL:
        *op = COMPARE_LT_E;
        break;
    case TOKEN_GREATER:
        *op = COMPARE_GT;
        break;
    case TOKEN_GREATER_EQUAL:
        *op = COMPARE_GT_E;
        break;
    case TOKEN_IN:
        *op = COMPARE_IN;
        break;
    case TOKEN_NOT: /* behind an operand only `not in` can come */
        parse_advance(p);
        *op = COMPARE_NOT_IN;
        parse_expect(p, TOKEN_IN);
        return true;
    case TOKEN_IS:
        parse_advance(p);
        *op = parse_accept(p, TOKEN_NOT) ? COMPARE_IS_NOT : COMPARE_IS;
        return true;
    default:
        return false;
    }
    parse_advance(p);
    return true;
}

/* comparison: bitwise_or (compare_op bitwise_or)* */
static Expr *parse_comparison(Parser *p)
{
    Start start = parse_start(p);
    Expr *left = parse_bitwise_or(p);
    AstCompareOp op;
    if (likely(!accept_compare_op(p, &op))) {
        return left;
    }
    size_t mark = seq_begin(p);
    do {
        seq_push(p, (void *)(uintptr_t)op);
        seq_push(p, parse_bitwise_or(p));
    } while (accept_compare_op(p, &op));
    size_t count = (p->shared->item_count - mark) / 2;
    Expr *e = expr_new(p, EXPR_COMPARE, start);
    e->compare.left = left;
    e->compare.ops = arena_alloc(p->arena, count);
    e->compare.comparators = (ExprSeq){arena_alloc(p->arena, count * sizeof(Expr *)), count};
    for (size_t i = 0; i < count; i++) {
        e->compare.ops[i] = (uint8_t)(uintptr_t)p->shared->items[mark + 2 * i];
        e->compare.comparators.at[i] = p->shared->items[mark + 2 * i + 1];
    }
    p->shared->item_count = mark;
    return e;
}

/* inversion: 'not' inversion | comparison */
static Expr *parse_inversion(Parser *p)
{
    if (likely(!parse_at(p, TOKEN_NOT))) {
        return parse_comparison(p);
    }
    Start start = parse_start(p);
    parse_enter(p);
    parse_advance(p);
    Expr *operand = parse_inversion(p);
    Expr *e = expr_new(p, EXPR_UNARYOP, start);
    e->op = UNARY_NOT;
    e->unaryop.operand = operand;
    parse_exit(p);
    return e;
}

/* conjunction: inversion ('and' inversion)* */
static Expr *parse_conjunction(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_inversion(p);
    if (likely(!parse_at(p, TOKEN_AND))) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_AND)) {
        seq_push(p, parse_inversion(p));
    }
    Expr *e = expr_new(p, EXPR_BOOLOP, start);
    e->op = BOOL_AND;
    e->boolop.values = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* disjunction: conjunction ('or' conjunction)* */
Expr *parse_disjunction(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_conjunction(p);
    if (likely(!parse_at(p, TOKEN_OR))) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_OR)) {
        seq_push(p, parse_conjunction(p));
    }
    Expr *e = expr_new(p, EXPR_BOOLOP, start);
    e->op = BOOL_OR;
    e->boolop.values = SEQ_END(ExprSeq, p, mark);
    return e;
}
