/* lexer.h: text to tokens, one at a time, by the rules of Python's lexical analysis (language
 * reference, chapter 2). The lexer is a plain struct: copying it and reading on from the copy is
 * how one looks further ahead. Invariant: `cur` is behind the last token, and at the text's end or
 * just behind it there are a newline and a NUL.
 *
 * A lexer error is sticky: `lexer_next` gives TOKEN_ERROR and `failure` says which.
 */
#ifndef VM_LEXER_H
#define VM_LEXER_H

#include "vm/arena.h"
#include "vm/problem.h"

/* (enum suffix, spelling) */
#define KEYWORDS(X)                                                                                \
    X(FALSE, "False")                                                                              \
    X(NONE, "None")                                                                                \
    X(TRUE, "True")                                                                                \
    X(AND, "and")                                                                                  \
    X(AS, "as")                                                                                    \
    X(ASSERT, "assert")                                                                            \
    X(ASYNC, "async")                                                                              \
    X(AWAIT, "await")                                                                              \
    X(BREAK, "break")                                                                              \
    X(CLASS, "class")                                                                              \
    X(CONTINUE, "continue")                                                                        \
    X(DEF, "def")                                                                                  \
    X(DEL, "del")                                                                                  \
    X(ELIF, "elif")                                                                                \
    X(ELSE, "else")                                                                                \
    X(EXCEPT, "except")                                                                            \
    X(FINALLY, "finally")                                                                          \
    X(FOR, "for")                                                                                  \
    X(FROM, "from")                                                                                \
    X(GLOBAL, "global")                                                                            \
    X(IF, "if")                                                                                    \
    X(IMPORT, "import")                                                                            \
    X(IN, "in")                                                                                    \
    X(IS, "is")                                                                                    \
    X(LAMBDA, "lambda")                                                                            \
    X(NONLOCAL, "nonlocal")                                                                        \
    X(NOT, "not")                                                                                  \
    X(OR, "or")                                                                                    \
    X(PASS, "pass")                                                                                \
    X(RAISE, "raise")                                                                              \
    X(RETURN, "return")                                                                            \
    X(TRY, "try")                                                                                  \
    X(WHILE, "while")                                                                              \
    X(WITH, "with")                                                                                \
    X(YIELD, "yield")

#define OPERATORS(X)                                                                               \
    X(LPAR, "(")                                                                                   \
    X(RPAR, ")")                                                                                   \
    X(LSQB, "[")                                                                                   \
    X(RSQB, "]")                                                                                   \
    X(LBRACE, "{")                                                                                 \
    X(RBRACE, "}")                                                                                 \
    X(COLON, ":")                                                                                  \
    X(COMMA, ",")                                                                                  \
    X(SEMI, ";")                                                                                   \
    X(DOT, ".")                                                                                    \
    X(ELLIPSIS, "...")                                                                             \
    X(ARROW, "->")                                                                                 \
    X(WALRUS, ":=")                                                                                \
    X(EQUAL, "=")                                                                                  \
    X(PLUS, "+")                                                                                   \
    X(MINUS, "-")                                                                                  \
    X(STAR, "*")                                                                                   \
    X(SLASH, "/")                                                                                  \
    X(DOUBLE_SLASH, "//")                                                                          \
    X(PERCENT, "%")                                                                                \
    X(AT, "@")                                                                                     \
    X(DOUBLE_STAR, "**")                                                                           \
    X(LSHIFT, "<<")                                                                                \
    X(RSHIFT, ">>")                                                                                \
    X(VBAR, "|")                                                                                   \
    X(CARET, "^")                                                                                  \
    X(AMPER, "&")                                                                                  \
    X(TILDE, "~")                                                                                  \
    X(EQ_EQUAL, "==")                                                                              \
    X(NOT_EQUAL, "!=")                                                                             \
    X(LESS, "<")                                                                                   \
    X(LESS_EQUAL, "<=")                                                                            \
    X(GREATER, ">")                                                                                \
    X(GREATER_EQUAL, ">=")                                                                         \
    X(PLUS_EQUAL, "+=")                                                                            \
    X(MINUS_EQUAL, "-=")                                                                           \
    X(STAR_EQUAL, "*=")                                                                            \
    X(AT_EQUAL, "@=")                                                                              \
    X(SLASH_EQUAL, "/=")                                                                           \
    X(PERCENT_EQUAL, "%=")                                                                         \
    X(AMPER_EQUAL, "&=")                                                                           \
    X(VBAR_EQUAL, "|=")                                                                            \
    X(CARET_EQUAL, "^=")                                                                           \
    X(LSHIFT_EQUAL, "<<=")                                                                         \
    X(RSHIFT_EQUAL, ">>=")                                                                         \
    X(DOUBLE_STAR_EQUAL, "**=")                                                                    \
    X(DOUBLE_SLASH_EQUAL, "//=")

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_NUMBER,
    TOKEN_STRING,
    TOKEN_NEWLINE,
    TOKEN_INDENT,
    TOKEN_DEDENT,
    TOKEN_ERROR,   /* see Lexer.failure */
    TOKEN_UNKNOWN, /* a character that no rule takes: '$', '?', '!', '`', or '<>' */
