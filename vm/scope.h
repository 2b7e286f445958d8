/* scope.h: where each name of a source lives, decided before any code is made. A Scope stands for a
 * module, class body, function, lambda or comprehension; after scope_analyse every Symbol has its
 * final `place`, and every name that an inner function uses is a CELL where it is bound and FREE in
 * all functions from there inwards.
 */
#ifndef VM_SCOPE_H
#define VM_SCOPE_H

#include "vm/ast.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_COMPREHENSION,
} ScopeKind;

typedef enum Place {
    PLACE_UNKNOWN,
    PLACE_LOCAL,  /* a register; in a class body or module: the namespace */
    PLACE_CELL,   /* a register that holds a cell, since inner functions use it */
    PLACE_FREE,   /* the closure */
    PLACE_GLOBAL, /* declared so, or not bound anywhere around */
} Place;

enum SymbolFlags {
    SYMBOL_BOUND = 1,
    SYMBOL_USED = 2,
    SYMBOL_PARAMETER = 4,
    SYMBOL_GLOBAL = 8,
    SYMBOL_NONLOCAL = 16,
    SYMBOL_DELETED = 32, /* by del or the end of an except clause: may be unbound again */
    SYMBOL_ITERATION = 64, /* target of a comprehension's for */
    SYMBOL_ANNOTATED = 128,
};

typedef struct Symbol {
    Name *name;
    int flags;
    Place place;
    int index; /* register or closure index: given by scope_analyse */
    Span span; /* of a global or nonlocal statement */
} Symbol;

typedef struct Scope {
    ScopeKind kind;
    const void *node; /* the Stmt, Expr or AstModule */
    Name *name;       /* of the function or class */
    Name *class_name; /* the class around, for private names; or NULL */
    struct Scope *parent, *child, *sibling, *last_child;
    Symbol **symbols; /* in order of appearance; parameters first */
    int count, capacity;
    Symbol **table; /* open addressing by name */
    int table_size;
    int local_count; /* registers of parameters and other locals */
    int free_count;
    bool is_generator;
    bool has_class_cell;   /* a class body: a method uses super() or __class__ */
    bool has_walrus;       /* := binds a local here: operands must be copied when evaluated */
    bool has_annotations;  /* annotated names at this level: __annotations__ is wanted */
    bool namespace_mode;   /* exec with separate locals */
} Scope;

/* What the two passes report by: the compiler raises SyntaxError from it and does not return. */
typedef struct ScopeErrors {
    void (*fail)(void *context, const Span *span, const char *message);
    void *context;
} ScopeErrors;

/* The scope tree of a source. All memory is the arena's. */
Scope *scope_analyse(Arena *arena, AstModule *module, bool namespace_mode, ScopeErrors *errors);
/* The scope that belongs to a node, among the children of `parent`. */
Scope *scope_child(Scope *parent, const void *node);
/* The symbol of a name (mangled by the caller), or NULL. */
Symbol *scope_find(const Scope *scope, const Name *name);
/* `__x` inside class C is `_C__x`. */
Name *scope_mangle(Arena *arena, Name *class_name, Name *name);

#endif
