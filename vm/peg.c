#include "vm/peg.h"

/* How deep rules may nest, as in CPython. Some wrong programs make the rules about wrong programs
 * look at everything again and again: hence a limit on steps. */
enum { MAX_LEVEL = 6000, MAX_STEPS = 20 * 1000 * 1000, MAX_RULES = 256 };

typedef enum PegOp {
    OP_TOKEN,
    OP_SOFT,
    OP_SOFT_KEYWORD,
    OP_RULE,
    OP_GROUP,
    OP_OPTIONAL,
    OP_STAR,
    OP_PLUS,
    OP_GATHER,
    OP_AND,
    OP_NOT,
    OP_FORCED,
    OP_CUT,
} PegOp;

typedef struct PegAlt PegAlt;

typedef struct PegItem {
    uint8_t op;
    uint8_t token;  /* TOKEN, FORCED; the separator of GATHER */
    int8_t binding; /* -1: none */
    Name *soft;
    PegRule *rule;
    PegAlt *alts;          /* GROUP, OPTIONAL */
    struct PegItem *inner; /* STAR, PLUS, GATHER, AND, NOT */
    struct PegItem *next;
} PegItem;

struct PegAlt {
    PegItem *items;
    PegAction *action;
    PegAlt *next;
};

struct PegRule {
    Name *name;
    PegAlt *alts;
    bool memo, left_recursive, is_invalid, is_quiet;
};

typedef struct PegGrammar {
    PegRule *rules[MAX_RULES];
    size_t count;
} PegGrammar;

typedef struct PegMemo {
    const PegRule *rule;
    PegTree *tree;
    size_t mark;
    struct PegMemo *next;
} PegMemo;

const char *peg_kind_words(PegKind kind)
{
    static const char *const words[] = {
#define X(name, tag, words) words,
        PEG_KINDS(X)
#undef X
    };
    return words[kind];
}

/* ---- compiling the grammar ------------------------------------------------------------------ */

typedef struct Reader {
    Arena *arena;
    PegGrammar *grammar;
    const char *at;
} Reader;

static void skip_blanks(Reader *r)
{
    while (*r->at == ' ' || *r->at == '\n') {
        r->at++;
    }
}

static bool read_char(Reader *r, char c)
{
    skip_blanks(r);
    if (*r->at != c) {
        return false;
    }
    r->at++;
    return true;
}

static bool is_word_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static size_t read_word(Reader *r, const char **word)
{
    skip_blanks(r);
    *word = r->at;
    while (is_word_char(*r->at)) {
        r->at++;
    }
    return (size_t)(r->at - *word);
}

static PegRule *rule_named(Reader *r, const char *word, size_t length)
{
    Name *name = arena_name(r->arena, word, length);
    for (size_t i = 0; i < r->grammar->count; i++) {
        if (r->grammar->rules[i]->name == name) {
            return r->grammar->rules[i];
        }
    }
    assert(r->grammar->count < MAX_RULES);
    PegRule *rule = ARENA_NEW(r->arena, PegRule);
    rule->name = name;
    rule->is_invalid = length > 8 && memcmp(word, "invalid_", 8) == 0;
    r->grammar->rules[r->grammar->count++] = rule;
    return rule;
}

static TokenKind token_named(const char *text, size_t length)
{
    for (TokenKind kind = TOKEN_FALSE; kind < TOKEN_COUNT; kind++) {
        if (strlen(token_text(kind)) == length && memcmp(token_text(kind), text, length) == 0) {
            return kind;
        }
    }
    unreachable("no such token in the grammar");
}

/* 'token', the quote being looked at */
static TokenKind read_token(Reader *r)
{
    const char *text = ++r->at;
    while (*r->at != '\'') {
        r->at++;
    }
    return token_named(text, (size_t)(r->at++ - text));
}

static PegAlt *read_alts(Reader *r);

static PegItem *item_new(Reader *r, PegOp op)
{
    PegItem *item = ARENA_NEW(r->arena, PegItem);
    item->op = op;
    item->binding = -1;
    return item;
}

