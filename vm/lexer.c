#include "vm/lexer.h"

#include "runtime/buf.h"
#include "vm/source.h"
#include "vm/unicode_names.h"

enum { TAB_SIZE = 8 };

/* What a byte may be: bits of char_class[]. Bytes from 0x80 on may all be part of an identifier;
 * whether they are is looked at when the whole is known. */
enum {
    IDENT_START = 1,
    IDENT_PART = 2,
    DIGIT = 4,
    HEX_DIGIT = 8,
    LETTER_HEX = IDENT_START | IDENT_PART | HEX_DIGIT
};

static const uint8_t char_class[256] = {
    ['a' ... 'f'] = LETTER_HEX,
    ['A' ... 'F'] = LETTER_HEX,
    ['g' ... 'z'] = IDENT_START | IDENT_PART,
    ['G' ... 'Z'] = IDENT_START | IDENT_PART,
    ['_'] = IDENT_START | IDENT_PART,
    ['0' ... '9'] = IDENT_PART | DIGIT | HEX_DIGIT,
    [0x80 ... 0xFF] = IDENT_START | IDENT_PART,
};

static inline bool is_class(char c, int class)
{
    return char_class[(uint8_t)c] & class;
}

const char *token_text(TokenKind kind)
{
    static const char *const texts[TOKEN_COUNT] = {
#define X(name, text) [TOKEN_##name] = text,
        KEYWORDS(X) OPERATORS(X)
#undef X
    };
    return texts[kind] ? texts[kind] : "";
}

/* A perfect hash of the keywords: first letter, last letter, length. */
#define KEYWORD_HASH(first, last, length) (((first) + (last)*11 + (length)) & 127)

/* Returns the keyword's token kind, or TOKEN_NAME. */
static TokenKind keyword_kind(const char *start, size_t length)
{
    static uint8_t table[128];
    if (unlikely(!table[KEYWORD_HASH('i', 'f', 2)])) {
        for (TokenKind kind = TOKEN_FALSE; kind <= TOKEN_YIELD; kind++) {
            const char *text = token_text(kind);
            size_t n = strlen(text);
            table[KEYWORD_HASH((uint8_t)text[0], (uint8_t)text[n - 1], n)] = kind;
        }
    }
    TokenKind kind = table[KEYWORD_HASH((uint8_t)start[0], (uint8_t)start[length - 1], length)];
    if (kind != TOKEN_END) {
        const char *text = token_text(kind);
        if (strlen(text) == length && memcmp(text, start, length) == 0) {
            return kind;
        }
    }
    return TOKEN_NAME;
}

int lexer_count_chars(const char *start, const char *end)
{
    int count = 0;
    for (; start < end; start++) {
        count += (*start & 0xC0) != 0x80;
    }
    return count;
}

void lexer_init(Lexer *lx, Arena *arena, Text text, int line, SyntaxProblem *problem)
{
    lx->arena = arena;
    lx->problem = problem;
    lx->text = lx->cur = lx->line_start = lx->error_text = text.bytes;
    lx->text_end = text.bytes + text.length;
    lx->line = line - 1;
    lx->first_line = line;
    lx->first_col = 0;
    lx->failure = LEXER_OK;
    lx->interactive = lx->hit_end = false;
    lx->at_line_start = true;
    lx->level = lx->indent = lx->pending = 0;
    lx->indents[0] = lx->tab_indents[0] = 0;
}

/* ---- errors --------------------------------------------------------------------------------- */

static const char *line_end(Lexer *lx, const char *line_start)
{
    const char *end = memchr(line_start, '\n', (size_t)(lx->text_end - line_start));
    return end ? end : lx->text_end;
}

/* Reports a problem of the present line; columns count characters from 1. */
static bool fail_range(Lexer *lx, int col, int end_col, const char *message)
{
    const char *end = line_end(lx, lx->line_start);
    *lx->problem = (SyntaxProblem){
        .kind = "SyntaxError",
        .message = message,
        .line = lx->line,
        .col = col,
        .end_line = lx->line,
        .end_col = end_col,
        .text = lx->line_start,
        .text_length = (size_t)(end - lx->line_start),
    };
    lx->failure = LEXER_REPORTED;
    return false;
}

/* Reports a problem whose column is how far the lexer has read. */
static bool fail(Lexer *lx, const char *message)
{
    int col = lexer_count_chars(lx->line_start, lx->cur);
    return fail_range(lx, col, col, message);
}

