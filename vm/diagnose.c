#include "vm/diagnose.h"

#include "vm/peg.h"

typedef enum TargetCheck { CHECK_STAR, CHECK_DELETE, CHECK_FOR } TargetCheck;

/* ---- reports -------------------------------------------------------------------------------- */

/* Where the lexer has got to, in a report: as the end of a range. */
enum { CURRENT_POSITION = -5 };

/* Converts a count of bytes (the column from 1) to one of characters; in f-strings, CPython does
 * not. */
static int char_col(Parser *p, Text text, int col)
{
    if (p->is_fstring || col <= 0) {
        return col;
    }
    if ((size_t)col > text.length + 1) {
        col = (int)text.length + 1;
    }
    int past_end = (size_t)col > text.length;
    return lexer_count_chars(text.bytes, text.bytes + col - past_end) + past_end;
}

/* Where line number `line` starts. */
static const char *find_line(Lexer *lx, int line)
{
    const char *s = lx->text;
    for (int i = lx->first_line; i < line && s < lx->text_end; i++) {
        const char *end = memchr(s, '\n', (size_t)(lx->text_end - s));
        s = end ? end + 1 : lx->text_end;
    }
    return s;
}

/* The line that a report shows. Of sources that are no files, the lexer's present line comes with
 * its newline and with what it continues, an earlier one without. */
static Text report_text(Parser *p, Lexer *lx, int line)
{
    const char *start = find_line(lx, line), *last = start;
    bool is_file = p->shared->is_file && !p->is_fstring, is_present = lx->line <= line;
    if (!is_file && is_present) {
        start = lx->error_text;
        last = lx->line_start;
    }
    const char *end = memchr(last, '\n', (size_t)(lx->text_end - last));
    end = end ? end + (is_file || is_present) : lx->text_end;
    return (Text){start, (size_t)(end - start)};
}

/* Fills the problem; columns count bytes from 1, 0 and less mean unknown. */
static void report(Parser *p, Lexer *lx, const char *kind, Span at, const char *message)
{
    if (at.end_line == CURRENT_POSITION) {
        at.end_line = lx->line;
        at.end_col = (int)(lx->cur - lx->line_start);
    }
    Text text = report_text(p, lx, at.line);
    if (p->is_fstring) {
        message = arena_printf(p->arena, "f-string: %s", message);
        at.col -= lx->first_col;
        at.end_col -= lx->first_col;
    }
    *p->shared->problem = (SyntaxProblem){
        .kind = kind,
        .message = message,
        .line = at.line,
        .col = char_col(p, text, at.col),
        .end_line = at.end_line,
        .end_col = char_col(p, text, at.end_col),
        .text = text.bytes,
        .text_length = text.length,
    };
}

/* The span's columns, counted from 1. */
static Span from_one(Span span)
{
    span.col++;
    span.end_col++;
    return span;
}

/* At the last token read. */
static void report_here(Parser *p, Lexer *lx, const Token *last, const char *kind,
                        const char *message)
{
    Span at = {last->line, last->col + 1, last->end_line, last->end_col + 1};
    if (last->col == -1) {
        at.col = (int)(lx->cur - lx->line_start);
        at.end_col = -1;
    }
    report(p, lx, kind, at, message);
}

static void report_unclosed(Parser *p, Lexer *lx)
{
    int i = lx->level - 1;
    Span at = {lx->bracket_lines[i], lx->bracket_cols[i] + 1, lx->bracket_lines[i], 0};
    if (lx->first_col && at.line == lx->first_line) {
        at.col += lx->first_col;
    }
    report(p, lx, "SyntaxError", at,
           arena_printf(p->arena, "'%c' was never closed", lx->brackets[i]));
}