/* A word: a class of tokens or a rule. */
static PegItem *read_name_item(Reader *r)
{
    static const struct {
        const char *name;
        TokenKind kind;
    } classes[] = {
        {"NAME", TOKEN_NAME},       {"NUMBER", TOKEN_NUMBER}, {"STRING", TOKEN_STRING},
        {"NEWLINE", TOKEN_NEWLINE}, {"INDENT", TOKEN_INDENT}, {"DEDENT", TOKEN_DEDENT},
        {"END", TOKEN_END},
    };
    const char *word;
    size_t length = read_word(r, &word);
    assert(length);
    for (size_t i = 0; i < COUNT_OF(classes); i++) {
        if (strlen(classes[i].name) == length && memcmp(classes[i].name, word, length) == 0) {
            PegItem *item = item_new(r, OP_TOKEN);
            item->token = classes[i].kind;
            return item;
        }
    }
    if (length == 12 && memcmp(word, "SOFT_KEYWORD", 12) == 0) {
        return item_new(r, OP_SOFT_KEYWORD);
    }
    PegItem *item = item_new(r, OP_RULE);
    item->rule = rule_named(r, word, length);
    return item;
}

static PegItem *read_atom(Reader *r)
{
    skip_blanks(r);
    PegItem *item;
    switch (*r->at) {
    case '\'':
        item = item_new(r, OP_TOKEN);
        item->token = read_token(r);
        return item;
    case '`': {
        const char *text = ++r->at;
        r->at = strchr(r->at, '`') + 1;
        item = item_new(r, OP_SOFT);
        item->soft = arena_name(r->arena, text, (size_t)(r->at - 1 - text));
        return item;
    }
    case '(':
    case '[': {
        char open = *r->at++;
        item = item_new(r, open == '(' ? OP_GROUP : OP_OPTIONAL);
        item->alts = read_alts(r);
        bool closed = read_char(r, open == '(' ? ')' : ']');
        assert(closed);
        (void)closed;
        return item;
    }
    default:
        return read_name_item(r);
    }
}

static PegItem *wrap(Reader *r, PegOp op, PegItem *inner)
{
    PegItem *item = item_new(r, op);
    item->inner = inner;
    return item;
}

/* prefix and postfix signs around an atom */
static PegItem *read_item(Reader *r)
{
    if (read_char(r, '~')) {
        return item_new(r, OP_CUT);
    }
    if (read_char(r, '!')) {
        return wrap(r, OP_NOT, read_atom(r));
    }
    if (read_char(r, '&')) {
        if (!read_char(r, '&')) {
            return wrap(r, OP_AND, read_atom(r));
        }
        PegItem *item = item_new(r, OP_FORCED);
        item->token = read_atom(r)->token;
        return item;
    }
    int binding = -1;
    skip_blanks(r);
    if (r->at[0] >= 'a' && r->at[0] <= 'c' && r->at[1] == '=') {
        binding = r->at[0] - 'a';
        r->at += 2;
    }
    PegItem *item = read_atom(r);
    if (read_char(r, '*')) {
        item = wrap(r, OP_STAR, item);
    } else if (read_char(r, '+')) {
        item = wrap(r, OP_PLUS, item);
    } else if (read_char(r, '%')) {
        item = wrap(r, OP_GATHER, item);
        skip_blanks(r);
        item->token = read_token(r);
    }
    item->binding = (int8_t)binding;
    return item;
}

static void copy_word(Reader *r, char *out, size_t size)
{
    skip_blanks(r);
    size_t length = 0;
    while (is_word_char(*r->at) || *r->at == '$' || *r->at == '@') {
        assert(length + 1 < size);
        out[length++] = *r->at++;
    }
    out[length] = 0;
    (void)size;
}

/* {=Tag} or {verb a b <message>}, behind the brace */
static PegAction *read_action(Reader *r)
{
    static const char *const tags[] = {
#define X(name, tag, words) tag,
        PEG_KINDS(X)
#undef X
    };
    PegAction *action = ARENA_NEW(r->arena, PegAction);
    if (read_char(r, '=')) {
        const char *word;
        size_t length = read_word(r, &word);
        for (PegKind kind = 0; kind < COUNT_OF(tags); kind++) {
            if (strlen(tags[kind]) == length && memcmp(tags[kind], word, length) == 0) {
                action->tag = kind;
            }
        }
        assert(action->tag != PEG_NONE);
    } else {
        copy_word(r, action->verb, sizeof(action->verb));
        copy_word(r, action->operands[0], sizeof(action->operands[0]));
        copy_word(r, action->operands[1], sizeof(action->operands[1]));
        if (read_char(r, '<')) {
            const char *end = strchr(r->at, '>');
            action->message = arena_copy(r->arena, r->at, (size_t)(end - r->at));
            r->at = end + 1;
        }
    }
    bool closed = read_char(r, '}');
    assert(closed);
    (void)closed;
    return action;
}

