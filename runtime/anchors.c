/* anchors.c: which part of a failing expression is to blame (PEP 657): the operator of a binary
 * operation, the brackets of a subscript. The stretch of source that an instruction covers is exactly
 * one expression, so its tokens tell the outermost operator without a parse: no operator of lower
 * precedence than the binary ones may stand outside of brackets.
 */
#include "runtime/objects/dict.h"
#include "runtime/objects/unicode.h"
#include "runtime/traceback.h"

typedef enum TokenKind { TOKEN_NAME, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OP } TokenKind;

typedef struct Token {
    uint8_t kind;
    int16_t depth;     /* of brackets around it; a bracket has that of what is outside */
    uint32_t op;       /* its characters, packed */
    uint32_t start, end;
} Token;

enum { TOKENS_MAX = 512 };

typedef struct Tokens {
    const Str *text;
    size_t start, end;
    Token at[TOKENS_MAX];
    size_t count;
} Tokens;

#define OP1(a) ((uint32_t)(a))
#define OP2(a, b) ((uint32_t)(a) << 8 | (b))
#define OP3(a, b, c) ((uint32_t)(a) << 16 | (b) << 8 | (c))

static uint32_t char_at(const Tokens *t, size_t i)
{
    return i < t->end ? str_at(t->text, i) : 0;
}

static bool is_space(uint32_t c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

/* ---- Tokens ---- */

static size_t skip_string(const Tokens *t, size_t i)
{
    uint32_t quote = char_at(t, i);
    size_t quotes = char_at(t, i + 1) == quote && char_at(t, i + 2) == quote ? 3 : 1;
    for (i += quotes; i < t->end; i++) {
        uint32_t c = char_at(t, i);
        if (c == '\\') {
            i++;
        } else if (c == quote && (quotes == 1 || (char_at(t, i + 1) == quote &&
                                                  char_at(t, i + 2) == quote))) {
            return i + quotes;
        }
    }
    return 0;
}

static bool is_number_part(const Tokens *t, size_t i, bool is_hex)
{
    uint32_t c = char_at(t, i), before = char_at(t, i - 1) | 0x20;
    if (c == '+' || c == '-') {
        return !is_hex && before == 'e';
    }
    return c < 128 && (c == '.' || unicode_ascii[c] & (ASCII_ALNUM | ASCII_UNDERSCORE));
}

static size_t skip_number(const Tokens *t, size_t i)
{
    bool is_hex = char_at(t, i) == '0' && (char_at(t, i + 1) | 0x20) == 'x';
    do {
        i++;
    } while (is_number_part(t, i, is_hex));
    return i;
}

static size_t skip_name(const Tokens *t, size_t i)
{
    while (i < t->end && unicode_is_identifier_part(char_at(t, i))) {
        i++;
    }
    return i;
}

static int op_length(uint32_t a, uint32_t b, uint32_t c)
{
    if (c == '=' && a == b && (a == '*' || a == '/' || a == '<' || a == '>')) {
        return 3;
    }
    if (a == b && (a == '*' || a == '/' || a == '<' || a == '>')) {
        return 2;
    }
    bool takes_equals = a < 128 && strchr("+-*/%@&|^=!<>:", (int)a);
    return (b == '=' && takes_equals) || (a == '-' && b == '>') ? 2 : 1;
}

/* Splits the stretch; false if it is no plain expression on one line. */
static bool split(Tokens *t)
{
    int depth = 0;
    for (size_t i = t->start; i < t->end;) {
        uint32_t c = char_at(t, i);
        if (is_space(c)) {
            i++;
            continue;
        }
        if (t->count == TOKENS_MAX || c == '#' || c == '\\') {
            return false;
        }
        Token *token = &t->at[t->count++];
        *token = (Token){.start = (uint32_t)i, .depth = (int16_t)depth};
        bool is_digit = c >= '0' && c <= '9', next_digit = char_at(t, i + 1) - '0' < 10;
        if (c == '"' || c == '\'') {
            token->kind = TOKEN_STRING;
            i = skip_string(t, i);
        } else if (is_digit || (c == '.' && next_digit)) {
            token->kind = TOKEN_NUMBER;
            i = skip_number(t, i);
        } else if (unicode_is_identifier_start(c) || c == '_') {
            token->kind = TOKEN_NAME;
            i = skip_name(t, i);
            if ((char_at(t, i) == '"' || char_at(t, i) == '\'') && i - token->start <= 2) {
                token->kind = TOKEN_STRING;
                i = skip_string(t, i);
            }
        } else {
            token->kind = TOKEN_OP;
            int length = op_length(c, char_at(t, i + 1), char_at(t, i + 2));
            for (int k = 0; k < length; k++) {
                token->op = token->op << 8 | (char_at(t, i + (size_t)k) & 0xff);
            }
            i += (size_t)length;
            if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                token->depth = (int16_t)--depth;
            }
        }
        if (i == 0 || depth < 0) {
            return false;
        }
        token->end = (uint32_t)i;
    }
    return depth == 0;
}

/* ---- Structure ---- */

static bool is_word(const Tokens *t, const Token *token, const char *word)
{
    size_t length = strlen(word);
    if (token->kind != TOKEN_NAME || token->end - token->start != length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        if (str_at(t->text, token->start + i) != (uint32_t)word[i]) {
            return false;
        }
    }
    return true;
}