static void report_lexer(Parser *p, Lexer *lx)
{
    Span at = {lx->line, 1, lx->line, 0};
    switch (lx->failure) {
    case LEXER_OK:
    case LEXER_REPORTED:
        return;
    case LEXER_EOF:
        if (lx->level) {
            report_unclosed(p, lx);
            return;
        }
        at.col = (int)(lx->cur - lx->line_start);
        at.end_col = -1;
        report(p, lx, "SyntaxError", at, "unexpected EOF while parsing");
        return;
    case LEXER_DEDENT:
        at.col = (int)(lx->cur - lx->line_start);
        at.end_col = -1;
        report(p, lx, "IndentationError", at,
               "unindent does not match any outer indentation level");
        return;
    case LEXER_TABS:
        report(p, lx, "TabError", at, "inconsistent use of tabs and spaces in indentation");
        return;
    case LEXER_TOO_DEEP:
        report(p, lx, "IndentationError", at, "too many levels of indentation");
        return;
    case LEXER_LINE_CONT:
        at.col = (int)(lx->cur - lx->error_text);
        report(p, lx, "SyntaxError", at, "unexpected character after line continuation character");
        return;
    }
}

/* The parser has found something; a mistake that the lexer would find further on may matter more.
 */
static void prefer_lexer_problem(Parser *p, Lexer *lx, int last_line)
{
    if (lx->interactive || lx->failure != LEXER_OK) {
        return;
    }
    SyntaxProblem found = *p->shared->problem;
    Token token;
    do {
        lexer_next(lx, &token);
    } while (token.kind != TOKEN_ERROR && token.kind != TOKEN_END);
    if (token.kind == TOKEN_END || lx->failure == LEXER_REPORTED) {
        return;
    }
    if (lx->level && last_line > lx->bracket_lines[lx->level - 1]) {
        report_unclosed(p, lx);
        return;
    }
    *p->shared->problem = found;
}

void diagnose_here(Parser *p, const char *message)
{
    report_here(p, &p->lexer, &p->tok, "SyntaxError", message);
    prefer_lexer_problem(p, &p->lexer, p->tok.line);
}

void diagnose_span(Parser *p, Span span, const char *message)
{
    report(p, &p->lexer, "SyntaxError", from_one(span), message);
}

/* ---- what the grammar's actions do ---------------------------------------------------------- */

typedef struct Diagnosis {
    Peg peg;
    jmp_buf found;
} Diagnosis;

static noreturn_fn void found(Peg *peg)
{
    longjmp(((Diagnosis *)peg)->found, 1);
}

static void on_lexer_failed(Peg *peg)
{
    report_lexer(peg->parser, &peg->lexer);
    found(peg);
}

static const Token *last_token(Peg *peg)
{
    return &peg->tokens[peg->token_count - 1];
}

static void on_forced_failed(Peg *peg, const Token *token, TokenKind expected)
{
    Span at = {token->line, token->col + 1, token->end_line, token->end_col + 1};
    report(peg->parser, &peg->lexer, "SyntaxError", at,
           arena_printf(peg->arena, "expected '%s'", token_text(expected)));
    found(peg);
}

static void on_too_deep(Peg *peg)
{
    *peg->parser->shared->problem = (SyntaxProblem){.kind = "MemoryError", .message = ""};
    found(peg);
}

static PegTree *last_of(PegTree *tree)
{
    return tree->kind == PEG_NONE && tree->kid_count ? tree->kids[tree->kid_count - 1] : tree;
}

static PegTree *first_of(PegTree *tree)
{
    return tree->kind == PEG_NONE && tree->kid_count ? tree->kids[0] : tree;
}

/* a, b, c: what is bound; `a$`: its last item; `a@`: the last part of its last for-if clause */
static PegTree *operand(const char *name, PegTree *const *bound)
{
    PegTree *tree = bound[name[0] - 'a'];
    if (name[1] == '$') {
        return last_of(tree);
    }
    if (name[1] == '@') {
        PegTree *clause = last_of(tree);
        return clause->kids[clause->kid_count - 1];
    }
    return tree;
}

static bool is_formatted(Peg *peg, const PegTree *tree)
{
    const Token *token = &peg->tokens[tree->first];
    for (; token <= last_token(peg) && token->kind == TOKEN_STRING; token++) {
        if (literal_split(token).is_format) {
            return true;
        }
    }
    return false;
}

/* What messages call it. */
static const char *words_of(Peg *peg, const PegTree *tree)
{
    if (tree->kind == PEG_STRING && is_formatted(peg, tree)) {
        return peg_kind_words(PEG_JOINEDSTR);
    }
    if (tree->kind == PEG_NONE) {
        return token_text(peg->tokens[tree->first].kind);
    }
    return peg_kind_words(tree->kind);
}

