/* The match statement and its patterns. */
#include "vm/parser_impl.h"

#include "vm/diagnose.h"

static Pattern *parse_pattern(Parser *p);

static Pattern *pattern_new(Parser *p, PatternKind kind, Start start)
{
    Pattern *pattern = ARENA_NEW(p->arena, Pattern);
    pattern->kind = kind;
    pattern->span = parse_span(p, start);
    return pattern;
}

/* `match` begins a match statement if what follows could not follow a name, or if its line ends in
 * a colon and the next one is indented and starts with `case`: then we read ahead on a copy. */
bool parse_is_match(Parser *p)
{
    Lexer ahead = p->lexer;
    SyntaxProblem ignored;
    ahead.problem = &ignored;
    Token token, previous;
    lexer_next(&ahead, &token);
    switch (token.kind) {
    case TOKEN_EQUAL:
    case TOKEN_DOT:
    case TOKEN_COMMA:
    case TOKEN_COLON:
    case TOKEN_SEMI:
    case TOKEN_RPAR:
    case TOKEN_NEWLINE:
    case TOKEN_WALRUS:
    case TOKEN_END:
    case TOKEN_ERROR:
        return false;
    default:
        break;
    }
    do {
        previous = token;
        lexer_next(&ahead, &token);
    } while (token.kind != TOKEN_NEWLINE && token.kind != TOKEN_END && token.kind != TOKEN_ERROR);
    if (ahead.interactive && ahead.hit_end) {
        return true; /* more is to come at the prompt */
    }
    if (token.kind != TOKEN_NEWLINE || previous.kind != TOKEN_COLON) {
        return false;
    }
    lexer_next(&ahead, &token);
    if (ahead.interactive && ahead.hit_end) {
        return true; /* more is to come at the prompt */
    }
    if (token.kind != TOKEN_INDENT) {
        return false;
    }
    lexer_next(&ahead, &token);
    return token.kind == TOKEN_NAME && token.name == p->shared->name_case;
}

/* ---- literals and values -------------------------------------------------------------------- */

static bool is_complex(Expr *e)
{
    return e->kind == EXPR_CONSTANT && e->constant.kind == CONSTANT_COMPLEX;
}

/* signed_number: NUMBER | '-' NUMBER */
static Expr *parse_signed_number(Parser *p)
{
    Start start = parse_start(p);
    if (parse_accept(p, TOKEN_MINUS)) {
        Start operand_start = parse_start(p);
        if (!parse_at(p, TOKEN_NUMBER)) {
            parse_fail(p);
        }
        Constant constant = parse_number(p, &p->tok);
        parse_advance(p);
        Expr *operand = expr_new(p, EXPR_CONSTANT, operand_start);
        operand->constant = constant;
        Expr *e = expr_new(p, EXPR_UNARYOP, start);
        e->op = UNARY_USUB;
        e->unaryop.operand = operand;
        return e;
    }
    Constant constant = parse_number(p, &p->tok);
    parse_advance(p);
    Expr *e = expr_new(p, EXPR_CONSTANT, start);
    e->constant = constant;
    return e;
}

/* complex_number: signed_number ('+' | '-') NUMBER, a real and an imaginary one */
static Expr *parse_pattern_number(Parser *p)
{
    Start start = parse_start(p);
    Expr *real = parse_signed_number(p);
    if (!parse_at(p, TOKEN_PLUS) && !parse_at(p, TOKEN_MINUS)) {
        return real;
    }
    AstBinaryOp op = parse_at(p, TOKEN_PLUS) ? BINARY_ADD : BINARY_SUB;
    parse_advance(p);
    Start right_start = parse_start(p);
    if (!parse_at(p, TOKEN_NUMBER)) {
        parse_fail(p);
    }
    Constant constant = parse_number(p, &p->tok);
    Expr *real_number = real->kind == EXPR_UNARYOP ? real->unaryop.operand : real;
    if (is_complex(real_number)) {
        diagnose_span(p, real->span, "real number required in complex literal");
        parse_leave(p);
    }
    if (constant.kind != CONSTANT_COMPLEX) {
        parse_fail_here(p, "imaginary number required in complex literal");
    }
    parse_advance(p);
    Expr *imaginary = expr_new(p, EXPR_CONSTANT, right_start);
    imaginary->constant = constant;
    Expr *e = expr_new(p, EXPR_BINOP, start);
    e->op = op;
    e->binop.left = real;
    e->binop.right = imaginary;
    return e;
}

