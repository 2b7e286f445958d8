/* specials.h: the special methods, one row each. `S_ADD` indexes Type.special, where a class keeps
 * what a look-up of `__add__` through its MRO finds; the names are interned once at start.
 */
#ifndef RUNTIME_SPECIALS_H
#define RUNTIME_SPECIALS_H

/* Binary operators: X(OP, text, forward, reflected, in-place) in the order of BinaryOp. */
#define BINARY_OPS(X)                                                                              \
    X(ADD, "+", "__add__", "__radd__", "__iadd__")                                                 \
    X(SUB, "-", "__sub__", "__rsub__", "__isub__")                                                 \
    X(MUL, "*", "__mul__", "__rmul__", "__imul__")                                                 \
    X(DIV, "/", "__truediv__", "__rtruediv__", "__itruediv__")                                     \
    X(FLOORDIV, "//", "__floordiv__", "__rfloordiv__", "__ifloordiv__")                            \
    X(MOD, "%", "__mod__", "__rmod__", "__imod__")                                                 \
    X(POW, "** or pow()", "__pow__", "__rpow__", "__ipow__")                                       \
    X(MATMUL, "@", "__matmul__", "__rmatmul__", "__imatmul__")                                     \
    X(LSHIFT, "<<", "__lshift__", "__rlshift__", "__ilshift__")                                    \
    X(RSHIFT, ">>", "__rshift__", "__rrshift__", "__irshift__")                                    \
    X(AND, "&", "__and__", "__rand__", "__iand__")                                                 \
    X(OR, "|", "__or__", "__ror__", "__ior__")                                                     \
    X(XOR, "^", "__xor__", "__rxor__", "__ixor__")                                                 \
    X(DIVMOD, "divmod()", "__divmod__", "__rdivmod__", "")

/* Comparisons: X(OP, text, method, method of the swapped comparison). */
#define COMPARE_OPS(X)                                                                             \
    X(LT, "<", "__lt__", GT)                                                                       \
    X(LE, "<=", "__le__", GE)                                                                      \
    X(EQ, "==", "__eq__", EQ)                                                                      \
    X(NE, "!=", "__ne__", NE)                                                                      \
    X(GT, ">", "__gt__", LT)                                                                       \
    X(GE, ">=", "__ge__", LE)

#define UNARY_OPS(X)                                                                               \
    X(NEG, "-", "__neg__")                                                                         \
    X(POS, "+", "__pos__")                                                                         \
    X(INVERT, "~", "__invert__")                                                                   \
    X(ABS, "abs()", "__abs__")

/* The rest: X(NAME, method). */
#define OTHER_SPECIALS(X)                                                                          \
    X(NEW, "__new__")                                                                              \
    X(INIT, "__init__")                                                                            \
    X(DEL, "__del__")                                                                              \
    X(REPR, "__repr__")                                                                            \
    X(STR, "__str__")                                                                              \
    X(FORMAT, "__format__")                                                                        \
    X(BYTES, "__bytes__")                                                                          \
    X(HASH, "__hash__")                                                                            \
    X(BOOL, "__bool__")                                                                            \
    X(LEN, "__len__")                                                                              \
    X(LENGTH_HINT, "__length_hint__")                                                              \
    X(GETITEM, "__getitem__")                                                                      \
    X(SETITEM, "__setitem__")                                                                      \
    X(DELITEM, "__delitem__")                                                                      \
    X(CONTAINS, "__contains__")                                                                    \
    X(MISSING, "__missing__")                                                                      \
    X(ITER, "__iter__")                                                                            \
    X(NEXT, "__next__")                                                                            \
    X(REVERSED, "__reversed__")                                                                    \
    X(CALL, "__call__")                                                                            \
    X(GETATTRIBUTE, "__getattribute__")                                                            \
    X(GETATTR, "__getattr__")                                                                      \
    X(SETATTR, "__setattr__")                                                                      \
    X(DELATTR, "__delattr__")                                                                      \
    X(DIR, "__dir__")                                                                              \
    X(GET, "__get__")                                                                              \
    X(SET, "__set__")                                                                              \
    X(DELETE, "__delete__")                                                                        \
    X(ENTER, "__enter__")                                                                          \
    X(EXIT, "__exit__")                                                                            \
    X(INDEX, "__index__")                                                                          \
    X(INT, "__int__")                                                                              \
    X(FLOAT, "__float__")                                                                          \
    X(TRUNC, "__trunc__")                                                                          \
    X(FLOOR, "__floor__")                                                                          \
    X(CEIL, "__ceil__")                                                                            \
    X(ROUND, "__round__")                                                                          \
    X(INSTANCECHECK, "__instancecheck__")                                                          \
    X(SUBCLASSCHECK, "__subclasscheck__")

typedef enum BinaryOp {
#define X(op, text, forward, reflected, inplace) OP2_##op,
    BINARY_OPS(X)
#undef X
        BINARY_OP_COUNT
} BinaryOp;

typedef enum CompareOp {
#define X(op, text, method, swapped) CMP_##op,
    COMPARE_OPS(X)
#undef X
} CompareOp;

typedef enum UnaryOp {
#define X(op, text, method) OP1_##op,
    UNARY_OPS(X)
#undef X
} UnaryOp;

/* S_ADD, S_RADD (= S_ADD + BINARY_OP_COUNT), S_IADD (= S_ADD + 2 * BINARY_OP_COUNT), S_LT, ... */
typedef enum Special {
#define X(op, text, forward, reflected, inplace) S_##op,
    BINARY_OPS(X)
#undef X
#define X(op, text, forward, reflected, inplace) S_R##op,
        BINARY_OPS(X)
#undef X
#define X(op, text, forward, reflected, inplace) S_I##op,
            BINARY_OPS(X)
#undef X
#define X(op, text, method, swapped) S_##op,
                COMPARE_OPS(X)
#undef X
#define X(op, text, method) S_##op,
                    UNARY_OPS(X)
#undef X
#define X(name, method) S_##name,
                        OTHER_SPECIALS(X)
#undef X
                            SPECIAL_COUNT
} Special;

#endif
