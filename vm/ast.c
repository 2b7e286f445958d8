#include "vm/ast.h"

const char *expr_kind_name(ExprKind kind)
{
    static const char *const names[] = {
#define X(name, label) label,
        EXPR_KINDS(X)
#undef X
    };
    return names[kind];
}

const char *stmt_kind_name(StmtKind kind)
{
    static const char *const names[] = {
#define X(name, label) label,
        STMT_KINDS(X)
#undef X
    };
    return names[kind];
}

const char *pattern_kind_name(PatternKind kind)
{
    static const char *const names[] = {
#define X(name, label) label,
        PATTERN_KINDS(X)
#undef X
    };
    return names[kind];
}

#define X(name, label, text) label,

const char *binary_op_name(AstBinaryOp op)
{
    static const char *const names[] = {AST_BINARY_OPS(X)};
    return names[op];
}

const char *unary_op_name(AstUnaryOp op)
{
    static const char *const names[] = {AST_UNARY_OPS(X)};
    return names[op];
}

const char *compare_op_name(AstCompareOp op)
{
    static const char *const names[] = {AST_COMPARE_OPS(X)};
    return names[op];
}

#undef X
