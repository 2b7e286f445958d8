/* String literals as expressions: adjacent ones are joined, f-strings taken apart (PEP 498, in the
 * form it had until 3.11: the text of each replacement field is cut out by counting brackets and
 * quotes, and read by a parser of its own as if it stood in parentheses).
 */
#include "vm/parser_impl.h"

typedef struct Joiner {
    Parser *p;
    Span span;          /* of all the literals; every node made here gets it */
    const Token *token; /* the literal being read */
    char *out;          /* end of the decoded text */
    char *piece;        /* where the present constant's text starts */
    bool raw, u_prefix, formatted;
    size_t mark; /* the values so far */
    const char *at, *end;
} Joiner;

static void join_fields(Joiner *j, int depth);

static bool is_all_ascii(const char *s, const char *end)
{
    for (; s < end; s++) {
        if (*s & 0x80) {
            return false;
        }
    }
    return true;
}

static Expr *joiner_node(Joiner *j, ExprKind kind)
{
    Expr *e = ARENA_NEW(j->p->arena, Expr);
    e->kind = kind;
    e->span = j->span;
    return e;
}

static Expr *joiner_constant(Joiner *j, ConstantKind kind, const char *start, const char *end)
{
    Expr *e = joiner_node(j, EXPR_CONSTANT);
    e->constant.kind = kind;
    e->constant.u_prefix = j->u_prefix;
    e->constant.is_ascii = is_all_ascii(start, end);
    e->constant.text = (Text){start, (size_t)(end - start)};
    return e;
}

/* Ends the present constant; an empty one is none. */
static void flush(Joiner *j)
{
    if (j->out > j->piece) {
        seq_push(j->p, joiner_constant(j, CONSTANT_STR, j->piece, j->out));
    }
    j->piece = j->out;
}

static noreturn_fn void fail(Joiner *j, const char *message)
{
    parse_fail_here(j->p, message);
}

/* ---- replacement fields --------------------------------------------------------------------- */

static char closing(char open)
{
    return open == '(' ? ')' : open == '[' ? ']' : '}';
}

/* Skips a string inside an expression; `s` is at its quote. Returns the last quote's place. */
static const char *skip_string(Joiner *j, const char *s)
{
    char quote = *s;
    bool triple = s + 2 < j->end && s[1] == quote && s[2] == quote;
    for (s += triple ? 3 : 1; s < j->end; s++) {
        if (*s == '\\') {
            fail(j, "f-string expression part cannot include a backslash");
        }
        if (*s == quote && (!triple || (s + 2 < j->end && s[1] == quote && s[2] == quote))) {
            return s + (triple ? 2 : 0);
        }
    }
    fail(j, "f-string: unterminated string");
}

/* Finds where the expression that starts at `at` ends: at a '}', '!', ':' or '=' of its own. */
static const char *find_expression_end(Joiner *j)
{
    char brackets[LEXER_MAX_BRACKETS];
    int depth = 0;
    const char *s = j->at;
    for (; s < j->end; s++) {
        char c = *s;
        switch (c) {
        case '\\':
            fail(j, "f-string expression part cannot include a backslash");
        case '\'':
        case '"':
            s = skip_string(j, s);
            continue;
        case '(':
        case '[':
        case '{':
            if (depth >= LEXER_MAX_BRACKETS) {
                fail(j, "f-string: too many nested parenthesis");
            }
            brackets[depth++] = c;
            continue;
        case '#':
            fail(j, "f-string expression part cannot include '#'");
        default:
            break;
        }
        if (depth == 0 && strchr("!:}=><", c)) {
            if (s + 1 < j->end && s[1] == '=' && strchr("!=<>", c)) {
                s++;
                continue;
            }
            if (c == '>' || c == '<') {
                continue;
            }
            break;
        }
        if (c == ')' || c == ']' || c == '}') {
            if (depth == 0) {
                fail(j, arena_printf(j->p->arena, "f-string: unmatched '%c'", c));
            }
            char open = brackets[--depth];
            if (c != closing(open)) {
                fail(j, arena_printf(j->p->arena,
                                     "f-string: closing parenthesis '%c' does not match opening "
                                     "parenthesis '%c'",
                                     c, open));
            }
        }
    }
    if (depth) {
        fail(j, arena_printf(j->p->arena, "f-string: unmatched '%c'", brackets[depth - 1]));
    }
    if (s >= j->end) {
        fail(j, "f-string: expecting '}'");
    }
    return s;
}