/* name_or_attr: NAME ('.' NAME)* */
static Expr *parse_dotted(Parser *p)
{
    Start start = parse_start(p);
    Name *id = parse_name(p);
    Expr *e = expr_new(p, EXPR_NAME, start);
    e->name.id = id;
    while (parse_accept(p, TOKEN_DOT)) {
        Name *attr = parse_name(p);
        Expr *outer = expr_new(p, EXPR_ATTRIBUTE, start);
        outer->attribute.value = e;
        outer->attribute.attr = attr;
        e = outer;
    }
    return e;
}

static Pattern *parse_value_pattern(Parser *p, Start start, Expr *value)
{
    Pattern *pattern = pattern_new(p, PATTERN_VALUE, start);
    pattern->value.value = value;
    return pattern;
}

static ConstantKind singleton_kind(Parser *p)
{
    return parse_at(p, TOKEN_NONE)   ? CONSTANT_NONE
           : parse_at(p, TOKEN_TRUE) ? CONSTANT_TRUE
                                     : CONSTANT_FALSE;
}

/* ---- compound patterns ---------------------------------------------------------------------- */

/* star_pattern: '*' NAME, '_' for none */
static Pattern *parse_star_pattern(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Name *name = parse_name(p);
    Pattern *pattern = pattern_new(p, PATTERN_STAR, start);
    pattern->star.name = name == p->shared->name_underscore ? NULL : name;
    return pattern;
}

static Pattern *parse_maybe_star_pattern(Parser *p)
{
    return parse_at(p, TOKEN_STAR) ? parse_star_pattern(p) : parse_pattern(p);
}

/* Collects patterns up to `close`, which is consumed; the items above `mark` come first. */
static Pattern *parse_sequence_rest(Parser *p, Start start, size_t mark, TokenKind close)
{
    while (!parse_at(p, close)) {
        parse_expect(p, TOKEN_COMMA);
        if (!parse_at(p, close)) {
            seq_push(p, parse_maybe_star_pattern(p));
        }
    }
    parse_advance(p);
    Pattern *pattern = pattern_new(p, PATTERN_SEQUENCE, start);
    pattern->sequence.patterns = SEQ_END(PatternSeq, p, mark);
    return pattern;
}

/* group_pattern: '(' pattern ')'; sequence_pattern: '(' ... ')' | '[' ... ']' */
static Pattern *parse_bracketed_pattern(Parser *p, TokenKind close)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    parse_advance(p);
    if (!parse_at(p, close)) {
        Pattern *first = parse_maybe_star_pattern(p);
        if (close == TOKEN_RPAR && parse_at(p, close) && first->kind != PATTERN_STAR) {
            parse_advance(p);
            return first;
        }
        seq_push(p, first);
        if (close == TOKEN_RPAR && !parse_at(p, TOKEN_COMMA)) {
            parse_fail(p);
        }
    }
    return parse_sequence_rest(p, start, mark, close);
}

/* A key of a mapping pattern: (literal_expr | attr) */
static Expr *parse_mapping_key(Parser *p)
{
    Start start = parse_start(p);
    switch (p->tok.kind) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS:
        return parse_pattern_number(p);
    case TOKEN_STRING:
        return parse_strings(p);
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE: {
        ConstantKind kind = singleton_kind(p);
        parse_advance(p);
        Expr *e = expr_new(p, EXPR_CONSTANT, start);
        e->constant.kind = kind;
        return e;
    }
    default: {
        Expr *e = parse_dotted(p);
        if (e->kind == EXPR_NAME) {
            parse_fail(p);
        }
        return e;
    }
    }
}

