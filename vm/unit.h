/* unit.h: the compiler's state for one scope, and what its files (compiler.c: units and emitting;
 * compile_expr.c; compile_call.c; compile_stmt.c; compile_try.c; compile_def.c) need of each other.
 *
 * Registers: a unit's locals come first, then temporaries, used as a stack: `temp` is the next free
 * one. The invariant between statements is that no temporary is in use but those of enclosing loops,
 * with statements and handlers.
 *
 * Bound-ness: `bound` has a bit for each local that surely is bound here, so that most reads need no
 * check. Locals that are ever deleted never count as surely bound; so the state before a loop or try
 * is right for its inside too.
 */
#ifndef VM_UNIT_H
#define VM_UNIT_H

#include "vm/compiler.h"
#include "vm/scope.h"

typedef struct Compiler {
    Arena *arena;
    Value file_name;
    const char *text; /* the source, for the text of errors; NULL if not known */
    size_t text_length;
    List *keep; /* holds every object made while compiling */
    CompileMode mode;
} Compiler;

typedef struct Patch {
    int at;
    struct Patch *next;
} Patch;

/* A place in the code that may not be known yet. */
typedef struct Label {
    int at; /* -1: not yet placed */
    Patch *patches;
} Label;
#define NEW_LABEL ((Label){-1, NULL})

typedef enum FlowKind {
    BLOCK_LOOP,      /* break and continue go here */
    BLOCK_FINALLY,   /* try body with a finally: `stmt` */
    BLOCK_HANDLED,   /* an except or finally body: temporaries `base`, `base + 1` */
    BLOCK_NAMED,     /* except ... as name: the name is deleted on the way out */
    BLOCK_WITH,      /* __exit__ in `base` */
} FlowKind;

typedef struct FlowBlock {
    FlowKind kind;
    struct FlowBlock *outer;
    int base;          /* first temporary that belongs to the block */
    int handler;       /* the handler in force outside of the block */
    Label *go_on, *leave; /* loops */
    uint64_t *leave_bound; /* loops: what is bound at all breaks */
    bool is_for;
    StmtSeq finalbody;
    Name *name;
    Span span;
} FlowBlock;

typedef struct Unit {
    Compiler *c;
    struct Unit *outer;
    Scope *scope;
    Value name, qualname, doc;
    Instr *at;
    int count, capacity;
    List *constants;
    int32_t *constant_table; /* open addressing by bits: index + 1 */
    int constant_table_size;
    Position *positions;
    int position_count, position_capacity;
    HandlerRange *ranges;
    int range_count, range_capacity;
    Handler *handlers;
    Label *handler_labels;
    int handler_count, handler_capacity;
    int handler; /* in force now, -1: none */
    int temp, temp_max;
    uint64_t *bound;
    int bound_words;
    bool unreachable;
    FlowBlock *block;
    bool in_call; /* the display being made is the arguments of a call */
    Span span; /* of what is being emitted */
    int depth; /* of recursion, for the check of the C stack */
} Unit;

/* compiler.c */
noreturn_fn void compile_fail(Compiler *c, const Span *span, const char *format, ...);
int emit(Unit *u, Opcode op, int a, int b, int c);
void emit_jump(Unit *u, Opcode op, int a, Label *label); /* forms with 'j' */
void emit_far(Unit *u, Opcode op, int a, int b, int c, Label *label); /* forms with 'J' */
void label_place(Unit *u, Label *label);
int temp_new(Unit *u);
int temp_run(Unit *u, int count);   /* that many consecutive ones: the first */
int constant_index(Unit *u, Value v);
int name_constant(Unit *u, Name *name); /* interned; 16-bit index or SyntaxError */
Value name_value(Unit *u, Name *name);
Value text_value(Unit *u, Text text);
void load_constant(Unit *u, int dest, Value v);
bool is_temp(const Unit *u, int reg);
void handler_set(Unit *u, int handler); /* from here on */
int handler_new(Unit *u, int depth);
uint64_t *bound_copy(Unit *u);
void bound_set(Unit *u, const uint64_t *from);
void bound_meet(Unit *u, uint64_t *into); /* into &= what is bound here (nothing if unreachable) */
void bound_add(Unit *u, int local);
void mark_unreachable(Unit *u);
Unit *unit_begin(Compiler *c, Unit *outer, Scope *scope, Value name);
Code *unit_end(Unit *u, Arguments *args, int flags);
void check_depth(Unit *u);

/* compile_expr.c */
void expr_into(Unit *u, Expr *e, int dest);
int expr_any(Unit *u, Expr *e);  /* the register that holds it: a local's own, or a new temporary */
int expr_temp(Unit *u, Expr *e); /* a new temporary that holds it */
void condition(Unit *u, Expr *e, bool jump_if, Label *label);
bool constant_fold(Unit *u, Expr *e, Value *out);
void name_load(Unit *u, Name *name, int dest);
void name_store(Unit *u, Name *name, int reg);
void name_delete(Unit *u, Name *name);
void store(Unit *u, Expr *target, int reg); /* consumes reg if it is a temporary */
void delete_target(Unit *u, Expr *target);
void sequence_into(Unit *u, ExprSeq seq, int dest); /* a list of values with stars */
int arithmetic_opcode(AstBinaryOp op, bool inplace, bool constant);

/* compile_call.c */
void call_into(Unit *u, Expr *e, int dest);
void keywords_dict(Unit *u, KeywordSeq keywords, int dest, int callee);

/* compile_def.c */
void function_into(Unit *u, Scope *scope, Code *code, int dest, int defaults /* 4 registers or -1 */);
void lambda_into(Unit *u, Expr *e, int dest);
void comprehension_into(Unit *u, Expr *e, int dest);
void define_function(Unit *u, Stmt *s);
void define_class(Unit *u, Stmt *s);

/* compile_stmt.c */
void body(Unit *u, StmtSeq seq);
void stmt(Unit *u, Stmt *s);

/* compile_try.c */
void try_stmt(Unit *u, Stmt *s);
void with_stmt(Unit *u, Stmt *s, size_t item);
/* Code that leaves blocks from the innermost out to (not including) `until`. `keep`: a temporary
 * that must survive, or -1. */
void unwind_blocks(Unit *u, FlowBlock *until, int keep);

#endif
