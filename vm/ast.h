/* ast.h: the tree of a program. It mirrors CPython 3.11's abstract grammar (Python.asdl) node for
 * node and field for field, so the `ast` module's documentation describes it; nodes live in the
 * arena of their parse and hold no Value.
 *
 * Invariants: positions are CPython's (lines from 1; columns in UTF-8 bytes from 0, the end
 * exclusive). Names of one arena are equal iff their pointers are. A sequence of count 0 may have
 * `at == NULL`. Optional fields are NULL when absent.
 *
 * Depth: the parser bounds nesting (AST_MAX_DEPTH levels of recursion) in every direction but two,
 * which consumers must walk with a loop or with a depth limit of their own:
 *  - the left spine of BINOP (left), ATTRIBUTE/SUBSCRIPT (value) and CALL (func): `1+1+...+1` is as
 *    deep as it is long;
 *  - an `elif` chain: STMT_IF whose orelse is one STMT_IF.
 * Types and tables that the runtime also has a name for (BinaryOp, Module, BINARY_OPS) are prefixed
 * Ast/AST_, since the compiler includes both.
 * Private names are not mangled here, `return` outside a function is not noticed here: that is the
 * compiler's.
 */
#ifndef VM_AST_H
#define VM_AST_H

#include "vm/arena.h"

/* The C stack of a recursive consumer must bear this many levels, or check. */
#define AST_MAX_DEPTH 6000

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;

/* (enum suffix, CPython's class name) */
#define EXPR_KINDS(X)                                                                              \
    X(BOOLOP, "BoolOp")                                                                            \
    X(NAMEDEXPR, "NamedExpr")                                                                      \
    X(BINOP, "BinOp")                                                                              \
    X(UNARYOP, "UnaryOp")                                                                          \
    X(LAMBDA, "Lambda")                                                                            \
    X(IFEXP, "IfExp")                                                                              \
    X(DICT, "Dict")                                                                                \
    X(SET, "Set")                                                                                  \
    X(LISTCOMP, "ListComp")                                                                        \
    X(SETCOMP, "SetComp")                                                                          \
    X(DICTCOMP, "DictComp")                                                                        \
    X(GENERATOREXP, "GeneratorExp")                                                                \
    X(AWAIT, "Await")                                                                              \
    X(YIELD, "Yield")                                                                              \
    X(YIELDFROM, "YieldFrom")                                                                      \
    X(COMPARE, "Compare")                                                                          \
    X(CALL, "Call")                                                                                \
    X(FORMATTEDVALUE, "FormattedValue")                                                            \
    X(JOINEDSTR, "JoinedStr")                                                                      \
    X(CONSTANT, "Constant")                                                                        \
    X(ATTRIBUTE, "Attribute")                                                                      \
    X(SUBSCRIPT, "Subscript")                                                                      \
    X(STARRED, "Starred")                                                                          \
    X(NAME, "Name")                                                                                \
    X(LIST, "List")                                                                                \
    X(TUPLE, "Tuple")                                                                              \
    X(SLICE, "Slice")

#define STMT_KINDS(X)                                                                              \
    X(FUNCTION_DEF, "FunctionDef")                                                                 \
    X(ASYNC_FUNCTION_DEF, "AsyncFunctionDef")                                                      \
    X(CLASS_DEF, "ClassDef")                                                                       \
    X(RETURN, "Return")                                                                            \
    X(DELETE, "Delete")                                                                            \
    X(ASSIGN, "Assign")                                                                            \
    X(AUG_ASSIGN, "AugAssign")                                                                     \
    X(ANN_ASSIGN, "AnnAssign")                                                                     \
    X(FOR, "For")                                                                                  \
    X(ASYNC_FOR, "AsyncFor")                                                                       \
    X(WHILE, "While")                                                                              \
    X(IF, "If")                                                                                    \
    X(WITH, "With")                                                                                \
    X(ASYNC_WITH, "AsyncWith")                                                                     \
    X(MATCH, "Match")                                                                              \
    X(RAISE, "Raise")                                                                              \
    X(TRY, "Try")                                                                                  \
    X(TRY_STAR, "TryStar")                                                                         \
    X(ASSERT, "Assert")                                                                            \
    X(IMPORT, "Import")                                                                            \
    X(IMPORT_FROM, "ImportFrom")                                                                   \
    X(GLOBAL, "Global")                                                                            \
    X(NONLOCAL, "Nonlocal")                                                                        \
    X(EXPR, "Expr")                                                                                \
    X(PASS, "Pass")                                                                                \
    X(BREAK, "Break")                                                                              \
    X(CONTINUE, "Continue")

