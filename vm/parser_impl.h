/* parser_impl.h: what the parts of the parser share: parser.c (the entry), parser_expr.c,
 * parser_stmt.c, parser_pattern.c, literal.c, fstring.c and diagnose.c, nobody else.
 *
 * The parser is a recursive descent with one token of lookahead; each function has its rule of the
 * grammar above it, in the notation of the language reference. Invariant: `tok` is the first token
 * not consumed, `end_line`/`end_col` the end of the last one consumed, NEWLINE, INDENT and DEDENT
 * aside.
 *
 * It knows only right from wrong. A function that cannot go on calls parse_fail, which has
 * diagnose.c read the statement again to find the words for it, and leaves by longjmp; so nothing
 * here returns an error.
 */
#ifndef VM_PARSER_IMPL_H
#define VM_PARSER_IMPL_H

#include "vm/lexer.h"
#include "vm/parser.h"

#include <setjmp.h>

/* Nested calls that the C stack is trusted with; CPython's parser gives up at the same number. */
enum { PARSE_MAX_DEPTH = AST_MAX_DEPTH };

/* What the parser of a source and those of its f-string parts have in common. */
typedef struct ParserShared {
    SyntaxProblem *problem;
    void **items; /* the stack that sequences are collected on */
    size_t item_count, item_capacity;
    Name *name_match, *name_case, *name_underscore;
    bool is_file; /* the source is a file's: reports show whole lines */
    jmp_buf failed;
} ParserShared;

typedef struct Parser {
    Arena *arena;
    ParserShared *shared;
    Token tok;
    int end_line, end_col;
    int depth;
    ParseMode mode;
    bool is_fstring; /* reads "(expression)", cut from an f-string */
    const char *statement; /* where the line of the current top-level statement starts ... */
    int statement_line;    /* ... and its number: diagnose.c reads from there */
    Lexer lexer;
} Parser;

typedef struct Start {
    int line, col;
} Start;

/* ---- parser.c ------------------------------------------------------------------------------- */

/* Makes `p` ready to read `text` (whose first line is number `line`); its first token is read. */
void parser_init(Parser *p, Arena *arena, ParserShared *shared, Text text, int line,
                 ParseMode mode);

/* Finds out what is wrong at or before `p->tok`, and leaves. */
cold_fn noreturn_fn void parse_fail(Parser *p);

/* Leaves with a SyntaxError of these words at the token looked at. */
cold_fn noreturn_fn void parse_fail_here(Parser *p, const char *message);

/* Leaves with the problem that has been filled in. */
cold_fn noreturn_fn void parse_leave(Parser *p);

/* Leaves with a MemoryError: nested too deeply. */
cold_fn noreturn_fn void parse_too_deep(Parser *p);

/* Pushes on the stack of items; the slow path of seq_push. */
void seq_grow(Parser *p);

/* Moves the items above `mark` into the arena; returns where. */
void *seq_take(Parser *p, size_t mark);

static inline void parse_advance(Parser *p)
{
    if (p->tok.kind < TOKEN_NEWLINE || p->tok.kind > TOKEN_DEDENT) {
        p->end_line = p->tok.end_line; /* nodes do not end in white space */
        p->end_col = p->tok.end_col;
    }
    lexer_next(&p->lexer, &p->tok);
    bool needs_more = p->lexer.hit_end && p->lexer.interactive;
    if (unlikely(p->tok.kind == TOKEN_ERROR || needs_more)) {
        parse_fail(p);
    }
}

static inline bool parse_at(Parser *p, TokenKind kind)
{
    return p->tok.kind == kind;
}

/* Consumes the token if it is of the kind. */
static inline bool parse_accept(Parser *p, TokenKind kind)
{
    if (p->tok.kind != kind) {
        return false;
    }
    parse_advance(p);
    return true;
}

static inline void parse_expect(Parser *p, TokenKind kind)
{
    if (unlikely(p->tok.kind != kind)) {
        parse_fail(p);
    }
    parse_advance(p);
}

/* Consumes a NAME and returns it. */
static inline Name *parse_name(Parser *p)
{
    Name *name = p->tok.name;
    parse_expect(p, TOKEN_NAME);
    return name;
}

/* Is the token this soft keyword? */
static inline bool parse_at_soft(Parser *p, Name *keyword)
{
    return p->tok.kind == TOKEN_NAME && p->tok.name == keyword;
}