/* mapping_pattern: '{' [(key ':' pattern) ',' ...] ['**' NAME] [','] '}' */
static Pattern *parse_mapping_pattern(Parser *p)
{
    Start start = parse_start(p);
    size_t mark = seq_begin(p);
    Name *rest = NULL;
    parse_advance(p);
    while (!parse_at(p, TOKEN_RBRACE)) {
        if (parse_accept(p, TOKEN_DOUBLE_STAR)) {
            if (parse_at_soft(p, p->shared->name_underscore)) {
                parse_fail(p);
            }
            rest = parse_name(p);
            parse_accept(p, TOKEN_COMMA);
            break;
        }
        Expr *key = parse_mapping_key(p);
        seq_push(p, key);
        parse_expect(p, TOKEN_COLON);
        seq_push(p, parse_pattern(p));
        if (!parse_at(p, TOKEN_RBRACE)) {
            parse_expect(p, TOKEN_COMMA);
        }
    }
    parse_expect(p, TOKEN_RBRACE);
    size_t count = (p->shared->item_count - mark) / 2;
    Pattern *pattern = pattern_new(p, PATTERN_MAPPING, start);
    pattern->mapping.keys = (ExprSeq){arena_alloc(p->arena, count * sizeof(Expr *)), count};
    pattern->mapping.patterns =
        (PatternSeq){arena_alloc(p->arena, count * sizeof(Pattern *)), count};
    for (size_t i = 0; i < count; i++) {
        pattern->mapping.keys.at[i] = p->shared->items[mark + 2 * i];
        pattern->mapping.patterns.at[i] = p->shared->items[mark + 2 * i + 1];
    }
    p->shared->item_count = mark;
    pattern->mapping.rest = rest;
    return pattern;
}

/* class_pattern: name_or_attr '(' [pattern ',' ...] [NAME '=' pattern ',' ...] ')' */
static Pattern *parse_class_pattern(Parser *p, Start start, Expr *cls)
{
    size_t mark = seq_begin(p);
    PatternSeq patterns = {0};
    bool keywords = false;
    parse_advance(p);
    while (!parse_at(p, TOKEN_RPAR)) {
        Pattern *pattern = NULL;
        Name *attr = NULL;
        if (parse_at(p, TOKEN_NAME)) {
            Lexer ahead = p->lexer;
            Token token;
            lexer_next(&ahead, &token);
            if (token.kind == TOKEN_EQUAL) {
                attr = parse_name(p);
                parse_advance(p);
            }
        }
        if (keywords && !attr) {
            parse_fail(p);
        }
        if (attr && !keywords) {
            patterns = SEQ_END(PatternSeq, p, mark);
            keywords = true;
        }
        pattern = parse_pattern(p);
        if (attr) {
            seq_push(p, attr);
        }
        seq_push(p, pattern);
        if (!parse_at(p, TOKEN_RPAR)) {
            parse_expect(p, TOKEN_COMMA);
        }
    }
    parse_advance(p);
    Pattern *result = pattern_new(p, PATTERN_CLASS, start);
    result->cls.cls = cls;
    if (!keywords) {
        result->cls.patterns = SEQ_END(PatternSeq, p, mark);
        return result;
    }
    result->cls.patterns = patterns;
    size_t count = (p->shared->item_count - mark) / 2;
    result->cls.kwd_attrs = (NameSeq){arena_alloc(p->arena, count * sizeof(Name *)), count};
    result->cls.kwd_patterns =
        (PatternSeq){arena_alloc(p->arena, count * sizeof(Pattern *)), count};
    for (size_t i = 0; i < count; i++) {
        result->cls.kwd_attrs.at[i] = p->shared->items[mark + 2 * i];
        result->cls.kwd_patterns.at[i] = p->shared->items[mark + 2 * i + 1];
    }
    p->shared->item_count = mark;
    return result;
}

/* capture, wildcard, value or class pattern: all start with a name */
static Pattern *parse_name_pattern(Parser *p)
{
    Start start = parse_start(p);
    Expr *e = parse_dotted(p);
    if (parse_at(p, TOKEN_LPAR)) {
        return parse_class_pattern(p, start, e);
    }
    if (e->kind != EXPR_NAME) {
        return parse_value_pattern(p, start, e);
    }
    if (parse_at(p, TOKEN_EQUAL)) {
        parse_fail(p);
    }
    Pattern *pattern = pattern_new(p, PATTERN_AS, start);
    pattern->as.name = e->name.id == p->shared->name_underscore ? NULL : e->name.id;
    return pattern;
}

/* closed_pattern: literal | capture | wildcard | value | group | sequence | mapping | class */
static Pattern *parse_closed_pattern(Parser *p)
{
    Start start = parse_start(p);
    switch (p->tok.kind) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS: {
        Expr *value = parse_pattern_number(p);
        return parse_value_pattern(p, start, value);
    }
    case TOKEN_STRING: {
        Expr *value = parse_strings(p);
        return parse_value_pattern(p, start, value);
    }
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE: {
        ConstantKind kind = singleton_kind(p);
        parse_advance(p);
        Pattern *pattern = pattern_new(p, PATTERN_SINGLETON, start);
        pattern->singleton.value = kind;
        return pattern;
    }
    case TOKEN_NAME:
        return parse_name_pattern(p);
    case TOKEN_LPAR:
        return parse_bracketed_pattern(p, TOKEN_RPAR);
    case TOKEN_LSQB:
        return parse_bracketed_pattern(p, TOKEN_RSQB);
    case TOKEN_LBRACE:
        return parse_mapping_pattern(p);
    default:
        parse_fail(p);
    }
}