#define PATTERN_KINDS(X)                                                                           \
    X(VALUE, "MatchValue")                                                                         \
    X(SINGLETON, "MatchSingleton")                                                                 \
    X(SEQUENCE, "MatchSequence")                                                                   \
    X(MAPPING, "MatchMapping")                                                                     \
    X(CLASS, "MatchClass")                                                                         \
    X(STAR, "MatchStar")                                                                           \
    X(AS, "MatchAs")                                                                               \
    X(OR, "MatchOr")

/* (enum suffix, CPython's class name, the operator's spelling) */
#define AST_BINARY_OPS(X)                                                                              \
    X(ADD, "Add", "+")                                                                             \
    X(SUB, "Sub", "-")                                                                             \
    X(MULT, "Mult", "*")                                                                           \
    X(MATMULT, "MatMult", "@")                                                                     \
    X(DIV, "Div", "/")                                                                             \
    X(MOD, "Mod", "%")                                                                             \
    X(POW, "Pow", "**")                                                                            \
    X(LSHIFT, "LShift", "<<")                                                                      \
    X(RSHIFT, "RShift", ">>")                                                                      \
    X(BITOR, "BitOr", "|")                                                                         \
    X(BITXOR, "BitXor", "^")                                                                       \
    X(BITAND, "BitAnd", "&")                                                                       \
    X(FLOORDIV, "FloorDiv", "//")

#define AST_UNARY_OPS(X)                                                                               \
    X(INVERT, "Invert", "~")                                                                       \
    X(NOT, "Not", "not")                                                                           \
    X(UADD, "UAdd", "+")                                                                           \
    X(USUB, "USub", "-")

#define AST_COMPARE_OPS(X)                                                                             \
    X(EQ, "Eq", "==")                                                                              \
    X(NOT_EQ, "NotEq", "!=")                                                                       \
    X(LT, "Lt", "<")                                                                               \
    X(LT_E, "LtE", "<=")                                                                           \
    X(GT, "Gt", ">")                                                                               \
    X(GT_E, "GtE", ">=")                                                                           \
    X(IS, "Is", "is")                                                                              \
    X(IS_NOT, "IsNot", "is not")                                                                   \
    X(IN, "In", "in")                                                                              \
    X(NOT_IN, "NotIn", "not in")

typedef enum ExprKind {
#define X(name, label) EXPR_##name,
    EXPR_KINDS(X)
#undef X
} ExprKind;

typedef enum StmtKind {
#define X(name, label) STMT_##name,
    STMT_KINDS(X)
#undef X
} StmtKind;

typedef enum PatternKind {
#define X(name, label) PATTERN_##name,
    PATTERN_KINDS(X)
#undef X
} PatternKind;

typedef enum AstBinaryOp {
#define X(name, label, text) BINARY_##name,
    AST_BINARY_OPS(X)
#undef X
} AstBinaryOp;

typedef enum AstUnaryOp {
#define X(name, label, text) UNARY_##name,
    AST_UNARY_OPS(X)
#undef X
} AstUnaryOp;

typedef enum AstCompareOp {
#define X(name, label, text) COMPARE_##name,
    AST_COMPARE_OPS(X)
#undef X
} AstCompareOp;

typedef enum AstBoolOp { BOOL_AND, BOOL_OR } AstBoolOp;

typedef enum ExprContext { CONTEXT_LOAD, CONTEXT_STORE, CONTEXT_DEL } ExprContext;

typedef enum ConstantKind {
    CONSTANT_NONE,
    CONSTANT_TRUE,
    CONSTANT_FALSE,
    CONSTANT_ELLIPSIS,
    CONSTANT_INT,     /* `integer` */
    CONSTANT_BIGINT,  /* does not fit int64: `text` has its digits (no prefix, no '_'), in `base` */
    CONSTANT_FLOAT,   /* `real` */
    CONSTANT_COMPLEX, /* `real` is the imaginary part; the real part is 0 */
    CONSTANT_STR,     /* `text` */
    CONSTANT_BYTES,   /* `text` */
} ConstantKind;