static inline Start parse_start(Parser *p)
{
    return (Start){p->tok.line, p->tok.col};
}

/* From `start` to the end of what has been consumed. */
static inline Span parse_span(Parser *p, Start start)
{
    return (Span){start.line, start.col, p->end_line, p->end_col};
}

static inline void parse_enter(Parser *p)
{
    if (unlikely(++p->depth > PARSE_MAX_DEPTH)) {
        parse_too_deep(p);
    }
}

static inline void parse_exit(Parser *p)
{
    p->depth--;
}

static inline size_t seq_begin(Parser *p)
{
    return p->shared->item_count;
}

static inline void seq_push(Parser *p, void *item)
{
    ParserShared *s = p->shared;
    if (unlikely(s->item_count == s->item_capacity)) {
        seq_grow(p);
    }
    s->items[s->item_count++] = item;
}

/* The sequence of what was pushed since `mark`, as a `Type` ({at, count}). */
#define SEQ_END(Type, p, mark)                                                                     \
    ({                                                                                             \
        size_t seq_count_ = (p)->shared->item_count - (mark);                                      \
        Type seq_ = {seq_take((p), (mark)), seq_count_};                                           \
        seq_;                                                                                      \
    })

static inline Expr *expr_new(Parser *p, ExprKind kind, Start start)
{
    Expr *e = ARENA_NEW(p->arena, Expr);
    e->kind = kind;
    e->span = parse_span(p, start);
    return e;
}

static inline Stmt *stmt_new(Parser *p, StmtKind kind, Start start)
{
    Stmt *s = ARENA_NEW(p->arena, Stmt);
    s->kind = kind;
    s->span = parse_span(p, start);
    return s;
}

/* ---- parser_expr.c -------------------------------------------------------------------------- */

Expr *parse_expression(Parser *p);
Expr *parse_named_expression(Parser *p);
Expr *parse_expressions(Parser *p);
Expr *parse_star_expressions(Parser *p); /* one expression, or a tuple without parentheses */
Expr *parse_yield_or_star_expressions(Parser *p);
Expr *parse_star_named_expression(Parser *p);
Expr *parse_starred(Parser *p); /* the '*' being looked at */
Expr *parse_yield(Parser *p);   /* the 'yield' being looked at */
Expr *parse_disjunction(Parser *p);
Expr *parse_bitwise_or(Parser *p);
Expr *parse_sum(Parser *p);
Expr *parse_star_targets(Parser *p);              /* until `in` */
Expr *parse_star_target(Parser *p);
bool parse_at_expression(Parser *p);              /* may an expression start here? */

typedef enum TargetKind { TARGET_STAR, TARGET_SINGLE, TARGET_DELETE } TargetKind;

/* Turns an expression into a target (its context, and those of its parts), or fails. */
void parse_as_target(Parser *p, Expr *e, TargetKind kind);

/* ---- parser_atom.c -------------------------------------------------------------------------- */

Expr *parse_primary(Parser *p);
void parse_arguments(Parser *p, ExprSeq *args, KeywordSeq *keywords); /* consumes the ')' */
Arguments *parse_parameters(Parser *p, TokenKind end); /* `end`: ')' of def, ':' of lambda */

/* ---- parser_stmt.c -------------------------------------------------------------------------- */

StmtSeq parse_statements(Parser *p, TokenKind end);
void parse_interactive(Parser *p, StmtSeq *body);
StmtSeq parse_block(Parser *p);

/* ---- parser_pattern.c ----------------------------------------------------------------------- */

/* Is a match statement what begins at the soft keyword `match` that is looked at? */
bool parse_is_match(Parser *p);
Stmt *parse_match(Parser *p);

/* ---- literal.c, fstring.c ------------------------------------------------------------------- */

Constant parse_number(Parser *p, Token *token);

/* One or more adjacent string literals: a CONSTANT or a JOINEDSTR. */
Expr *parse_strings(Parser *p);

typedef struct StringToken {
    const char *body, *body_end; /* between the quotes */
    bool is_bytes, is_raw, is_format, is_u;
} StringToken;

StringToken literal_split(const Token *token);

/* Decodes the text of a str or bytes literal to `out` (room for as many bytes); returns its new
 * end. Leaves on a wrong escape. */
char *literal_decode_str(Parser *p, char *out, const char *s, const char *end, bool raw);
char *literal_decode_bytes(Parser *p, char *out, const char *s, const char *end, bool raw);

#endif