static PegAlt *read_alts(Reader *r)
{
    PegAlt *first = NULL, **alt_end = &first;
    do {
        PegAlt *alt = ARENA_NEW(r->arena, PegAlt);
        PegItem **item_end = &alt->items;
        for (;;) {
            skip_blanks(r);
            if (strchr("|;)]", *r->at)) {
                break;
            }
            if (read_char(r, '{')) {
                alt->action = read_action(r);
                break;
            }
            *item_end = read_item(r);
            item_end = &(*item_end)->next;
        }
        *alt_end = alt;
        alt_end = &alt->next;
    } while (read_char(r, '|'));
    return first;
}

/* name ['@' | '@@' | '@!'] '=' alternatives ';' */
static void read_rule(Reader *r)
{
    const char *word;
    size_t length = read_word(r, &word);
    PegRule *rule = rule_named(r, word, length);
    assert(!rule->alts);
    if (read_char(r, '@')) {
        rule->left_recursive = read_char(r, '@');
        rule->is_quiet = read_char(r, '!');
        rule->memo = !rule->left_recursive && !rule->is_quiet;
    }
    read_char(r, '=');
    rule->alts = read_alts(r);
    bool ended = read_char(r, ';');
    assert(ended);
    (void)ended;
}

void peg_init(Peg *peg, Parser *parser)
{
    *peg = (Peg){.arena = parser->arena, .parser = parser};
    Lexer *from = &parser->lexer;
    Text text = {parser->statement, (size_t)(from->text_end - parser->statement)};
    lexer_init(&peg->lexer, peg->arena, text, parser->statement_line, from->problem);
    peg->lexer.first_col = from->first_col;
    peg->lexer.interactive = from->interactive;
    peg->grammar = ARENA_NEW(peg->arena, PegGrammar);
    Reader reader = {peg->arena, peg->grammar, peg_grammar_text};
    for (skip_blanks(&reader); *reader.at; skip_blanks(&reader)) {
        read_rule(&reader);
    }
}

/* ---- matching ------------------------------------------------------------------------------- */

const Token *peg_token(Peg *peg, size_t index)
{
    while (index >= peg->token_count) {
        if (peg->token_count == peg->token_capacity) {
            size_t capacity = peg->token_capacity ? peg->token_capacity * 2 : 64;
            Token *tokens = arena_alloc(peg->arena, capacity * sizeof(Token));
            PegMemo **memos = arena_alloc(peg->arena, capacity * sizeof(PegMemo *));
            if (peg->token_count) {
                memcpy(tokens, peg->tokens, peg->token_count * sizeof(Token));
                memcpy(memos, peg->memos, peg->token_count * sizeof(PegMemo *));
            }
            peg->tokens = tokens;
            peg->memos = memos;
            peg->token_capacity = capacity;
        }
        lexer_next(&peg->lexer, &peg->tokens[peg->token_count]);
        if (peg->tokens[peg->token_count].kind == TOKEN_ERROR) {
            peg->lexer_failed(peg);
        }
        peg->token_count++;
    }
    return &peg->tokens[index];
}

static PegTree *match_item(Peg *peg, const PegItem *item);

/* The span of tokens `from` up to the mark; white space tokens at the end do not count. */
static Span span_from(Peg *peg, size_t from)
{
    const Token *first = &peg->tokens[from], *last = first;
    for (size_t i = peg->mark; i > from; i--) {
        last = &peg->tokens[i - 1];
        if (last->kind < TOKEN_NEWLINE || last->kind > TOKEN_DEDENT) {
            break;
        }
    }
    return (Span){first->line, first->col, last->end_line, last->end_col};
}