#define X(name, text) TOKEN_##name,
    KEYWORDS(X) OPERATORS(X)
#undef X
    TOKEN_COUNT
} TokenKind;

typedef struct Token {
    uint8_t kind; /* TokenKind */
    int level;    /* brackets open behind it */
    int line, col, end_line, end_col; /* as in Span; columns -1 for INDENT, DEDENT, END */
    const char *start, *end;          /* its spelling */
    Name *name;                       /* of TOKEN_NAME: NFKC-normalised */
} Token;

typedef enum LexerFailure {
    LEXER_OK,
    LEXER_REPORTED,  /* `problem` has the whole story */
    LEXER_EOF,       /* the text ended inside brackets or after a backslash */
    LEXER_DEDENT,    /* a dedent to a column that no block has */
    LEXER_TABS,      /* tabs and spaces mixed so that a tab's width would matter */
    LEXER_TOO_DEEP,  /* more than LEXER_MAX_INDENTS blocks */
    LEXER_LINE_CONT, /* something behind a line's last backslash */
} LexerFailure;

enum { LEXER_MAX_BRACKETS = 200, LEXER_MAX_INDENTS = 100 };

typedef struct Lexer {
    Arena *arena;
    SyntaxProblem *problem;
    const char *text, *text_end;
    const char *cur, *line_start;
    const char *error_text; /* where the text of an error in the current line starts */
    int line;
    int first_line, first_col; /* added to the columns of line `first_line` (f-string parts) */
    LexerFailure failure;
    bool interactive; /* an empty line ends a block */
    bool at_line_start;
    bool hit_end;     /* the text's end has been looked at */
    int level, indent, pending; /* pending: INDENTs (> 0) or DEDENTs (< 0) still to give */
    char brackets[LEXER_MAX_BRACKETS];
    int bracket_lines[LEXER_MAX_BRACKETS], bracket_cols[LEXER_MAX_BRACKETS];
    int indents[LEXER_MAX_INDENTS], tab_indents[LEXER_MAX_INDENTS];
} Lexer;

/* Prepares to read `text` (as source_decode makes it), whose first line is number `line`. Problems
 * found go to `problem`. */
void lexer_init(Lexer *lexer, Arena *arena, Text text, int line, SyntaxProblem *problem);

/* Reads the next token. At the end it gives NEWLINE if need be, the DEDENTs, then END for ever. */
void lexer_next(Lexer *lexer, Token *token);

/* Returns the spelling of a keyword or operator ("" for the other kinds). */
const char *token_text(TokenKind kind);

/* Returns how many code points the valid UTF-8 run has. */
int lexer_count_chars(const char *start, const char *end);

#endif