static bool fail_with(Lexer *lx, LexerFailure failure)
{
    lx->failure = failure;
    return false;
}

/* ---- lines ---------------------------------------------------------------------------------- */

static inline bool at_end(Lexer *lx)
{
    return lx->cur >= lx->text_end;
}

/* Steps onto the line that starts at `cur`, if there is one. */
static inline void begin_line(Lexer *lx)
{
    if (!at_end(lx)) {
        lx->line++;
        lx->line_start = lx->cur;
    }
}

/* A backslash has been read: what follows must be a newline and another line. */
static bool continue_line(Lexer *lx)
{
    if (at_end(lx) || *lx->cur++ != '\n') {
        return fail_with(lx, LEXER_LINE_CONT);
    }
    if (at_end(lx)) {
        lx->hit_end = true;
        lx->cur = lx->text_end;
        return fail_with(lx, LEXER_EOF);
    }
    begin_line(lx);
    return true;
}

/* Compares the new line's indentation with the stack of blocks, in columns with tabs to 8 and with
 * tabs of width 1: both must agree, or the meaning would depend on the editor. */
static bool indent_to(Lexer *lx, int col, int tab_col)
{
    if (col == lx->indents[lx->indent]) {
        if (tab_col != lx->tab_indents[lx->indent]) {
            goto mixed;
        }
    } else if (col > lx->indents[lx->indent]) {
        if (lx->indent + 1 >= LEXER_MAX_INDENTS) {
            lx->cur = line_end(lx, lx->line_start) + 1;
            return fail_with(lx, LEXER_TOO_DEEP);
        }
        if (tab_col <= lx->tab_indents[lx->indent]) {
            goto mixed;
        }
        lx->pending++;
        lx->indent++;
        lx->indents[lx->indent] = col;
        lx->tab_indents[lx->indent] = tab_col;
    } else {
        while (lx->indent > 0 && col < lx->indents[lx->indent]) {
            lx->pending--;
            lx->indent--;
        }
        if (col != lx->indents[lx->indent]) {
            lx->cur = MIN(line_end(lx, lx->line_start) + 1, lx->text_end);
            return fail_with(lx, LEXER_DEDENT);
        }
        if (tab_col != lx->tab_indents[lx->indent]) {
            goto mixed;
        }
    }
    return true;
mixed:
    lx->cur = line_end(lx, lx->line_start) + 1;
    return fail_with(lx, LEXER_TABS);
}

/* Reads the white space that begins a line. Sets `blank` if the line has nothing else. */
static bool lex_indentation(Lexer *lx, bool *blank)
{
    int col = 0, tab_col = 0, continued_col = 0;
    lx->at_line_start = false;
    *blank = false;
    for (;; lx->cur++) {
        char c = *lx->cur;
        if (c == ' ') {
            col++;
            tab_col++;
        } else if (c == '\t') {
            col = (col / TAB_SIZE + 1) * TAB_SIZE;
            tab_col++;
        } else if (c == '\f') {
            col = tab_col = 0;
        } else if (c == '\\') {
            /* The first piece of a line cut by backslashes says how far it is indented. */
            continued_col = continued_col ? continued_col : col;
            lx->cur++;
            if (!continue_line(lx)) {
                return false;
            }
            lx->error_text = lx->line_start;
            lx->cur--;
        } else {
            break;
        }
    }
    char c = *lx->cur;
    if ((c == '#' || c == '\n') && !at_end(lx)) {
        if (lx->interactive && c == '\n' && col == 0) {
            /* ends a block at the prompt */
        } else if (lx->interactive && lx->line == 1) {
            col = tab_col = 0;
        } else {
            *blank = true;
        }
    }
    if (!*blank && lx->level == 0) {
        if (continued_col) {
            col = tab_col = continued_col;
        }
        return indent_to(lx, col, tab_col);
    }
    return true;
}

/* ---- identifiers ---------------------------------------------------------------------------- */