static PegTree *tree_new(Peg *peg, PegKind kind, size_t from, size_t items)
{
    PegTree *tree = ARENA_NEW(peg->arena, PegTree);
    peg_token(peg, from);
    tree->kind = kind;
    tree->span = span_from(peg, from);
    tree->first = from;
    tree->kid_count = peg->parser->shared->item_count - items;
    tree->kids = seq_take(peg->parser, items);
    return tree;
}

/* Makes the tree of an untagged match: a single child stands for it. */
static PegTree *tree_plain(Peg *peg, size_t from, size_t items)
{
    ParserShared *shared = peg->parser->shared;
    if (shared->item_count - items == 1) {
        return shared->items[--shared->item_count];
    }
    return tree_new(peg, PEG_NONE, from, items);
}

static void push_tree(Peg *peg, PegTree *tree)
{
    if (tree->kind != PEG_NONE) {
        seq_push(peg->parser, tree);
        return;
    }
    for (size_t i = 0; i < tree->kid_count; i++) {
        seq_push(peg->parser, tree->kids[i]);
    }
}

static PegTree *match_token(Peg *peg, TokenKind kind)
{
    const Token *token = peg_token(peg, peg->mark);
    if (token->kind != kind) {
        return NULL;
    }
    size_t from = peg->mark++;
    PegKind tag = kind == TOKEN_NAME ? PEG_NAME : PEG_NONE;
    return tree_new(peg, tag, from, peg->parser->shared->item_count);
}

/* Alternatives of just one invalid_ rule can be switched off; elsewhere such a rule is always on,
 * which decides what is found first in `{1: 2, x y}`. */
static bool is_off(Peg *peg, const PegAlt *alt)
{
    const PegItem *item = alt->items;
    return !peg->invalid_rules && item->op == OP_RULE && item->rule->is_invalid && !item->next;
}

/* Matches the first alternative that fits. An action that comes back fails them all. */
static PegTree *match_alts(Peg *peg, const PegAlt *alt)
{
    ParserShared *shared = peg->parser->shared;
    size_t from = peg->mark, items = shared->item_count;
    if (++peg->level > MAX_LEVEL) {
        peg->too_deep(peg);
    }
    PegTree *result = NULL;
    for (; alt; alt = alt->next) {
        if (is_off(peg, alt)) {
            continue;
        }
        PegTree *bound[PEG_MAX_BINDINGS] = {0};
        bool cut = false;
        const PegItem *item = alt->items;
        for (; item; item = item->next) {
            if (item->op == OP_CUT) {
                cut = true;
                continue;
            }
            PegTree *tree = match_item(peg, item);
            if (!tree) {
                break;
            }
            if (item->binding >= 0) {
                bound[item->binding] = tree;
            }
            push_tree(peg, tree);
        }
        if (!item) {
            if (!alt->action) {
                result = tree_plain(peg, from, items);
                break;
            }
            if (alt->action->tag != PEG_NONE) {
                result = tree_new(peg, alt->action->tag, from, items);
                break;
            }
            peg->act(peg, alt->action, bound);
            cut = true;
        }
        shared->item_count = items;
        peg->mark = from;
        if (cut) {
            break;
        }
    }
    peg->level--;
    return result;
}

static PegMemo *memo_find(Peg *peg, const PegRule *rule, size_t at)
{
    for (PegMemo *memo = peg->memos[at]; memo; memo = memo->next) {
        if (memo->rule == rule) {
            return memo;
        }
    }
    return NULL;
}

static PegMemo *memo_add(Peg *peg, const PegRule *rule, size_t at)
{
    PegMemo *memo = ARENA_NEW(peg->arena, PegMemo);
    memo->rule = rule;
    memo->mark = at;
    memo->next = peg->memos[at];
    peg->memos[at] = memo;
    return memo;
}

/* Grows the match from "fails" as long as another round takes in more. */
static PegTree *match_left_recursive(Peg *peg, const PegRule *rule)
{
    size_t from = peg->mark;
    PegMemo *memo = memo_add(peg, rule, from);
    for (;;) {
        peg->mark = from;
        PegTree *tree = match_alts(peg, rule->alts);
        if (!tree || peg->mark <= memo->mark) {
            break;
        }
        memo->tree = tree;
        memo->mark = peg->mark;
    }
    peg->mark = memo->mark;
    return memo->tree;
}