/* Puts the words for `tree` in the place of %s, its line in that of %d. */
static const char *format_message(Peg *peg, const char *format, const PegTree *tree)
{
    const char *percent = strchr(format, '%');
    if (!percent || !tree) {
        return format;
    }
    int before = (int)(percent - format);
    if (percent[1] == 'd') {
        return arena_printf(peg->arena, "%.*s%d%s", before, format, tree->span.line, percent + 2);
    }
    return arena_printf(peg->arena, "%.*s%s%s", before, format, words_of(peg, tree), percent + 2);
}

static noreturn_fn void found_span(Peg *peg, Span at, const char *message)
{
    report(peg->parser, &peg->lexer, "SyntaxError", at, message);
    found(peg);
}

static noreturn_fn void found_range(Peg *peg, const PegTree *a, const PegTree *b,
                                    const char *message)
{
    Span at = {a->span.line, a->span.col + 1, b->span.end_line, b->span.end_col + 1};
    found_span(peg, at, message);
}

static noreturn_fn void found_here(Peg *peg, const char *kind, const char *message)
{
    report_here(peg->parser, &peg->lexer, last_token(peg), kind, message);
    found(peg);
}

/* Returns the first part that cannot be a target, or NULL. */
static PegTree *invalid_target(PegTree *tree, TargetCheck check)
{
    switch (tree->kind) {
    case PEG_LIST:
    case PEG_TUPLE:
        for (size_t i = 0; i < tree->kid_count; i++) {
            PegTree *part = invalid_target(tree->kids[i], check);
            if (part) {
                return part;
            }
        }
        return NULL;
    case PEG_STARRED:
        return check == CHECK_DELETE ? tree : invalid_target(tree->kids[0], check);
    case PEG_COMPARE:
        if (check == CHECK_FOR) {
            /* `for a in b` has been read as if `a in b` were the target. */
            return tree->kids[1]->kind == PEG_COMPARE_IN ? invalid_target(tree->kids[0], check)
                                                         : NULL;
        }
        return tree;
    case PEG_NAME:
    case PEG_SUBSCRIPT:
    case PEG_ATTRIBUTE:
        return NULL;
    default:
        return tree;
    }
}

static void act_target(Peg *peg, PegTree *tree, char kind)
{
    TargetCheck check = kind == 'd' ? CHECK_DELETE : kind == 'f' ? CHECK_FOR : CHECK_STAR;
    PegTree *part = invalid_target(tree, check);
    if (part) {
        const char *format = check == CHECK_DELETE ? "cannot delete %s" : "cannot assign to %s";
        found_range(peg, part, part, format_message(peg, format, part));
    }
}

/* Is it the name of a statement that Python 3 made a function? */
static bool is_legacy_name(Peg *peg, const PegTree *tree)
{
    if (tree->kind != PEG_NAME) {
        return false;
    }
    const char *name = peg->tokens[tree->first].name->bytes;
    return strcmp(name, "print") == 0 || strcmp(name, "exec") == 0;
}

static void act_legacy(Peg *peg, PegTree *a, PegTree *b)
{
    if (is_legacy_name(peg, a)) {
        const char *name = peg->tokens[a->first].name->bytes;
        found_range(peg, a, b,
                    arena_printf(peg->arena,
                                 "Missing parentheses in call to '%s'. Did you mean %s(...)?", name,
                                 name));
    }
}

/* Two expressions in a row, inside brackets. */
static void act_comma(Peg *peg, PegTree *a, PegTree *b)
{
    if (!is_legacy_name(peg, a) && peg->tokens[peg->mark - 1].level != 0) {
        found_range(peg, a, b, "invalid syntax. Perhaps you forgot a comma?");
    }
}

/* Arguments and a for clause: dict((a, b) for a, b in x) is right, f(L, x for x in y) is not. */
static void act_genexp(Peg *peg, PegTree *args, PegTree *clauses)
{
    size_t count = 0;
    PegTree *last = NULL;
    for (size_t i = 0; i < args->kid_count; i++) {
        if (args->kids[i]->kind != PEG_KEYWORD && args->kids[i]->kind != PEG_DOUBLE_STARRED) {
            count++;
            last = args->kids[i];
        }
    }
    if (count > 1) {
        PegTree *clause = last_of(clauses);
        found_range(peg, last, clause->kids[clause->kid_count - 1],
                    "Generator expression must be parenthesized");
    }
}