static uint32_t decode_char(const char **at)
{
    const uint8_t *s = (const uint8_t *)*at;
    if (s[0] < 0x80) {
        *at += 1;
        return s[0];
    }
    if (s[0] < 0xE0) {
        *at += 2;
        return (uint32_t)(s[0] & 0x1F) << 6 | (s[1] & 0x3F);
    }
    if (s[0] < 0xF0) {
        *at += 3;
        return (uint32_t)(s[0] & 0x0F) << 12 | (uint32_t)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    }
    *at += 4;
    return (uint32_t)(s[0] & 0x07) << 18 | (uint32_t)(s[1] & 0x3F) << 12 |
           (uint32_t)(s[2] & 0x3F) << 6 | (s[3] & 0x3F);
}

static bool fail_character(Lexer *lx, uint32_t c, const char *start, const char *end)
{
    if (name_char_is_printable(c)) {
        return fail(lx, arena_printf(lx->arena, "invalid character '%.*s' (U+%04X)",
                                     (int)(end - start), start, c));
    }
    return fail(lx, arena_printf(lx->arena, "invalid non-printable character U+%04X", c));
}

/* Checks an identifier that has other than ASCII, and normalises it. */
static bool lex_unicode_name(Lexer *lx, Token *token, const char *start)
{
    for (const char *s = start; s < lx->cur;) {
        const char *at = s;
        uint32_t c = decode_char(&s);
        if (!(at == start ? unicode_is_xid_start(c) : unicode_is_xid_continue(c))) {
            lx->cur = s;
            return fail_character(lx, c, at, s);
        }
    }
    size_t length;
    char *normal = unicode_nfkc(start, (size_t)(lx->cur - start), &length);
    token->name = arena_name(lx->arena, normal, length);
    unicode_free(normal);
    return true;
}

/* Is this a prefix that a string literal may have: r b u f br rb fr rf, in any case? */
static bool is_string_prefix(const char *start, size_t length)
{
    char first = (char)(start[0] | 0x20);
    if (length == 1) {
        return first == 'r' || first == 'b' || first == 'u' || first == 'f';
    }
    char second = (char)(start[1] | 0x20);
    return length == 2 && ((first == 'r' && (second == 'b' || second == 'f')) ||
                           ((first == 'b' || first == 'f') && second == 'r'));
}

static bool lex_string(Lexer *lx, Token *token, const char *start);

static bool lex_name(Lexer *lx, Token *token, const char *start)
{
    uint8_t seen = 0;
    const char *s = start;
    while (is_class(*s, IDENT_PART)) {
        seen |= (uint8_t)*s++;
    }
    lx->cur = s;
    size_t length = (size_t)(s - start);
    if (unlikely(*s == '\'' || *s == '"') && length <= 2 && is_string_prefix(start, length)) {
        return lex_string(lx, token, start);
    }
    token->kind = TOKEN_NAME;
    if (unlikely(seen & 0x80)) {
        return lex_unicode_name(lx, token, start);
    }
    token->kind = keyword_kind(start, length);
    if (token->kind == TOKEN_NAME) {
        token->name = arena_name(lx->arena, start, length);
    }
    return true;
}

/* ---- strings -------------------------------------------------------------------------------- */

static bool fail_unterminated(Lexer *lx, const char *start, const char *first_line_start,
                              int first_line, const char *what)
{
    int detected = lx->line;
    lx->cur = start + 1;
    lx->line_start = first_line_start;
    lx->line = first_line;
    return fail(lx,
                arena_printf(lx->arena, "unterminated %s (detected at line %d)", what, detected));
}

/* `cur` is at the opening quote; `start` is where the token starts, prefix included. */
static bool lex_string(Lexer *lx, Token *token, const char *start)
{
    const char *first_line_start = lx->line_start, *s = lx->cur;
    int first_line = lx->line;
    char quote = *s++;
    token->kind = TOKEN_STRING;
    token->line = first_line;
    token->col = (int)(start - first_line_start);
    if (s[0] == quote && s[1] != quote) {
        lx->cur = s + 1;
        return true;
    }
    bool triple = s[0] == quote;
    s += triple ? 2 : 0;
    for (;;) {
        char c = *s++;
        if (c == quote && (!triple || (s[0] == quote && s[1] == quote))) {
            lx->cur = s + (triple ? 2 : 0);
            return true;
        }
        if (c == '\\') {
            c = *s++;
            if (c != '\n') {
                continue;
            }
        } else if (c == '\n' && !triple) {
            lx->cur = s;
            return fail_unterminated(lx, start, first_line_start, first_line, "string literal");
        }
        if (c == '\n') {
            lx->cur = s;
            if (at_end(lx)) {
                lx->hit_end = true;
                return fail_unterminated(lx, start, first_line_start, first_line,
                                         triple ? "triple-quoted string literal"
                                                : "string literal");
            }
            begin_line(lx);
        }
    }
}