/* Refuses an expression of nothing but white space. */
static void check_not_blank(Joiner *j, const char *start, const char *end)
{
    for (const char *s = start; s < end; s++) {
        if (*s != ' ' && *s != '\t' && *s != '\n' && *s != '\f') {
            return;
        }
    }
    if (*end == '!' || *end == ':' || *end == '=') {
        fail(j, arena_printf(j->p->arena, "f-string: expression required before '%c'", *end));
    }
    fail(j, "f-string: empty expression not allowed");
}

/* Where the parser of the field "{expression" must think it starts: the line of the brace, and the
 * columns before it since the literal (or its last newline) began. */
static void locate_field(Joiner *j, const char *brace, int *line, int *col)
{
    const char *literal = j->token->start, *s = brace + 1;
    *line = j->token->line;
    for (const char *c = literal; c < brace; c++) {
        *line += *c == '\n';
    }
    while (*s == ' ' || *s == '\t' || *s == '\f') {
        s++;
    }
    *col = 0;
    if (*s != '\n') {
        const char *from = brace;
        while (from > literal && *from != '\n') {
            from--;
        }
        *col = (int)(brace - from) - (*from == '\n');
    }
    if (*line == j->token->line) {
        *col += j->token->col;
    }
}

/* Reads "(expression)" with a parser of its own. */
static Expr *parse_field_expression(Joiner *j, const char *start, const char *end)
{
    check_not_blank(j, start, end);
    Parser *outer = j->p, inner;
    size_t length = (size_t)(end - start);
    char *text = arena_alloc(outer->arena, length + 4);
    text[0] = '(';
    memcpy(text + 1, start, length);
    memcpy(text + 1 + length, ")\n", 2);
    int line, col;
    locate_field(j, start - 1, &line, &col);
    parser_init(&inner, outer->arena, outer->shared, (Text){text, length + 3}, line, PARSE_EVAL);
    inner.is_fstring = true;
    inner.depth = outer->depth + 1;
    inner.lexer.first_col = col;
    if (inner.depth > PARSE_MAX_DEPTH) {
        parse_too_deep(outer);
    }
    lexer_next(&inner.lexer, &inner.tok);
    if (parse_at(&inner, TOKEN_ERROR)) {
        parse_fail(&inner);
    }
    Expr *e = parse_star_expressions(&inner);
    if (!parse_at(&inner, TOKEN_NEWLINE)) {
        parse_fail(&inner); /* the text had a bracket that closed ours */
    }
    return e;
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void check_more(Joiner *j)
{
    if (j->at >= j->end) {
        fail(j, "f-string: expecting '}'");
    }
}

/* ':' and what follows: a JOINEDSTR of its own, up to the '}' of the field */
static Expr *join_format_spec(Joiner *j, int depth)
{
    j->at++;
    check_more(j);
    size_t mark = seq_begin(j->p);
    join_fields(j, depth + 1);
    if (j->at >= j->end || *j->at != '}') {
        fail(j, "f-string: expecting '}'");
    }
    /* The spec and its last text stand where this one literal does. */
    Span whole = j->span;
    j->span = (Span){j->token->line, j->token->col, j->token->end_line, j->token->end_col};
    flush(j);
    Expr *spec = joiner_node(j, EXPR_JOINEDSTR);
    spec->joinedstr.values = SEQ_END(ExprSeq, j->p, mark);
    j->span = whole;
    return spec;
}

/* replacement_field: '{' expression ['='] ['!' conversion] [':' format_spec] '}' */
static void join_field(Joiner *j, int depth)
{
    if (depth >= 2) {
        fail(j, "f-string: expressions nested too deeply");
    }
    const char *start = ++j->at;
    const char *end = find_expression_end(j);
    Expr *value = parse_field_expression(j, start, end), *spec = NULL;
    int conversion = -1;
    bool shows_text = *end == '=';
    j->at = end;
    if (shows_text) {
        do {
            j->at++;
        } while (is_space(*j->at));
        check_more(j);
        memcpy(j->out, start, (size_t)(j->at - start));
        j->out += j->at - start;
    }
    flush(j);
    if (*j->at == '!') {
        j->at++;
        check_more(j);
        conversion = *j->at++;
        if (conversion != 's' && conversion != 'r' && conversion != 'a') {
            fail(j, "f-string: invalid conversion character: expected 's', 'r', or 'a'");
        }
        check_more(j);
    }
    if (*j->at == ':') {
        spec = join_format_spec(j, depth);
    }
    if (*j->at != '}') {
        fail(j, "f-string: expecting '}'");
    }
    j->at++;
    Expr *e = joiner_node(j, EXPR_FORMATTEDVALUE);
    e->formattedvalue.value = value;
    e->formattedvalue.format_spec = spec;
    e->formattedvalue.conversion = shows_text && conversion < 0 && !spec ? 'r' : conversion;
    seq_push(j->p, e);
}

/* ---- the literal text between them ---------------------------------------------------------- */

/* Decodes text up to the next field or the end. Returns true if it stopped behind a doubled brace,
 * one of which was part of the text. */
static bool join_text(Joiner *j, int depth)
{
    const char *start = j->at, *s = start;
    bool doubled = false;
    while (s < j->end) {
        char c = *s++;
        if (c == '\\' && !j->raw && s < j->end) {
            c = *s++;
            if (c == 'N') {
                if (s < j->end && *s++ == '{') {
                    while (s < j->end && *s++ != '}') {
                    }
                }
                continue;
            }
        }
        if (c == '{' || c == '}') {
            if (depth == 0 && s < j->end && *s == c) {
                doubled = true;
                break;
            }
            if (depth == 0 && c == '}') {
                fail(j, "f-string: single '}' is not allowed");
            }
            s--;
            break;
        }
    }
    j->at = s + doubled;
    j->out = literal_decode_str(j->p, j->out, start, s, j->raw);
    return doubled;
}

/* Text and fields in turn, up to the end or the '}' that ends a format spec. */
static void join_fields(Joiner *j, int depth)
{
    for (;;) {
        if (join_text(j, depth)) {
            continue;
        }
        if (j->at >= j->end || *j->at == '}') {
            return;
        }
        join_field(j, depth);
    }
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* Adds one literal to those before it. */
static void join_literal(Joiner *j, const Token *token, bool is_first, bool is_bytes)
{
    StringToken s = literal_split(token);
    if (s.is_bytes && !is_all_ascii(s.body, s.body_end)) {
        fail(j, "bytes can only contain ASCII literal characters");
    }
    if (s.is_bytes) {
        j->out = literal_decode_bytes(j->p, j->out, s.body, s.body_end, s.is_raw);
    } else if (!s.is_format) {
        j->out = literal_decode_str(j->p, j->out, s.body, s.body_end, s.is_raw);
    }
    if (!is_first && s.is_bytes != is_bytes) {
        fail(j, "cannot mix bytes and nonbytes literals");
    }
    if (s.is_format) {
        j->formatted = true;
        j->token = token;
        j->raw = s.is_raw;
        j->at = s.body;
        j->end = s.body_end;
        join_fields(j, 0);
        if (j->at < j->end) {
            fail(j, "f-string: unexpected end of string");
        }
    }
}

static Expr *join_literals(Joiner *j, const Token *tokens, size_t count)
{
    bool is_bytes = literal_split(&tokens[0]).is_bytes;
    j->mark = seq_begin(j->p);
    for (size_t i = 0; i < count; i++) {
        join_literal(j, &tokens[i], i == 0, is_bytes);
    }
    if (!j->formatted) {
        return joiner_constant(j, is_bytes ? CONSTANT_BYTES : CONSTANT_STR, j->piece, j->out);
    }
    flush(j);
    Expr *e = joiner_node(j, EXPR_JOINEDSTR);
    e->joinedstr.values = SEQ_END(ExprSeq, j->p, j->mark);
    return e;
}

/* The most frequent case: one literal whose text is its spelling. */
static Expr *parse_plain_string(Parser *p, const Token *token, const StringToken *s)
{
    Joiner j = {.p = p, .u_prefix = s->is_u};
    j.span = (Span){token->line, token->col, token->end_line, token->end_col};
    return joiner_constant(&j, CONSTANT_STR, s->body, s->body_end);
}

/* strings: STRING+ */
Expr *parse_strings(Parser *p)
{
    Token first = p->tok;
    StringToken split = literal_split(&first);
    parse_advance(p);
    if (likely(!parse_at(p, TOKEN_STRING)) && !split.is_bytes && !split.is_format &&
        (split.is_raw || !memchr(split.body, '\\', (size_t)(split.body_end - split.body)))) {
        return parse_plain_string(p, &first, &split);
    }
    size_t count = 1, capacity = 1, size = (size_t)(first.end - first.start);
    Token *tokens = &first;
    while (parse_at(p, TOKEN_STRING)) {
        if (count == capacity) {
            capacity *= 4;
            Token *grown = arena_alloc(p->arena, capacity * sizeof(Token));
            memcpy(grown, tokens, count * sizeof(Token));
            tokens = grown;
        }
        size += (size_t)(p->tok.end - p->tok.start);
        tokens[count++] = p->tok;
        parse_advance(p);
    }
    Joiner j = {.p = p, .u_prefix = split.is_u};
    j.span = (Span){first.line, first.col, tokens[count - 1].end_line, tokens[count - 1].end_col};
    j.out = j.piece = arena_alloc(p->arena, size);
    return join_literals(&j, tokens, count);
}