static PegTree *match_rule(Peg *peg, const PegRule *rule)
{
    if (++peg->steps > MAX_STEPS) {
        peg->too_deep(peg);
    }
    size_t from = peg->mark;
    if (rule->memo || rule->left_recursive) {
        peg_token(peg, from);
        PegMemo *memo = memo_find(peg, rule, from);
        if (memo) {
            peg->mark = memo->mark;
            return memo->tree;
        }
        if (rule->left_recursive) {
            return match_left_recursive(peg, rule);
        }
    }
    bool invalid_rules = peg->invalid_rules;
    peg->invalid_rules &= !rule->is_quiet;
    PegTree *tree = match_alts(peg, rule->alts);
    peg->invalid_rules = invalid_rules;
    if (rule->memo) {
        PegMemo *memo = memo_add(peg, rule, from);
        memo->tree = tree;
        memo->mark = peg->mark;
    }
    return tree;
}

/* Matches `item` any number of times, with separators if `separator` is a token. */
static PegTree *match_repeat(Peg *peg, const PegItem *item, TokenKind separator, bool one)
{
    size_t from = peg->mark, items = peg->parser->shared->item_count, count = 0;
    for (;;) {
        size_t before = peg->mark;
        if (count && separator != TOKEN_END && !match_token(peg, separator)) {
            break;
        }
        PegTree *tree = match_item(peg, item);
        if (!tree) {
            peg->mark = before;
            break;
        }
        push_tree(peg, tree);
        count++;
        if (peg->mark == before) {
            break;
        }
    }
    if (one && count == 0) {
        peg->mark = from;
        return NULL;
    }
    return tree_plain(peg, from, items);
}

static PegTree *empty_tree(Peg *peg)
{
    return tree_new(peg, PEG_NONE, peg->mark, peg->parser->shared->item_count);
}

/* CPython compares no more letters than the name has: `c` and `ma` pass for soft keywords too. */
static bool is_soft_keyword(const Token *token)
{
    size_t length = (size_t)(token->end - token->start);
    return token->kind == TOKEN_NAME &&
           (strncmp("match", token->start, length) == 0 ||
            strncmp("case", token->start, length) == 0 || strncmp("_", token->start, length) == 0);
}

static PegTree *match_item(Peg *peg, const PegItem *item)
{
    size_t from = peg->mark;
    switch ((PegOp)item->op) {
    case OP_TOKEN:
        return match_token(peg, item->token);
    case OP_SOFT: {
        const Token *token = peg_token(peg, from);
        return token->name == item->soft ? match_token(peg, TOKEN_NAME) : NULL;
    }
    case OP_SOFT_KEYWORD:
        return is_soft_keyword(peg_token(peg, from)) ? match_token(peg, TOKEN_NAME) : NULL;
    case OP_RULE:
        return match_rule(peg, item->rule);
    case OP_GROUP:
        return match_alts(peg, item->alts);
    case OP_OPTIONAL: {
        PegTree *tree = match_alts(peg, item->alts);
        return tree ? tree : empty_tree(peg);
    }
    case OP_STAR:
        return match_repeat(peg, item->inner, TOKEN_END, false);
    case OP_PLUS:
        return match_repeat(peg, item->inner, TOKEN_END, true);
    case OP_GATHER:
        return match_repeat(peg, item->inner, item->token, true);
    case OP_AND:
    case OP_NOT: {
        bool matched = match_item(peg, item->inner) != NULL;
        peg->mark = from;
        return matched == (item->op == OP_AND) ? empty_tree(peg) : NULL;
    }
    case OP_FORCED: {
        const Token *token = peg_token(peg, from);
        if (token->kind != item->token) {
            peg->forced_failed(peg, token, item->token);
        }
        return match_token(peg, item->token);
    }
    case OP_CUT:
        break;
    }
    unreachable("a cut is no item to match");
}

bool peg_run(Peg *peg, const char *name)
{
    Reader reader = {peg->arena, peg->grammar, NULL};
    PegRule *rule = rule_named(&reader, name, strlen(name));
    for (size_t i = 0; i < peg->token_count; i++) {
        peg->memos[i] = NULL;
    }
    peg->mark = 0;
    peg->level = 0;
    peg->steps = 0;
    return match_rule(peg, rule) != NULL;
}