typedef struct Constant {
    uint8_t kind;    /* ConstantKind */
    uint8_t base;    /* 2, 8, 10, 16 for CONSTANT_BIGINT */
    bool u_prefix;   /* the str was written u'...' */
    bool is_ascii;   /* the str or bytes has only bytes below 0x80 */
    union {
        int64_t integer;
        double real;
        Text text;
    };
} Constant;

/* Where a node stands. */
typedef struct Span {
    int line, col, end_line, end_col;
} Span;

typedef struct ExprSeq {
    Expr **at;
    size_t count;
} ExprSeq;
typedef struct StmtSeq {
    Stmt **at;
    size_t count;
} StmtSeq;
typedef struct PatternSeq {
    Pattern **at;
    size_t count;
} PatternSeq;
typedef struct NameSeq {
    Name **at;
    size_t count;
} NameSeq;

typedef struct Arg {
    Span span;
    Name *arg;
    Expr *annotation;
} Arg;
typedef struct ArgSeq {
    Arg **at;
    size_t count;
} ArgSeq;

typedef struct Arguments {
    ArgSeq posonlyargs, args;
    Arg *vararg;
    ArgSeq kwonlyargs;
    ExprSeq kw_defaults; /* as many as kwonlyargs; NULL where there is no default */
    Arg *kwarg;
    ExprSeq defaults; /* of the last ones of posonlyargs + args */
} Arguments;

typedef struct Keyword {
    Span span;
    Name *arg; /* NULL: **value */
    Expr *value;
} Keyword;
typedef struct KeywordSeq {
    Keyword **at;
    size_t count;
} KeywordSeq;

typedef struct Comprehension {
    Expr *target, *iter;
    ExprSeq ifs;
    bool is_async;
} Comprehension;
typedef struct ComprehensionSeq {
    Comprehension **at;
    size_t count;
} ComprehensionSeq;

struct Expr {
    uint8_t kind; /* ExprKind */
    uint8_t ctx;  /* ExprContext of ATTRIBUTE, SUBSCRIPT, STARRED, NAME, LIST, TUPLE */
    uint8_t op;   /* AstBoolOp, AstBinaryOp or AstUnaryOp of BOOLOP, BINOP, UNARYOP */
    bool parenthesized; /* stood in parentheses of its own (tuples: its parentheses are its own) */
    Span span;
    union {
        struct {
            ExprSeq values;
        } boolop;
        struct {
            Expr *target, *value;
        } namedexpr;
        struct {
            Expr *left, *right; /* left-deep: see the head of this file */
        } binop;
        struct {
            Expr *operand;
        } unaryop;
        struct {
            Arguments *args;
            Expr *body;
        } lambda;
        struct {
            Expr *test, *body, *orelse;
        } ifexp;
        struct {
            ExprSeq keys, values; /* as many each; a key of NULL: **value */
        } dict;
        struct {
            ExprSeq elts;
        } set, list, tuple;
        struct {
            Expr *elt;
            ComprehensionSeq generators;
        } listcomp, setcomp, generatorexp;
        struct {
            Expr *key, *value;
            ComprehensionSeq generators;
        } dictcomp;
        struct {
            Expr *value; /* of yield: NULL when absent */
        } await, yield, yieldfrom, starred;
        struct {
            Expr *left;
            uint8_t *ops; /* AstCompareOp, comparators.count of them */
            ExprSeq comparators;
        } compare;
        struct {
            Expr *func;
            ExprSeq args;
            KeywordSeq keywords;
        } call;
        struct {
            Expr *value;
            int conversion;    /* 's', 'r', 'a', or -1 */
            Expr *format_spec; /* a JOINEDSTR or NULL */
        } formattedvalue;
        struct {
            ExprSeq values; /* CONSTANT str and FORMATTEDVALUE */
        } joinedstr;
        Constant constant;
        struct {
            Expr *value;
            Name *attr;
        } attribute;
        struct {
            Expr *value, *slice;
        } subscript;
        struct {
            Name *id;
        } name;
        struct {
            Expr *lower, *upper, *step;
        } slice;
    };
};