/* Words that bind looser than every binary operator, or begin a statement. */
static bool is_loose_word(const Tokens *t, const Token *token)
{
    static const char *const words[] = {
        "lambda", "if",     "else",   "or",     "and",      "not",    "in",    "is",
        "yield",  "for",    "await",  "async",  "return",   "raise",  "assert", "del",
        "import", "from",   "while",  "with",   "try",      "except", "finally", "class",
        "def",    "global", "nonlocal", "pass", "continue", "break",  "elif",  "as"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (is_word(t, token, words[i])) {
            return true;
        }
    }
    return false;
}

static bool is_loose_op(uint32_t op)
{
    if (op >= 0x100 && (op & 0xff) == '=') {
        return true; /* comparisons and assignments */
    }
    return op == '<' || op == '>' || op == '=' || op == ',' || op == ':' || op == ';' || op == '!' ||
           op == OP2('-', '>');
}

static int precedence(uint32_t op)
{
    switch (op) {
    case OP1('|'):
        return 1;
    case OP1('^'):
        return 2;
    case OP1('&'):
        return 3;
    case OP2('<', '<'):
    case OP2('>', '>'):
        return 4;
    case OP1('+'):
    case OP1('-'):
        return 5;
    case OP1('*'):
    case OP1('/'):
    case OP1('%'):
    case OP1('@'):
    case OP2('/', '/'):
        return 6;
    case OP2('*', '*'):
        return 8; /* 7: the unary ones */
    default:
        return 0;
    }
}

static bool ends_operand(const Token *token)
{
    return token->kind != TOKEN_OP || token->op == ')' || token->op == ']' || token->op == '}';
}

/* Whether tokens [i, j) are one expression in grouping parentheses: no tuple, no generator. */
static bool is_group(const Tokens *t, size_t i, size_t j)
{
    if (j - i < 3 || t->at[i].kind != TOKEN_OP || t->at[i].op != '(') {
        return false;
    }
    for (size_t k = i + 1; k < j; k++) {
        const Token *token = &t->at[k];
        if (token->depth == t->at[i].depth) {
            return k == j - 1;
        }
        if (token->depth == t->at[i].depth + 1 &&
            ((token->kind == TOKEN_OP && token->op == ',') || is_word(t, token, "for"))) {
            return false;
        }
    }
    return false;
}

static void strip_groups(const Tokens *t, size_t *i, size_t *j)
{
    while (is_group(t, *i, *j)) {
        ++*i;
        --*j;
    }
}

/* Anchors of the binary operation whose operator is token `k` of [i, j). */
static bool at_operator(const Tokens *t, size_t i, size_t k, size_t j, size_t *from, size_t *to)
{
    size_t left = i, left_end = k, right = k + 1, right_end = j;
    strip_groups(t, &left, &left_end);
    strip_groups(t, &right, &right_end);
    size_t stop = t->at[right].start;
    for (size_t c = t->at[left_end - 1].end; c < stop; c++) {
        if (!is_space(char_at(t, c))) {
            *from = c;
            *to = c + 1 + (c + 1 < stop && !is_space(char_at(t, c + 1)));
            return true;
        }
    }
    return false;
}

/* Anchors of a subscript whose brackets are tokens `open` and j - 1. */
static bool at_brackets(const Tokens *t, size_t i, size_t open, size_t j, size_t *from, size_t *to)
{
    size_t left = i, left_end = open, inner = open + 1, inner_end = j - 1;
    if (inner == inner_end) {
        return false;
    }
    strip_groups(t, &left, &left_end);
    strip_groups(t, &inner, &inner_end);
    *from = t->at[left_end - 1].end;
    *to = t->at[inner_end - 1].end + 1;
    return true;
}

static bool find_in(const Tokens *t, size_t *from, size_t *to)
{
    size_t i = 0, j = t->count;
    strip_groups(t, &i, &j);
    if (i == j) {
        return false;
    }
    int depth = t->at[i].depth, lowest = 100;
    size_t chosen = 0, open = 0;
    bool has_prefix = false;
    for (size_t k = i; k < j; k++) {
        const Token *token = &t->at[k];
        if (token->depth != depth) {
            continue;
        }
        if (token->kind != TOKEN_OP) {
            if (is_loose_word(t, token)) {
                return false;
            }
            continue;
        }
        if (is_loose_op(token->op)) {
            return false;
        }
        bool is_after_operand = k > i && ends_operand(&t->at[k - 1]);
        int level = precedence(token->op);
        if (token->op == '[' && is_after_operand) {
            open = k;
        }
        if (level == 0 && token->op != '~') {
            continue;
        }
        if (!is_after_operand) {
            has_prefix |= k == i;
        } else if (level < lowest || (level == lowest && level != 8)) {
            lowest = level;
            chosen = k;
        }
    }
    if (chosen && !(lowest == 8 && has_prefix)) {
        return chosen + 1 < j && at_operator(t, i, chosen, j, from, to);
    }
    const Token *last = &t->at[j - 1];
    return !has_prefix && open && last->kind == TOKEN_OP && last->op == ']' &&
           at_brackets(t, i, open, j, from, to);
}

bool anchors_find(Value line, size_t start, size_t end, size_t *from, size_t *to)
{
    Tokens tokens = {.text = as_str(line), .start = start, .end = end};
    return split(&tokens) && find_in(&tokens, from, to);
}