static noreturn_fn void act_arguments(Peg *peg, PegTree *args)
{
    bool unpacking = false;
    for (size_t i = 0; i < args->kid_count; i++) {
        unpacking |= args->kids[i]->kind == PEG_DOUBLE_STARRED;
    }
    found_here(peg, "SyntaxError",
               unpacking ? "positional argument follows keyword argument unpacking"
                         : "positional argument follows keyword argument");
}

static void on_act(Peg *peg, const PegAction *action, PegTree *const *bound)
{
    const char *verb = action->verb;
    PegTree *a = action->operands[0][0] ? operand(action->operands[0], bound) : NULL;
    PegTree *b = action->operands[1][0] && strcmp(verb, "target") != 0
                     ? operand(action->operands[1], bound)
                     : NULL;
    const char *message = action->message ? format_message(peg, action->message, a) : NULL;
    if (strcmp(verb, "at") == 0) {
        found_range(peg, a, a, message);
    } else if (strcmp(verb, "range") == 0) {
        found_range(peg, first_of(a), b, message);
    } else if (strcmp(verb, "from") == 0) {
        found_span(peg, (Span){a->span.line, a->span.col + 1, CURRENT_POSITION, 0}, message);
    } else if (strcmp(verb, "endof") == 0) {
        found_span(peg, (Span){a->span.line, a->span.end_col, a->span.end_line, 0}, message);
    } else if (strcmp(verb, "here") == 0) {
        found_here(peg, "SyntaxError", message);
    } else if (strcmp(verb, "indent") == 0) {
        found_here(peg, "IndentationError", message);
    } else if (strcmp(verb, "target") == 0) {
        act_target(peg, a, action->operands[1][0]);
    } else if (strcmp(verb, "legacy") == 0) {
        act_legacy(peg, a, b);
    } else if (strcmp(verb, "comma") == 0) {
        act_comma(peg, a, b);
    } else if (strcmp(verb, "genexp") == 0) {
        act_genexp(peg, a, b);
    } else if (strcmp(verb, "args") == 0) {
        act_arguments(peg, a);
    } else {
        unreachable("the grammar has an action that is not known here");
    }
}

/* ---- the two readings ----------------------------------------------------------------------- */

static const char *start_rule(Parser *p)
{
    return p->is_fstring             ? "fstring"
           : p->mode == PARSE_SINGLE ? "single"
           : p->mode == PARSE_EVAL   ? "eval"
                                     : "file";
}

/* No rule about mistakes knows this one. `last` is the furthest token of the first reading. */
static void report_generic(Diagnosis *d, const Token *last)
{
    Parser *p = d->peg.parser;
    Lexer *lx = &d->peg.lexer;
    if (last->kind == TOKEN_INDENT || last->kind == TOKEN_DEDENT) {
        report_here(p, lx, last_token(&d->peg), "IndentationError",
                    last->kind == TOKEN_INDENT ? "unexpected indent" : "unexpected unindent");
        return;
    }
    Span at = {last->line, last->col + 1, last->end_line, last->end_col + 1};
    report(p, lx, "SyntaxError", at, "invalid syntax");
}

void diagnose(Parser *p)
{
    Diagnosis *d = ARENA_NEW(p->arena, Diagnosis);
    Peg *peg = &d->peg;
    peg_init(peg, p);
    peg->act = on_act;
    peg->lexer_failed = on_lexer_failed;
    peg->forced_failed = on_forced_failed;
    peg->too_deep = on_too_deep;
    volatile bool generic = false;
    size_t items = p->shared->item_count;
    if (!setjmp(d->found)) {
        peg_run(peg, start_rule(p));
        Token last = *last_token(peg);
        peg->invalid_rules = true;
        peg_run(peg, start_rule(p));
        p->shared->item_count = items;
        generic = true;
        report_generic(d, &last);
    }
    const char *kind = p->shared->problem->kind;
    if (strcmp(kind, "SyntaxError") == 0 || (!generic && strcmp(kind, "MemoryError") != 0)) {
        prefer_lexer_problem(p, &peg->lexer, peg->token_count ? last_token(peg)->line : 0);
    }
}