typedef struct Alias {
    Span span;
    Name *name; /* dotted for `import a.b`; "*" for a star import */
    Name *asname;
} Alias;
typedef struct AliasSeq {
    Alias **at;
    size_t count;
} AliasSeq;

typedef struct WithItem {
    Expr *context_expr, *optional_vars;
} WithItem;
typedef struct WithItemSeq {
    WithItem **at;
    size_t count;
} WithItemSeq;

typedef struct ExceptHandler {
    Span span;
    Expr *type;
    Name *name;
    StmtSeq body;
} ExceptHandler;
typedef struct ExceptHandlerSeq {
    ExceptHandler **at;
    size_t count;
} ExceptHandlerSeq;

typedef struct MatchCase {
    Pattern *pattern;
    Expr *guard;
    StmtSeq body;
} MatchCase;
typedef struct MatchCaseSeq {
    MatchCase **at;
    size_t count;
} MatchCaseSeq;

struct Pattern {
    uint8_t kind; /* PatternKind */
    Span span;
    union {
        struct {
            Expr *value;
        } value;
        struct {
            uint8_t value; /* CONSTANT_NONE, CONSTANT_TRUE, CONSTANT_FALSE */
        } singleton;
        struct {
            PatternSeq patterns;
        } sequence, alternatives; /* `alternatives` is PATTERN_OR's */
        struct {
            ExprSeq keys;
            PatternSeq patterns;
            Name *rest;
        } mapping;
        struct {
            Expr *cls;
            PatternSeq patterns;
            NameSeq kwd_attrs;
            PatternSeq kwd_patterns;
        } cls;
        struct {
            Name *name; /* NULL: `*_` */
        } star;
        struct {
            Pattern *pattern;
            Name *name; /* both NULL: `_` */
        } as;
    };
};

struct Stmt {
    uint8_t kind; /* StmtKind */
    Span span;
    union {
        struct {
            Name *name;
            Arguments *args;
            StmtSeq body;
            ExprSeq decorator_list;
            Expr *returns;
        } function_def; /* and ASYNC_FUNCTION_DEF */
        struct {
            Name *name;
            ExprSeq bases;
            KeywordSeq keywords;
            StmtSeq body;
            ExprSeq decorator_list;
        } class_def;
        struct {
            Expr *value; /* of return: NULL when absent */
        } return_, expr;
        struct {
            ExprSeq targets;
        } delete_;
        struct {
            ExprSeq targets;
            Expr *value;
        } assign;
        struct {
            Expr *target, *value;
            AstBinaryOp op;
        } aug_assign;
        struct {
            Expr *target, *annotation, *value;
            bool simple; /* the target is a name without parentheses */
        } ann_assign;
        struct {
            Expr *target, *iter;
            StmtSeq body, orelse;
        } for_; /* and ASYNC_FOR */
        struct {
            Expr *test;
            StmtSeq body, orelse;
        } while_, if_;
        struct {
            WithItemSeq items;
            StmtSeq body;
        } with; /* and ASYNC_WITH */
        struct {
            Expr *subject;
            MatchCaseSeq cases;
        } match;
        struct {
            Expr *exc, *cause;
        } raise;
        struct {
            StmtSeq body;
            ExceptHandlerSeq handlers;
            StmtSeq orelse, finalbody;
        } try_; /* and TRY_STAR */
        struct {
            Expr *test, *msg;
        } assert_;
        struct {
            AliasSeq names;
        } import;
        struct {
            Name *module; /* dotted; NULL in `from . import x` */
            AliasSeq names;
            int level;
        } import_from;
        struct {
            NameSeq names;
        } global, nonlocal;
    };
};

typedef enum ParseMode { PARSE_FILE, PARSE_SINGLE, PARSE_EVAL } ParseMode;

/* The root: `body` in the modes file and single, `expression` in the mode eval. */
typedef struct AstModule {
    ParseMode mode;
    StmtSeq body;
    Expr *expression;
} AstModule;

/* Return CPython's class name of a node kind or an operator, "BinOp", "Add". */
const char *expr_kind_name(ExprKind kind);
const char *stmt_kind_name(StmtKind kind);
const char *pattern_kind_name(PatternKind kind);
const char *binary_op_name(AstBinaryOp op);
const char *unary_op_name(AstUnaryOp op);
const char *compare_op_name(AstCompareOp op);

#endif