/* or_pattern: '|'.closed_pattern+ */
static Pattern *parse_or_pattern(Parser *p)
{
    Start start = parse_start(p);
    Pattern *first = parse_closed_pattern(p);
    if (!parse_at(p, TOKEN_VBAR)) {
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_VBAR)) {
        seq_push(p, parse_closed_pattern(p));
    }
    Pattern *pattern = pattern_new(p, PATTERN_OR, start);
    pattern->alternatives.patterns = SEQ_END(PatternSeq, p, mark);
    return pattern;
}

/* pattern: or_pattern ['as' NAME] */
static Pattern *parse_pattern(Parser *p)
{
    parse_enter(p);
    Start start = parse_start(p);
    Pattern *pattern = parse_or_pattern(p);
    if (parse_accept(p, TOKEN_AS)) {
        if (parse_at_soft(p, p->shared->name_underscore)) {
            parse_fail(p);
        }
        Name *name = parse_name(p);
        Pattern *outer = pattern_new(p, PATTERN_AS, start);
        outer->as.pattern = pattern;
        outer->as.name = name;
        pattern = outer;
    }
    parse_exit(p);
    return pattern;
}

/* patterns: maybe_star_pattern ',' [maybe_star_pattern ',' ...] | pattern */
static Pattern *parse_patterns(Parser *p)
{
    Start start = parse_start(p);
    Pattern *first = parse_maybe_star_pattern(p);
    if (!parse_at(p, TOKEN_COMMA)) {
        if (first->kind == PATTERN_STAR) {
            parse_fail(p);
        }
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_COMMA) && !parse_at(p, TOKEN_COLON) && !parse_at(p, TOKEN_IF)) {
        seq_push(p, parse_maybe_star_pattern(p));
    }
    Pattern *pattern = pattern_new(p, PATTERN_SEQUENCE, start);
    pattern->sequence.patterns = SEQ_END(PatternSeq, p, mark);
    return pattern;
}

/* ---- the statement -------------------------------------------------------------------------- */

/* case_block: "case" patterns ['if' named_expression] ':' block */
static MatchCase *parse_case(Parser *p)
{
    MatchCase *match_case = ARENA_NEW(p->arena, MatchCase);
    if (!parse_at_soft(p, p->shared->name_case)) {
        parse_fail(p);
    }
    parse_advance(p);
    match_case->pattern = parse_patterns(p);
    if (parse_accept(p, TOKEN_IF)) {
        match_case->guard = parse_named_expression(p);
    }
    parse_expect(p, TOKEN_COLON);
    match_case->body = parse_block(p);
    return match_case;
}

/* subject_expr: star_named_expression ',' [star_named_expressions] | named_expression */
static Expr *parse_subject(Parser *p)
{
    Start start = parse_start(p);
    Expr *first = parse_star_named_expression(p);
    if (!parse_at(p, TOKEN_COMMA)) {
        if (first->kind == EXPR_STARRED) {
            parse_fail(p);
        }
        return first;
    }
    size_t mark = seq_begin(p);
    seq_push(p, first);
    while (parse_accept(p, TOKEN_COMMA) && !parse_at(p, TOKEN_COLON)) {
        seq_push(p, parse_star_named_expression(p));
    }
    Expr *e = expr_new(p, EXPR_TUPLE, start);
    e->tuple.elts = SEQ_END(ExprSeq, p, mark);
    return e;
}

/* match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT */
Stmt *parse_match(Parser *p)
{
    Start start = parse_start(p);
    parse_advance(p);
    Expr *subject = parse_subject(p);
    parse_expect(p, TOKEN_COLON);
    parse_expect(p, TOKEN_NEWLINE);
    parse_expect(p, TOKEN_INDENT);
    size_t mark = seq_begin(p);
    do {
        seq_push(p, parse_case(p));
    } while (!parse_at(p, TOKEN_DEDENT));
    MatchCaseSeq cases = SEQ_END(MatchCaseSeq, p, mark);
    parse_advance(p);
    Stmt *s = stmt_new(p, STMT_MATCH, start);
    s->match.subject = subject;
    s->match.cases = cases;
    return s;
}