/* ---- numbers -------------------------------------------------------------------------------- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A number must not run into a name; only a keyword that may follow a number can touch it. */
static bool end_number(Lexer *lx, const char *s, const char *kind)
{
    static const char *const followers[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    lx->cur = s;
    if (!is_class(*s, IDENT_PART)) {
        return true;
    }
    for (size_t i = 0; i < COUNT_OF(followers); i++) {
        if (strncmp(s, followers[i], strlen(followers[i])) == 0) {
            return true;
        }
    }
    return fail(lx, arena_printf(lx->arena, "invalid %s literal", kind));
}

/* Reads digits with single underscores between them; `s` is at the first. NULL: failed. */
static const char *decimal_tail(Lexer *lx, const char *s)
{
    for (;;) {
        while (is_digit(*s)) {
            s++;
        }
        if (*s != '_') {
            return s;
        }
        s++;
        if (!is_digit(*s)) {
            lx->cur = s;
            fail(lx, "invalid decimal literal");
            return NULL;
        }
    }
}

/* 0x, 0o, 0b; `s` is behind the letter. */
static bool lex_based(Lexer *lx, const char *s, int base, const char *kind)
{
    do {
        s += *s == '_';
        bool valid = base == 16 ? is_class(*s, HEX_DIGIT) : is_digit(*s) && *s < '0' + base;
        if (!valid) {
            if (is_digit(*s)) {
                lx->cur = s + 1;
                return fail(lx,
                            arena_printf(lx->arena, "invalid digit '%c' in %s literal", *s, kind));
            }
            lx->cur = s;
            return fail(lx, arena_printf(lx->arena, "invalid %s literal", kind));
        }
        while (base == 16 ? is_class(*s, HEX_DIGIT) : is_digit(*s) && *s < '0' + base) {
            s++;
        }
    } while (*s == '_');
    if (is_digit(*s)) {
        lx->cur = s + 1;
        return fail(lx, arena_printf(lx->arena, "invalid digit '%c' in %s literal", *s, kind));
    }
    return end_number(lx, s, kind);
}

/* exponent and imaginary letter, from the exponent's (possible) place on */
static bool lex_exponent(Lexer *lx, const char *s)
{
    if (*s == 'e' || *s == 'E') {
        const char *digits = s + 1;
        if (*digits == '+' || *digits == '-') {
            digits++;
            if (!is_digit(*digits)) {
                lx->cur = digits;
                return fail(lx, "invalid decimal literal");
            }
        } else if (!is_digit(*digits)) {
            return end_number(lx, s, "decimal");
        }
        s = decimal_tail(lx, digits);
        if (!s) {
            return false;
        }
    }
    if (*s == 'j' || *s == 'J') {
        return end_number(lx, s + 1, "imaginary");
    }
    return end_number(lx, s, "decimal");
}

/* `s` is behind the point. */
static bool lex_fraction(Lexer *lx, const char *s)
{
    if (is_digit(*s) && !(s = decimal_tail(lx, s))) {
        return false;
    }
    return lex_exponent(lx, s);
}

/* A number that starts with 0: an old-style octal is refused unless it turns out a float. */
static bool lex_zero(Lexer *lx, const char *start)
{
    const char *s = start;
    while (*s == '0' || *s == '_') {
        if (*s == '_' && !is_digit(s[1])) {
            lx->cur = s + 1;
            return fail(lx, "invalid decimal literal");
        }
        s++;
    }
    const char *zeros_end = s + 1;
    bool nonzero = is_digit(*s);
    if (nonzero && !(s = decimal_tail(lx, s))) {
        return false;
    }
    if (*s == '.') {
        return lex_fraction(lx, s + 1);
    }
    if ((*s | 0x20) == 'e' || (*s | 0x20) == 'j') {
        return lex_exponent(lx, s);
    }
    if (nonzero) {
        lx->cur = s;
        return fail_range(lx, (int)(start + 1 - lx->line_start), (int)(zeros_end - lx->line_start),
                          "leading zeros in decimal integer literals are not permitted; use an 0o "
                          "prefix for octal integers");
    }
    return end_number(lx, s, "decimal");
}

static bool lex_number(Lexer *lx, Token *token, const char *start)
{
    token->kind = TOKEN_NUMBER;
    if (*start == '.') {
        return lex_fraction(lx, start + 1);
    }
    if (*start == '0') {
        switch (start[1]) {
        case 'x':
        case 'X':
            return lex_based(lx, start + 2, 16, "hexadecimal");
        case 'o':
        case 'O':
            return lex_based(lx, start + 2, 8, "octal");
        case 'b':
        case 'B':
            return lex_based(lx, start + 2, 2, "binary");
        default:
            return lex_zero(lx, start);
        }
    }
    const char *s = decimal_tail(lx, start);
    if (!s) {
        return false;
    }
    return *s == '.' ? lex_fraction(lx, s + 1) : lex_exponent(lx, s);
}

/* ---- operators ------------------------------------------------------------------------------ */

static bool open_bracket(Lexer *lx, const char *start)
{
    if (lx->level >= LEXER_MAX_BRACKETS) {
        return fail(lx, "too many nested parentheses");
    }
    lx->brackets[lx->level] = *start;
    lx->bracket_lines[lx->level] = lx->line;
    lx->bracket_cols[lx->level] = (int)(start - lx->line_start);
    lx->level++;
    return true;
}

static bool close_bracket(Lexer *lx, char c)
{
    if (lx->level == 0) {
        return fail(lx, arena_printf(lx->arena, "unmatched '%c'", c));
    }
    lx->level--;
    char opening = lx->brackets[lx->level];
    if ((opening == '(' && c == ')') || (opening == '[' && c == ']') ||
        (opening == '{' && c == '}')) {
        return true;
    }
    const char *message = arena_printf(
        lx->arena, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, opening);
    if (lx->bracket_lines[lx->level] != lx->line) {
        message = arena_printf(lx->arena, "%s on line %d", message, lx->bracket_lines[lx->level]);
    }
    return fail(lx, message);
}

/* Gives the kind of the longest operator at `s` and its length. */
static TokenKind operator_kind(const char *s, int *length)
{
#define ONE(kind) return *length = 1, TOKEN_##kind
#define TWO(second, kind)                                                                          \
    if (s[1] == (second)) {                                                                        \
        return *length = 2, TOKEN_##kind;                                                          \
    }
#define THREE(second, third, kind)                                                                 \
    if (s[1] == (second) && s[2] == (third)) {                                                     \
        return *length = 3, TOKEN_##kind;                                                          \
    }
    /* clang-format off */
    switch (*s) {
    case '(': ONE(LPAR);
    case ')': ONE(RPAR);
    case '[': ONE(LSQB);
    case ']': ONE(RSQB);
    case '{': ONE(LBRACE);
    case '}': ONE(RBRACE);
    case ',': ONE(COMMA);
    case ';': ONE(SEMI);
    case '~': ONE(TILDE);
    case '.': THREE('.', '.', ELLIPSIS) ONE(DOT);
    case ':': TWO('=', WALRUS) ONE(COLON);
    case '=': TWO('=', EQ_EQUAL) ONE(EQUAL);
    case '+': TWO('=', PLUS_EQUAL) ONE(PLUS);
    case '-': TWO('=', MINUS_EQUAL) TWO('>', ARROW) ONE(MINUS);
    case '*': THREE('*', '=', DOUBLE_STAR_EQUAL) TWO('*', DOUBLE_STAR)
              TWO('=', STAR_EQUAL) ONE(STAR);
    case '/': THREE('/', '=', DOUBLE_SLASH_EQUAL) TWO('/', DOUBLE_SLASH)
              TWO('=', SLASH_EQUAL) ONE(SLASH);
    case '%': TWO('=', PERCENT_EQUAL) ONE(PERCENT);
    case '@': TWO('=', AT_EQUAL) ONE(AT);
    case '&': TWO('=', AMPER_EQUAL) ONE(AMPER);
    case '|': TWO('=', VBAR_EQUAL) ONE(VBAR);
    case '^': TWO('=', CARET_EQUAL) ONE(CARET);
    case '<': THREE('<', '=', LSHIFT_EQUAL) TWO('<', LSHIFT) TWO('=', LESS_EQUAL)
              TWO('>', UNKNOWN) ONE(LESS);
    case '>': THREE('>', '=', RSHIFT_EQUAL) TWO('>', RSHIFT) TWO('=', GREATER_EQUAL) ONE(GREATER);
    case '!': TWO('=', NOT_EQUAL) ONE(UNKNOWN);
    default: ONE(UNKNOWN);
    }
    /* clang-format on */
#undef ONE
#undef TWO
#undef THREE
}

static bool lex_operator(Lexer *lx, Token *token, const char *start)
{
    int length;
    TokenKind kind = operator_kind(start, &length);
    token->kind = kind;
    lx->cur = start + length;
    if (kind >= TOKEN_LPAR && kind <= TOKEN_RBRACE) {
        bool opens = kind == TOKEN_LPAR || kind == TOKEN_LSQB || kind == TOKEN_LBRACE;
        return opens ? open_bracket(lx, start) : close_bracket(lx, *start);
    }
    if (kind == TOKEN_UNKNOWN && !name_char_is_printable((uint8_t)*start)) {
        return fail_character(lx, (uint8_t)*start, start, start + 1);
    }
    return true;
}

/* ---- the whole ------------------------------------------------------------------------------ */

/* A token without spelling: INDENT, DEDENT, END. */
static bool token_bare(Lexer *lx, Token *token, TokenKind kind)
{
    token->kind = kind;
    token->line = token->end_line = lx->line;
    token->col = token->end_col = -1;
    token->start = token->end = lx->cur;
    return true;
}

/* Skips what means nothing; returns false if a token (or a failure) came out of it. `*start` is
 * where the next token starts: a NEWLINE begins with the comment before it. */
static bool skip_to_token(Lexer *lx, Token *token, const char **start, bool *ok)
{
    bool blank = false;
    for (;;) {
        if (lx->at_line_start) {
            begin_line(lx);
            lx->error_text = lx->line_start;
            lx->hit_end |= at_end(lx);
            if (!(*ok = lex_indentation(lx, &blank))) {
                return false;
            }
        }
        if (lx->pending) {
            bool in = lx->pending > 0;
            lx->pending += in ? -1 : 1;
            *ok = token_bare(lx, token, in ? TOKEN_INDENT : TOKEN_DEDENT);
            return false;
        }
        while (*lx->cur == ' ' || *lx->cur == '\t' || *lx->cur == '\f') {
            lx->cur++;
        }
        *start = lx->cur;
        if (*lx->cur == '#') {
            lx->cur = line_end(lx, lx->cur);
        }
        if (*lx->cur == '\n' && (blank || lx->level > 0) && !at_end(lx)) {
            lx->cur++;
            if (blank) {
                lx->at_line_start = true;
            } else {
                begin_line(lx);
                lx->error_text = lx->line_start;
            }
        } else if (*lx->cur == '\\') {
            lx->cur++;
            if (!(*ok = continue_line(lx))) {
                return false;
            }
        } else {
            return true;
        }
    }
}

static bool lex(Lexer *lx, Token *token)
{
    bool ok;
    const char *start;
    if (!skip_to_token(lx, token, &start, &ok)) {
        return ok;
    }
    if (at_end(lx)) {
        lx->hit_end = true;
        return lx->level ? fail_with(lx, LEXER_EOF) : token_bare(lx, token, TOKEN_END);
    }
    token->start = start;
    token->line = lx->line;
    token->col = (int)(start - lx->line_start);
    if (*lx->cur == '\n') {
        token->kind = TOKEN_NEWLINE;
        lx->at_line_start = true;
        token->end = lx->cur++;
    } else {
        if (is_class(*start, IDENT_START)) {
            ok = lex_name(lx, token, start);
        } else if (is_digit(*start) || (*start == '.' && is_digit(start[1]))) {
            ok = lex_number(lx, token, start);
        } else if (*start == '\'' || *start == '"') {
            ok = lex_string(lx, token, start);
        } else {
            ok = lex_operator(lx, token, start);
        }
        if (!ok) {
            return false;
        }
        token->end = lx->cur;
    }
    token->end_line = lx->line;
    token->end_col = (int)(token->end - lx->line_start);
    if (lx->first_col && lx->line == lx->first_line) {
        token->col += lx->first_col;
        token->end_col += lx->first_col;
    }
    return true;
}

void lexer_next(Lexer *lx, Token *token)
{
    if (unlikely(lx->failure != LEXER_OK) || unlikely(!lex(lx, token))) {
        token_bare(lx, token, TOKEN_ERROR);
    }
    token->level = lx->level;
}
