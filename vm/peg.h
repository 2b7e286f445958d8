/* peg.h: a small machine for parsing expression grammars (Ford, POPL 2004), with memoised rules and
 * direct left recursion (Warth, Douglass, Millstein, PEPM 2008). diagnose.c runs the grammar of
 * Python on it, rules about wrong programs included, to find the words for a syntax error; the tree
 * that it builds knows just what those words need. Nothing here runs for a correct program.
 *
 * The grammar's notation is at the head of grammar.c.
 */
#ifndef VM_PEG_H
#define VM_PEG_H

#include "vm/parser_impl.h"

/* (enum suffix, name in the grammar, what messages call it) */
#define PEG_KINDS(X)                                                                               \
    X(NONE, "", "")                                                                                \
    X(ATTRIBUTE, "Attribute", "attribute")                                                         \
    X(SUBSCRIPT, "Subscript", "subscript")                                                         \
    X(STARRED, "Starred", "starred")                                                               \
    X(NAME, "Name", "name")                                                                        \
    X(LIST, "List", "list")                                                                        \
    X(TUPLE, "Tuple", "tuple")                                                                     \
    X(LAMBDA, "Lambda", "lambda")                                                                  \
    X(CALL, "Call", "function call")                                                               \
    X(OPERATION, "Operation", "expression")                                                        \
    X(GENERATOREXP, "GeneratorExp", "generator expression")                                        \
    X(YIELD, "Yield", "yield expression")                                                          \
    X(AWAIT, "Await", "await expression")                                                          \
    X(LISTCOMP, "ListComp", "list comprehension")                                                  \
    X(SETCOMP, "SetComp", "set comprehension")                                                     \
    X(DICTCOMP, "DictComp", "dict comprehension")                                                  \
    X(DICT, "Dict", "dict literal")                                                                \
    X(SET, "Set", "set display")                                                                   \
    X(STRING, "String", "literal")                                                                 \
    X(JOINEDSTR, "JoinedStr", "f-string expression")                                               \
    X(NUMBER, "Number", "literal")                                                                 \
    X(TRUE, "True", "True")                                                                        \
    X(FALSE, "False", "False")                                                                     \
    X(NOTHING, "Nothing", "None")                                                                  \
    X(ELLIPSIS, "Ellipsis", "ellipsis")                                                            \
    X(COMPARE, "Compare", "comparison")                                                            \
    X(COMPARE_IN, "CompareIn", "")                                                                 \
    X(COMPARE_OTHER, "CompareOther", "")                                                           \
    X(IFEXP, "IfExp", "conditional expression")                                                    \
    X(NAMEDEXPR, "NamedExpr", "named expression")                                                  \
    X(SLICE, "Slice", "slice")                                                                     \
    X(ARGS, "Args", "")                                                                            \
    X(KEYWORD, "Keyword", "")                                                                      \
    X(DOUBLE_STARRED, "DoubleStarred", "")                                                         \
    X(COMPREHENSION, "Comprehension", "")                                                          \
    X(PATTERN, "Pattern", "")

typedef enum PegKind {
#define X(name, tag, words) PEG_##name,
    PEG_KINDS(X)
#undef X
} PegKind;

/* What a rule matched. PEG_NONE nodes dissolve: their children become the parent's. */
typedef struct PegTree {
    uint8_t kind; /* PegKind */
    Span span;
    size_t first; /* its first token's number */
    struct PegTree **kids;
    size_t kid_count;
} PegTree;

typedef struct Peg Peg;
typedef struct PegRule PegRule;

enum { PEG_MAX_BINDINGS = 3 }; /* a, b, c */

/* What stands in braces behind an alternative. */
typedef struct PegAction {
    PegKind tag;       /* PEG_NONE: `run` instead */
    char verb[8];      /* "at", "range", ...: diagnose.c knows them */
    char operands[2][8];
    const char *message;
} PegAction;

struct Peg {
    Arena *arena;
    Parser *parser; /* whose failure is looked into */
    Lexer lexer;
    Token *tokens; /* those read so far; a PEG looks back */
    size_t token_count, token_capacity, mark;
    struct PegMemo **memos; /* by token */
    bool invalid_rules;     /* the rules named invalid_... are on */
    int level;
    long steps;
    struct PegGrammar *grammar;
    /* Called for an action that is no tag: returns true to fail the rule, or leaves. */
    void (*act)(Peg *peg, const PegAction *action, PegTree *const *bound);
    /* Called when the lexer fails, when a forced token is missing, and when it goes too deep. */
    void (*lexer_failed)(Peg *peg);
    void (*forced_failed)(Peg *peg, const Token *token, TokenKind expected);
    void (*too_deep)(Peg *peg);
};

/* Prepares to read the parser's present statement. The grammar is compiled into the arena. */
void peg_init(Peg *peg, Parser *parser);

/* Matches a rule at the first token; forgets what earlier runs memoised, keeps their tokens. */
bool peg_run(Peg *peg, const char *rule);

/* Returns token number `index`, reading on if need be. */
const Token *peg_token(Peg *peg, size_t index);

/* Returns what messages call the expression. */
const char *peg_kind_words(PegKind kind);

/* The grammar's text (grammar.c). */
extern const char *const peg_grammar_text;

#endif
